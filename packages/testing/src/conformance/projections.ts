import * as fc from 'fast-check'
import { expect } from 'vitest'
import { unwrap, type GlobalPosition, type ProjectionStore, type Row, type RowsBatch } from '@zhiyuan/runtime'
import { byCodePoint } from '@zhiyuan/runtime/store'
import { cases } from './case.ts'
import { largePayload, strangePayloads } from './payloads.ts'
import { leftAnswer } from './fixture.ts'

const one = { name: 'rows', version: 1 }
const two = { name: 'rows', version: 2 }
const other = { name: 'others', version: 1 }
const position = (position: number): GlobalPosition => String(position) as GlobalPosition
const makeRows = (...keys: ReadonlyArray<string>): ReadonlyArray<Row> => keys.map((key) => ({ key, row: { of: key } }))

/** A batch that expects the checkpoint that is stored now. */
const makeBatch = async (store: ProjectionStore, batch: Partial<RowsBatch>): Promise<RowsBatch> => {
  const { rows = one, checkpoint = position(1), put = [], remove = [] } = batch
  return { rows, from: await unwrap(store.checkpoint(rows)), checkpoint, put, remove }
}

const commit = async (store: ProjectionStore, ...batches: ReadonlyArray<Partial<RowsBatch>>) =>
  store.commit(await Promise.all(batches.map((batch) => makeBatch(store, batch))))()

const commitAll = async (store: ProjectionStore, ...batches: ReadonlyArray<Partial<RowsBatch>>): Promise<void> =>
  expect(await commit(store, ...batches)).toEqual({ _tag: 'Right', right: undefined })

const put = (store: ProjectionStore, rows = one, ...keys: ReadonlyArray<string>): Promise<void> =>
  commitAll(store, { rows, put: makeRows(...keys) })

const range = async (store: ProjectionStore, after: string | null, before: string | null, limit = 1000) =>
  (await unwrap(store.range(one, { after, before, limit }))).map(({ key }) => key)

const committing = cases<ProjectionStore>({
  'before the first commit there is no checkpoint and no row': async (store) => {
    expect(await unwrap(store.checkpoint(one))).toBeNull()
    expect(await unwrap(store.get(one, ['a']))).toEqual([])
    expect(await range(store, null, null)).toEqual([])
  },
  'a commit puts, replaces and removes rows, and moves the checkpoint': async (store) => {
    await put(store, one, 'a', 'b', 'c')
    await commitAll(store, { checkpoint: position(12), put: [{ key: 'b', row: 2 }], remove: ['c', 'never'] })
    expect(await unwrap(store.get(one, ['a', 'b', 'c', 'd']))).toEqual([...makeRows('a'), { key: 'b', row: 2 }])
    expect(await unwrap(store.checkpoint(one))).toBe('12')
  },
  'a commit may move only the checkpoint': async (store) => {
    await commitAll(store, { checkpoint: position(7) })
    expect(await unwrap(store.checkpoint(one))).toBe('7')
  },
  'names and versions are apart': async (store) => {
    await put(store, one, 'a')
    await put(store, two, 'b')
    await put(store, other, 'c')
    expect(await range(store, null, null)).toEqual(['a'])
    expect(await unwrap(store.get(two, ['a', 'b', 'c']))).toEqual(makeRows('b'))
    expect(await unwrap(store.checkpoint({ name: 'others', version: 2 }))).toBeNull()
  },
  'batches are committed all or none': async (store) => {
    await put(store, one, 'a')
    const sound = { rows: one, checkpoint: position(9), put: makeRows('b'), remove: ['a'] }
    const unwritable = { rows: other, checkpoint: position(9), put: [{ key: 'x', row: 1n }] }
    expect(await commit(store, sound, unwritable)).toMatchObject(leftAnswer({ type: 'StoreFault' }))
    expect(await range(store, null, null)).toEqual(['a'])
    expect(await unwrap(store.checkpoint(one))).toBe('1')
    await commitAll(store, sound, { ...unwritable, put: makeRows('x') })
    expect(await range(store, null, null)).toEqual(['b'])
    expect(await unwrap(store.get(other, ['x']))).toEqual(makeRows('x'))
  },
  'what a caller changes afterwards, of what it wrote or read, does not reach the rows': async (store) => {
    const row = { list: [1] }
    const committing = store.commit([await makeBatch(store, { put: [{ key: 'a', row }] })])()
    row.list.push(2)
    await committing
    const [read] = await unwrap(store.get(one, ['a']))
    ;(read?.row as typeof row).list.push(3)
    expect(await unwrap(store.get(one, ['a']))).toEqual([{ key: 'a', row: { list: [1] } }])
  },
  'rows come back as they were, strange and large': async (store) => {
    const rows = Object.entries({ ...strangePayloads, large: largePayload }).map(([key, row]) => ({ key, row }))
    await commitAll(store, { put: rows })
    for (const { key, row } of rows) {
      const [read] = await unwrap(store.get(one, [key]))
      expect(JSON.stringify(read?.row)).toBe(JSON.stringify(row))
    }
  },
})

