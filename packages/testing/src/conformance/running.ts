/** A toy ledger runs over the stores: what they promise together. */
import * as E from 'fp-ts/lib/Either.js'
import { expect } from 'vitest'
import type { CommandId, EventId } from '@zhiyuan/kernel'
import { eventIdsOf, manualClock, promised, seededRandomness, type Ports } from '@zhiyuan/runtime'
import { cases, type Stores } from './case.ts'
import { everything, idsOf } from './toy.ts'
import { echo, evening, meta, noon, openToy, sums, type Toy } from './toy-ledger.ts'
import { speechless } from './unknown-outcome.ts'

const rows = { name: 'sums', version: 1 }
const ceiling = { type: 'Add', name: 'ceiling', amount: 1000 }
const openA = { type: 'Open', name: 'a', dueAt: evening }
const add = (amount: number, name = 'a') => ({ type: 'Add', name, amount })
/** The id of the one event of a command to the counter `a`. */
const idInA = (commandId: string): EventId => eventIdsOf(commandId as CommandId, 'counter-a')(0)

/** Of two that write to the same stores each draws ids of its own. */
const portsOver = (stores: Stores, seed = 'toy'): Ports => ({
  ...stores,
  clock: manualClock(noon),
  random: seededRandomness(seed),
})

const tell = async (toy: Toy, ...commands: ReadonlyArray<object>): Promise<void> => {
  for (const command of commands) expect(await promised(toy.execute(command, meta))).toMatchObject({ ok: true })
}

const sumOf = async (toy: Toy, key: string): Promise<number | undefined> =>
  (await promised(toy.row(sums(), key)))?.row.sum

const views = cases<Stores>({
  'rows and checkpoint of a view are written together: another runtime goes on from there': async (stores) => {
    const [one, other] = [openToy(portsOver(stores)), openToy(portsOver(stores, 'other'))]
    await tell(one, ceiling, openA, add(5))
    await promised(one.settle())
    const last = (await everything(stores.events)).at(-1)
    expect(await promised(stores.projections.checkpoint(rows))).toBe(last?.position)
    await tell(other, add(7))
    expect(await promised(other.settle())).toMatchObject({ events: 1 })
    expect(await sumOf(one, 'a')).toBe(12)
  },
  'version 2 of a view is built beside version 1, which is read until the switch': async (stores) => {
    const old = openToy(portsOver(stores))
    await tell(old, ceiling, openA, add(5))
    await promised(old.settle())
    const next = openToy(portsOver(stores), { views: [sums(2)] })
    expect(await sumOf(next, 'a')).toBe(5)
    await promised(next.settle())
    expect(await sumOf(next, 'a')).toBe(10)
    expect(await promised(stores.projections.active('sums'))).toBe(2)
    expect(await promised(stores.projections.get(rows, ['a', 'ceiling']))).toEqual([])
  },
  'an event that a row of a view cannot take in parks that row; the others go on': async (stores) => {
    const toy = openToy(portsOver(stores))
    await tell(toy, ceiling, openA, { ...openA, name: 'b' }, add(5))
    await promised(toy.execute(add(666), { ...meta, commandId: 'bad' }))
    await tell(toy, add(7), add(7, 'b'))
    expect((await promised(toy.settle())).parked).toMatchObject([{ name: 'sums', key: 'a', eventId: idInA('bad') }])
    const again = openToy(portsOver(stores))
    await promised(again.settle())
    expect(await promised(again.row(sums(), 'a'))).toMatchObject({ row: { sum: 5 }, stale: idInA('bad') })
    expect(await promised(again.row(sums(), 'b'))).toMatchObject({ row: { sum: 7 }, stale: null })
  },
})

const broken = {
  ...echo,
  react: (): never => {
    throw new Error('broken')
  },
}

const processes = cases<Stores>({
  'an event that a process cannot take in stops it before that event; the views go on, and so does it when mended':
    async (stores) => {
      const toy = openToy(portsOver(stores), { processes: [broken] })
      await tell(toy, ceiling, openA, add(3))
      expect((await promised(toy.settle())).stopped).toMatchObject([{ name: 'echo', cause: 'broken' }])
      expect(await sumOf(toy, 'a')).toBe(3)
      const mended = openToy(portsOver(stores))
      expect(await promised(mended.settle())).toMatchObject({ stopped: [], commands: 1 })
      expect(await sumOf(mended, 'a')).toBe(4)
    },
  'a process that is killed between its commands and its checkpoint has one effect': async (stores) => {
    const cut: Stores = {
      ...stores,
      projections: {
        ...stores.projections,
        commit: () => () => Promise.resolve(E.left({ type: 'StoreFault', cause: 'the plug was pulled' })),
      },
    }
    const killed = openToy(portsOver(cut))
    await tell(killed, ceiling, openA, add(3), add(3))
    expect(await killed.settle()()).toMatchObject({ left: { type: 'StoreFault' } })
    const reopened = openToy(portsOver(stores))
    expect(await promised(reopened.settle())).toMatchObject({ commands: 2, refused: {} })
    expect(await sumOf(reopened, 'a')).toBe(8)
    expect(await everything(stores.events)).toHaveLength(6)
  },
  'a command whose append has an unknown outcome has one effect': async (stores) => {
    const toy = openToy(portsOver({ ...stores, events: speechless(stores.events) }))
    await promised(toy.execute(openA, { ...meta, commandId: 'once' }))
    await tell(toy, ceiling, add(2))
    expect(idsOf(await everything(stores.events)).filter((id) => id.startsWith('once'))).toEqual([idInA('once')])
    await promised(toy.settle())
    expect(await sumOf(toy, 'a')).toBe(2)
  },
})

const commands = cases<Stores>({
  'a command id that is used again on another stream writes under other event ids': async (stores) => {
    const toy = openToy(portsOver(stores))
    await tell(toy, ceiling)
    for (const name of ['a', 'b']) {
      const outcome = await promised(toy.execute({ ...openA, name }, { ...meta, commandId: 'again' }))
      expect(outcome).toMatchObject({ ok: true, events: [{ stream: `counter-${name}`, commandId: 'again' }] })
    }
    expect(new Set(idsOf(await everything(stores.events))).size).toBe(3)
  },
})

/** What a ledger needs of its stores together. */
export const runningCases = [...views, ...processes, ...commands]
