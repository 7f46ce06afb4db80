/** A fixture ledger runs over the stores: what they promise together. */
import * as E from 'fp-ts/lib/Either.js'
import { expect } from 'vitest'
import type { CommandId, EventId } from '@zhiyuan/kernel'
import { deriveEventIds, manualClock, unwrap, seededRandomness, type Ports } from '@zhiyuan/runtime'
import { cases, type Stores } from './case.ts'
import { readEverything, listIds } from './fixture.ts'
import { echo, evening, meta, noon, openFixture, sums, type FixtureLedger } from './fixture-ledger.ts'
import { dropAnswers } from './unknown-outcome.ts'

const rows = { name: 'sums', version: 1 }
const ceiling = { type: 'Add', name: 'ceiling', amount: 1000 }
const openA = { type: 'Open', name: 'a', dueAt: evening }
const add = (amount: number, name = 'a') => ({ type: 'Add', name, amount })
/** The id of the one event of a command to the counter `a`. */
const idInA = (commandId: string): EventId => deriveEventIds(commandId as CommandId, 'counter-a')(0)

/** Two ledgers over the same stores draw different ids. */
const makePorts = (stores: Stores, seed = 'toy'): Ports => ({
  ...stores,
  clock: manualClock(noon),
  random: seededRandomness(seed),
})

const executeAll = async (ledger: FixtureLedger, ...commands: ReadonlyArray<object>): Promise<void> => {
  for (const command of commands) expect(await unwrap(ledger.execute(command, meta))).toMatchObject({ ok: true })
}

const readSum = async (ledger: FixtureLedger, key: string): Promise<number | undefined> =>
  (await unwrap(ledger.row(sums(), key)))?.row.sum

const views = cases<Stores>({
  'rows and checkpoint of a view are written together: another runtime goes on from there': async (stores) => {
    const one = openFixture(makePorts(stores))
    const other = openFixture(makePorts(stores, 'other'))
    await executeAll(one, ceiling, openA, add(5))
    await unwrap(one.settle())
    const last = (await readEverything(stores.events)).at(-1)
    expect(await unwrap(stores.projections.checkpoint(rows))).toBe(last?.position)
    await executeAll(other, add(7))
    expect(await unwrap(other.settle())).toMatchObject({ events: 1 })
    expect(await readSum(one, 'a')).toBe(12)
  },
  'version 2 of a view is built beside version 1, which is read until the switch': async (stores) => {
    const old = openFixture(makePorts(stores))
    await executeAll(old, ceiling, openA, add(5))
    await unwrap(old.settle())
    const next = openFixture(makePorts(stores), { views: [sums(2)] })
    expect(await readSum(next, 'a')).toBe(5)
    await unwrap(next.settle())
    expect(await readSum(next, 'a')).toBe(10)
    expect(await unwrap(stores.projections.active('sums'))).toBe(2)
    expect(await unwrap(stores.projections.get(rows, ['a', 'ceiling']))).toEqual([])
  },
  'an event that a row of a view cannot take in parks that row; the others go on': async (stores) => {
    const ledger = openFixture(makePorts(stores))
    await executeAll(ledger, ceiling, openA, { ...openA, name: 'b' }, add(5))
    await unwrap(ledger.execute(add(666), { ...meta, commandId: 'bad' }))
    await executeAll(ledger, add(7), add(7, 'b'))
    expect((await unwrap(ledger.settle())).quarantined).toMatchObject([
      { name: 'sums', key: 'a', eventId: idInA('bad') },
    ])
    const again = openFixture(makePorts(stores))
    await unwrap(again.settle())
    expect(await unwrap(again.row(sums(), 'a'))).toMatchObject({ row: { sum: 5 }, stale: idInA('bad') })
    expect(await unwrap(again.row(sums(), 'b'))).toMatchObject({ row: { sum: 7 }, stale: null })
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
      const ledger = openFixture(makePorts(stores), { processes: [broken] })
      await executeAll(ledger, ceiling, openA, add(3))
      expect((await unwrap(ledger.settle())).stopped).toMatchObject([{ name: 'echo', cause: 'broken' }])
      expect(await readSum(ledger, 'a')).toBe(3)
      const mended = openFixture(makePorts(stores))
      expect(await unwrap(mended.settle())).toMatchObject({ stopped: [], commands: 1 })
      expect(await readSum(mended, 'a')).toBe(4)
    },
  'a process that is killed between its commands and its checkpoint has one effect': async (stores) => {
    const cut: Stores = {
      ...stores,
      projections: {
        ...stores.projections,
        commit: () => () => Promise.resolve(E.left({ type: 'StoreFault', cause: 'the plug was pulled' })),
      },
    }
    const killed = openFixture(makePorts(cut))
    await executeAll(killed, ceiling, openA, add(3), add(3))
    expect(await killed.settle()()).toMatchObject({ left: { type: 'StoreFault' } })
    const reopened = openFixture(makePorts(stores))
    expect(await unwrap(reopened.settle())).toMatchObject({ commands: 2, refused: {} })
    expect(await readSum(reopened, 'a')).toBe(8)
    expect(await readEverything(stores.events)).toHaveLength(6)
  },
  'a command whose append has an unknown outcome has one effect': async (stores) => {
    const ledger = openFixture(makePorts({ ...stores, events: dropAnswers(stores.events) }))
    await unwrap(ledger.execute(openA, { ...meta, commandId: 'once' }))
    await executeAll(ledger, ceiling, add(2))
    expect(listIds(await readEverything(stores.events)).filter((id) => id.startsWith('once'))).toEqual([idInA('once')])
    await unwrap(ledger.settle())
    expect(await readSum(ledger, 'a')).toBe(2)
  },
})

const commands = cases<Stores>({
  'a command id that is used again on another stream writes under other event ids': async (stores) => {
    const ledger = openFixture(makePorts(stores))
    await executeAll(ledger, ceiling)
    for (const name of ['a', 'b']) {
      const outcome = await unwrap(ledger.execute({ ...openA, name }, { ...meta, commandId: 'again' }))
      expect(outcome).toMatchObject({ ok: true, events: [{ stream: `counter-${name}`, commandId: 'again' }] })
    }
    expect(new Set(listIds(await readEverything(stores.events))).size).toBe(3)
  },
})

/** What a ledger needs of all its stores together. */
export const runningCases = [...views, ...processes, ...commands]
