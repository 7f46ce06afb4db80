import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import {
  defineHandler,
  listStreams,
  readMany,
  streamRead,
  type Actor,
  type CommandHandler,
  type Load,
  type Moment,
} from '../index.ts'

const sums = { initial: 0, evolve: (sum: number, amount: number): number => sum + amount }
const sumRead = (name: string) => streamRead(`sum-${name}`, sums)

interface Ask {
  readonly type: 'Ask'
}
type Answer = ReadonlyArray<unknown>
const on = defineHandler<string, unknown, never>()
const ask: Ask = { type: 'Ask' }
const moment = {} as Moment

/** Does what the runtime does; returns what each round reads, and the decision. */
const play = (
  handler: CommandHandler<Ask, string, unknown, never>,
  events: Readonly<Record<string, ReadonlyArray<number>>>,
) => {
  const load: Load = ({ stream, initial, resume }) => resume(initial, events[stream] ?? [])
  const rounds: ReadonlyArray<string>[] = []
  let plan = handler.plan(ask, 'state', moment)
  while (plan.type === 'read') {
    rounds.push(listStreams(plan.reads).map(({ stream }) => stream))
    plan = plan.next(load)
  }
  return { rounds, decided: E.getOrElse((): Answer => [])(plan.decision) }
}

describe('a read', () => {
  it('O7: hands over who caused each event, where the fold asks for it', () => {
    const actor = { type: 'person', person: 'ada' } as unknown as Actor
    const { initial, resume } = streamRead('sum-a', { ...sums, noteActor: (sum: number) => sum + 100 })
    expect(resume(initial, [1, 2], [actor, actor])).toBe(203)
    expect(resume(initial, [1, 2])).toBe(3)
  })
})

describe('what a handler reads', () => {
  it('is null where it names no stream, and then its state is null too', () => {
    const handler = on<Ask>()({
      reads: (_command, state) => ({ one: sumRead('a'), other: state === 'elsewhere' ? sumRead('b') : null }),
      decide:
        (_command, { one, other }) =>
        () =>
          E.right([one, other]),
    })
    expect(play(handler, { 'sum-a': [1, 2] })).toEqual({ rounds: [['sum-a']], decided: [3, null] })
  })

  it('is a map by id, also for ids such as `__proto__`', () => {
    const ids = ['__proto__', 'constructor', 'toString', 'a', 'a']
    const handler = on<Ask>()({
      reads: () => ({ many: readMany(ids, sumRead) }),
      decide:
        (_command, { many }) =>
        () =>
          E.right([...many]),
    })
    const { rounds, decided } = play(handler, { 'sum-__proto__': [1], 'sum-constructor': [2], 'sum-a': [3] })
    expect(rounds).toEqual([['sum-__proto__', 'sum-constructor', 'sum-toString', 'sum-a']])
    expect(decided).toEqual([
      ['__proto__', 1],
      ['constructor', 2],
      ['toString', 0],
      ['a', 3],
    ])
  })

  it('may depend, in a second round, on what the first round found', () => {
    const handler = on<Ask>()({
      reads: () => ({ first: sumRead('a') }),
      thenReads: ({ first }) => ({ second: readMany([String(first)], sumRead) }),
      decide:
        (_command, { first, second }) =>
        () =>
          E.right([first, ...second.values()]),
    })
    expect(play(handler, { 'sum-a': [1, 2], 'sum-3': [9] })).toEqual({
      rounds: [['sum-a'], ['sum-3']],
      decided: [3, 9],
    })
  })

  it('takes no round where nothing is to be read', () => {
    const once = on<Ask>()({ reads: () => ({ one: sumRead('a') }), decide: () => () => E.right([]) })
    expect(play(once, {}).rounds).toEqual([['sum-a']])
    const never = on<Ask>()({ decide: () => () => E.right(['decided']) })
    expect(never.plan(ask, 'state', moment)).toEqual({ type: 'decided', decision: E.right(['decided']) })
  })

  it('is loaded anew each time: a plan keeps no state of an earlier load', () => {
    const handler = on<Ask>()({
      reads: () => ({ one: sumRead('a') }),
      thenReads: () => ({ other: sumRead('b') }),
      decide: (_command, found) => () => E.right([found]),
    })
    const plan = handler.plan(ask, 'state', moment)
    const decide = (amount: number): unknown => {
      let next = plan
      const load: Load = ({ initial, resume }) => resume(initial, [amount])
      while (next.type === 'read') next = next.next(load)
      return next.decision
    }
    expect(decide(1)).toEqual(E.right([{ one: 1, other: 1 }]))
    expect(decide(2)).toEqual(E.right([{ one: 2, other: 2 }]))
  })
})

describe('the types of a handler', () => {
  it('say that the state of a read that may be null may be null', () => {
    const handler = on<Ask>()({
      reads: (_command, state) => ({
        text: state === '' ? null : streamRead('text-a', { initial: '', evolve: (s) => s }),
      }),
      decide: (_command, { text }) => {
        // @ts-expect-error the text may be null
        const length: unknown = () => text.length
        return () => E.right([length])
      },
    })
    expect(handler.allowed).toBeNull()
  })

  it('know each read by its name', () => {
    const handler = on<Ask>()({
      reads: () => ({ sum: sumRead('a') }),
      decide: (_command, found) => {
        // @ts-expect-error nothing is read by that name
        const { total } = found
        return () => E.right([total])
      },
    })
    expect(play(handler, {}).decided).toEqual([undefined])
  })
})