const checkpointConflict = (rows: object, actual: string | null): object =>
  leftAnswer({ type: 'CheckpointConflict', rows, actual })

const contending = cases<ProjectionStore>({
  'a commit that rests on another checkpoint than the one that stands is a conflict that says where the rows stand':
    async (store) => {
      const stale = await makeBatch(store, { put: makeRows('stale') })
      expect(await store.commit([{ ...stale, from: position(3) }])()).toEqual(checkpointConflict(one, null))
      await commitAll(store, { checkpoint: position(5), put: makeRows('a') })
      expect(await store.commit([stale])()).toEqual(checkpointConflict(one, '5'))
      expect(await store.commit([{ ...stale, from: position(4), checkpoint: position(9) }])()).toEqual(
        checkpointConflict(one, '5'),
      )
      expect(await range(store, null, null)).toEqual(['a'])
      expect(await unwrap(store.checkpoint(one))).toBe('5')
    },
  'a conflict of one batch keeps all of them from being written': async (store) => {
    const sound = await makeBatch(store, { rows: other, put: makeRows('b') })
    const stale = await makeBatch(store, {})
    await put(store, one, 'a')
    expect(await store.commit([sound, stale])()).toEqual(checkpointConflict(one, '1'))
    expect(await unwrap(store.get(other, ['b']))).toEqual([])
    expect(await unwrap(store.checkpoint(other))).toBeNull()
  },
  'of many commits that rest on one checkpoint, one is written': async (store) => {
    const resting = Array.from({ length: 16 }, async (_, n) =>
      store.commit([
        { ...(await makeBatch(store, { checkpoint: position(n + 2), put: makeRows(`k${n}`) })), from: null },
      ])(),
    )
    const answers = await Promise.all(resting)
    expect(answers.filter(({ _tag }) => _tag === 'Right')).toHaveLength(1)
    expect(await range(store, null, null)).toHaveLength(1)
  },
  'rows that another version has replaced cannot be moved on': async (store) => {
    await put(store, one, 'a')
    const stale = await makeBatch(store, { checkpoint: position(2), put: makeRows('b') })
    await unwrap(store.activate(two))
    expect(await store.commit([stale])()).toEqual(checkpointConflict(one, null))
  },
})

const keys = [
  '',
  '\0',
  ' ',
  'A',
  'a',
  'a\0',
  'a\u0001',
  'ab',
  'b',
  '\u00e9',
  '志',
  '\ud7ff',
  '\ue000',
  '\uffff',
  '😀',
  '\u{10ffff}',
]
const wellFormed = fc.string({ unit: 'binary', maxLength: 4 })

