/** What a decision reads of other streams: over two rounds, each stream once, and anew when another program wrote in between. */
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  closed,
  copyFields,
  defineHandler,
  integer,
  literal,
  restoreByFirst,
  streamRead,
  text,
  variants,
  type Jurisdiction,
  type LogId,
  type RuleSet,
  type Slice,
  type Typed,
} from '@zhiyuan/kernel'
import { openRuntime, unwrap, type EventStore, type Ports, type Runtime } from '@zhiyuan/runtime'
import { meta, fixturePorts } from './ledger.fixture.ts'

interface NameBrand {
  readonly Name: unique symbol
}
const Name = text<NameBrand>('Name', /^[a-z]{1,8}$/, 8)
interface WeightBrand {
  readonly Weight: unique symbol
}
const Weight = integer<WeightBrand>('Weight', 0, 100)

const Pointed = closed({ type: literal('Pointed'), sign: Name, to: Name })
const Point = closed({ type: literal('Point'), sign: Name, to: Name })
const signs = { initial: 'nowhere', evolve: (_to: string, { to }: typeof Pointed._A): string => to }
/** A sign points to the shelf that a decision reads. */
const sign: Slice<typeof Point._A, string, typeof Pointed._A, Typed> = {
  name: 'sign',
  lifecycle: { table: null, reason: 'a sign may be turned at any time' },
  restoreCommand: restoreByFirst<typeof Point._A, typeof Pointed._A>({ Pointed: copyFields(Point) }),
  command: variants('SignCommand', [Point]),
  event: variants('SignEvent', [Pointed]),
  decider: {
    stream: (command) => `sign-${command.sign}`,
    fold: signs,
    handlers: {
      Point: defineHandler<string, typeof Pointed._A, Typed>()<typeof Point._A>()({
        decide: (command) => () => E.right([{ ...command, type: 'Pointed' }]),
      }),
    },
  },
}

const Carried = closed({ type: literal('Carried'), shelf: Name, weight: Weight, most: Weight })
const Carry = closed({ type: literal('Carry'), shelf: Name, weight: Weight })
type Carry = typeof Carry._A
const loads = { initial: 0, evolve: (load: number, { weight }: typeof Carried._A): number => load + weight }
const counts = { initial: 0, evolve: (count: number, _event: unknown): number => count + 1 }
/** Carries as much as the shelf that the sign points to. How often that shelf was used is another fold of the same stream. */
const shelf: Slice<Carry, number, typeof Carried._A, Typed> = {
  name: 'shelf',
  lifecycle: { table: null, reason: 'a shelf only carries more' },
  restoreCommand: restoreByFirst<Carry, typeof Carried._A>({ Carried: copyFields(Carry) }),
  command: variants('ShelfCommand', [Carry]),
  event: variants('ShelfEvent', [Carried]),
  decider: {
    stream: (command) => `shelf-${command.shelf}`,
    fold: loads,
    handlers: {
      Carry: defineHandler<number, typeof Carried._A, Typed>()<Carry>()({
        reads: () => ({ to: streamRead('sign-a', signs) }),
        thenReads: ({ to }) => ({
          load: streamRead(`shelf-${to}`, loads),
          times: streamRead(`shelf-${to}`, counts),
          again: streamRead('sign-a', signs),
        }),
        decide:
          (command, { to, load, times, again }) =>
          (own) => {
            if (to !== again) return E.left({ type: 'SeenTwoWays' })
            if (to === 'nowhere') return E.right([{ ...command, type: 'Carried', most: command.weight }])
            const most = load * times
            if (own + command.weight > most) return E.left({ type: 'TooHeavy', most } as Typed)
            return E.right([{ ...command, type: 'Carried', most: most as typeof Weight._A }])
          },
      }),
    },
  },
}

const identity = { log: 'toy' as LogId, jurisdiction: '131081' as Jurisdiction, rules: 1 as RuleSet }
type Shelves = Runtime<typeof Carried._A | typeof Pointed._A, Typed>
const open = (ports: Ports, exclusive = false): Shelves =>
  openRuntime({ slices: [sign, shelf], processes: [], views: [], ...identity, ports, exclusive })

