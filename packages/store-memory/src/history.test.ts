import { setImmediate as nextTurn } from 'node:timers/promises'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { expect, it } from 'vitest'
import type { EventStore, GlobalPosition } from '@zhiyuan/runtime'
import { act, checkHistory, readFinalLog, type Entry, type HistoryFinding } from '@zhiyuan/testing/history'
import { memoryEventStore } from './index.ts'

/** The findings in a history of four actors who use a store with a planted fault. */
const findPlanted = async (plant: (store: EventStore) => EventStore): Promise<ReadonlySet<HistoryFinding['type']>> => {
  const store = memoryEventStore()
  const history = new Array<Entry>()
  const planted = plant(store)
  const actors = [1, 2, 3, 4].map((seed) =>
    act(planted, { name: `p${seed}`, seed, operations: 300 }, (entry) => history.push(entry)),
  )
  await Promise.all(actors)
  expect(history).toHaveLength(1200)
  return new Set(checkHistory(history, await readFinalLog(store)).map(({ type }) => type))
}

const everyTenth = () => {
  let calls = 0
  return (): boolean => ++calls % 10 === 0
}

it('four who use a sound store find nothing', async () => {
  expect(await findPlanted((store) => store)).toEqual(new Set())
})

it('a store that acknowledges events without writing them is detected', async () => {
  const isTime = everyTenth()
  const found = await findPlanted((store) => ({
    ...store,
    append: (stream, expected, events) => {
      const version = events.at(-1)?.version
      const said = version === undefined ? null : E.right({ version, position: '9' as GlobalPosition })
      return said !== null && isTime() ? () => Promise.resolve(said) : store.append(stream, expected, events)
    },
  }))
  expect(found).toContain('AcknowledgementLost')
  expect(found).toContain('TwoWinners')
})

it('a store that sometimes reads from an old copy is detected', async () => {
  const isTime = everyTenth()
  const found = await findPlanted((store) => ({
    ...store,
    readStream: (stream, from, limit) =>
      isTime() ? () => Promise.resolve(E.right({ events: [], end: true })) : store.readStream(stream, from, limit),
  }))
  expect(found).toEqual(new Set(['ReadStale']))
})

it('a store that writes refused events is detected', async () => {
  const isTime = everyTenth()
  const found = await findPlanted((store) => ({
    ...store,
    append: (stream, expected, events) => async () => {
      const answer = await store.append(stream, expected, events)()
      return isTime() ? E.left({ type: 'StoreBusy', waitedMs: 1, cause: 'planted' }) : answer
    },
  }))
  expect(found).toEqual(new Set(['UnaskedEvent']))
})

it('a store that shows an append only after later ones is detected', async () => {
  const hidden = new Set<string>()
  const isTime = everyTenth()
  const found = await findPlanted((store) => ({
    ...store,
    append: (stream, expected, events) => async () => {
      const late = isTime() ? events.map(({ id }) => id) : []
      for (const id of late) hidden.add(id)
      const answer = await store.append(stream, expected, events)()
      await nextTurn()
      for (const id of late) hidden.delete(id)
      return answer
    },
    readAll: (after, limit) =>
      pipe(
        store.readAll(after, limit),
        TE.map((page) => ({ ...page, events: page.events.filter(({ event }) => !hidden.has(event.id)) })),
      ),
  }))
  expect(found).toContain('PageTorn')
})