const ranging = cases<ProjectionStore>({
  'rows are in order of the code points of their keys': async (store) => {
    await put(store, one, ...keys.toReversed())
    expect(await range(store, null, null)).toEqual(keys)
  },
  'both bounds are left out, and a limit cuts the end off': async (store) => {
    await put(store, one, ...keys)
    expect(await range(store, 'a', 'b')).toEqual(['a\0', 'a\u0001', 'ab'])
    expect(await range(store, 'a', 'b', 2)).toEqual(['a\0', 'a\u0001'])
    expect(await range(store, '', '\0')).toEqual([])
    expect(await range(store, '\u{10ffff}', null)).toEqual([])
    expect(await range(store, null, '')).toEqual([])
  },
  'many rows come in pages, each after the last key of the one before': async (store) => {
    const many = Array.from({ length: 2500 }, (_, n) => `k${(n * 7919) % 2500}`)
    await put(store, one, ...many)
    const walked: string[] = []
    for (let page = 0; page < 3; page++) walked.push(...(await range(store, walked.at(-1) ?? null, null)))
    expect(walked).toEqual(many.toSorted(byCodePoint))
  },
  'a range is what a sorted list would give, for all keys and bounds': async (store) => {
    const bound = fc.option(wellFormed)
    const property = fc.asyncProperty(
      fc.uniqueArray(wellFormed),
      bound,
      bound,
      fc.nat({ max: 9 }),
      async (given, after, before, limit) => {
        const remove = await range(store, null, null)
        await commitAll(store, { remove })
        await put(store, one, ...given)
        const inside = given.filter(
          (key) => (after === null || byCodePoint(key, after) > 0) && (before === null || byCodePoint(key, before) < 0),
        )
        expect(await range(store, after, before, limit)).toEqual(inside.toSorted(byCodePoint).slice(0, limit))
        expect(await unwrap(store.get(one, given))).toHaveLength(given.length)
      },
    )
    await fc.assert(property, { numRuns: 60 })
  },
  'a key that is not well-formed Unicode is refused, and nothing is written': async (store) => {
    for (const key of ['\ud800', 'a\udc00', '\udc00\ud800']) {
      const fault = leftAnswer({ type: 'StoreFault' })
      expect(await commit(store, { put: makeRows('a', key) })).toMatchObject(fault)
      expect(await commit(store, { put: makeRows('a'), remove: [key] })).toMatchObject(fault)
      expect(await store.get(one, [key])()).toMatchObject(fault)
      expect(await store.range(one, { after: key, before: null, limit: 1 })()).toMatchObject(fault)
      expect(await store.range(one, { after: null, before: key, limit: 1 })()).toMatchObject(fault)
    }
    expect(await range(store, null, null)).toEqual([])
  },
})

const switching = cases<ProjectionStore>({
  'no version is active before the first switch': async (store) => {
    await put(store, one, 'a')
    expect(await unwrap(store.active('rows'))).toBeNull()
  },
  'a version that becomes active drops rows and checkpoints of the others of that name': async (store) => {
    for (const ref of [one, two, other]) await put(store, ref, 'a')
    await unwrap(store.activate(one))
    await put(store, two, 'b')
    await unwrap(store.activate(two))
    expect(await unwrap(store.active('rows'))).toBe(2)
    expect(await unwrap(store.get(one, ['a']))).toEqual([])
    expect(await unwrap(store.checkpoint(one))).toBeNull()
    expect(await unwrap(store.get(two, ['a', 'b']))).toEqual(makeRows('b'))
    expect(await unwrap(store.checkpoint(two))).toBe('1')
    expect(await unwrap(store.get(other, ['a']))).toEqual(makeRows('a'))
    expect(await unwrap(store.active('others'))).toBeNull()
  },
  'a version without rows may become active': async (store) => {
    await unwrap(store.activate(two))
    expect(await unwrap(store.active('rows'))).toBe(2)
  },
  'a call after closing is refused as StoreClosed, and closing again changes nothing': async (store) => {
    await store.close()
    await store.close()
    const tasks = [
      store.checkpoint(one),
      store.get(one, ['a']),
      store.range(one, { after: null, before: null, limit: 1 }),
      store.commit([]),
      store.active('rows'),
      store.activate(one),
    ]
    for (const task of tasks) expect(await task()).toEqual(leftAnswer({ type: 'StoreClosed' }))
  },
})

/** The contract of a projection store. */
export const projectionStoreCases = [...committing, ...contending, ...ranging, ...switching]