const execute = (shelves: Shelves, command: object) => unwrap(shelves.execute(command, meta))
const carry = (name: string, weight: number) => ({ type: 'Carry', shelf: name, weight })
const point = (to: string) => ({ type: 'Point', sign: 'a', to })

/** Two shelves: b carries 3 and was used once, c carries 4 and was used twice. The sign points to b. */
const furnishShelves = async (ports: Ports): Promise<void> => {
  const shelves = open(ports)
  for (const command of [carry('b', 3), carry('c', 3), carry('c', 1), point('b')]) await execute(shelves, command)
}

const countReads = (events: EventStore) => {
  const read: string[] = []
  const readStream: EventStore['readStream'] = (stream, from, most) => {
    read.push(stream)
    return events.readStream(stream, from, most)
  }
  return { read, events: { ...events, readStream } }
}

/** Runs a step right before the first append. */
const interruptAppend = (events: EventStore, meanwhile: () => Promise<unknown>): EventStore => {
  let first = true
  return {
    ...events,
    append:
      (...asked) =>
      async () => {
        if (first) {
          first = false
          await meanwhile()
        }
        return events.append(...asked)()
      },
  }
}

describe('what a decision reads', () => {
  it('is read once a stream, over both rounds, and noted at one version', async () => {
    const ports = fixturePorts()
    await furnishShelves(ports)
    const { read, events } = countReads(ports.events)
    const outcome = await execute(open({ ...ports, events }), carry('a', 2))
    expect(outcome).toMatchObject({
      ok: true,
      events: [
        {
          data: { most: 3 },
          readSet: [
            { stream: 'sign-a', version: 0 },
            { stream: 'shelf-b', version: 0 },
          ],
        },
      ],
    })
    // A second fold of a stream is folded up to the version that was seen by the first.
    expect(read).toEqual(['shelf-a', 'sign-a', 'shelf-b', 'shelf-b'])
  })

  it('is the state of one version, also for another fold, and also when events are written in between', async () => {
    const ports = fixturePorts()
    await furnishShelves(ports)
    await execute(open(ports), point('c'))
    let late = false
    const readStream: EventStore['readStream'] = (stream, from, most) => async () => {
      const page = await ports.events.readStream(stream, from, most)()
      if (stream === 'shelf-c' && !late) {
        late = true
        await execute(open(ports), point('nowhere'))
        await execute(open(ports), carry('c', 1))
      }
      return page
    }
    const outcome = await execute(open({ ...ports, events: { ...ports.events, readStream } }), carry('a', 1))
    expect(late).toBe(true)
    expect(outcome).toMatchObject({
      ok: true,
      events: [
        {
          data: { most: 8 },
          readSet: [
            { stream: 'sign-a', version: 1 },
            { stream: 'shelf-c', version: 1 },
          ],
        },
      ],
    })
  })

  it.each([false, true])('is read anew from the first round after a conflict (exclusive: %s)', async (exclusive) => {
    const ports = fixturePorts()
    await furnishShelves(ports)
    const meanwhile = async () => {
      await execute(open(ports), carry('a', 1))
      await execute(open(ports), point('c'))
    }
    const outcome = await execute(
      open({ ...ports, events: interruptAppend(ports.events, meanwhile) }, exclusive),
      carry('a', 2),
    )
    expect(outcome).toMatchObject({
      ok: true,
      events: [
        {
          version: 1,
          data: { most: 8 },
          readSet: [
            { stream: 'sign-a', version: 1 },
            { stream: 'shelf-c', version: 1 },
          ],
        },
      ],
    })
  })

  it('is refused on what was read anew, where that forbids it', async () => {
    const ports = fixturePorts()
    await furnishShelves(ports)
    const events = interruptAppend(ports.events, () => execute(open(ports), carry('a', 2)))
    expect(await execute(open({ ...ports, events }), carry('a', 2))).toEqual({
      ok: false,
      rejection: { type: 'TooHeavy', most: 3 },
    })
  })
})
