import * as fc from 'fast-check'
import { expect } from 'vitest'
import { promised, type GlobalPosition, type ProjectionStore, type Row, type RowsBatch } from '@zhiyuan/runtime'
import { byCodePoint } from '@zhiyuan/runtime/store'
import { cases } from './case.ts'
import { largePayload, strangePayloads } from './payloads.ts'
import { left } from './toy.ts'

const [one, two, other] = [
  { name: 'rows', version: 1 },
  { name: 'rows', version: 2 },
  { name: 'others', version: 1 },
]
const at = (position: number): GlobalPosition => String(position) as GlobalPosition
const rowsOf = (...keys: ReadonlyArray<string>): ReadonlyArray<Row> => keys.map((key) => ({ key, row: { of: key } }))

/** A batch that rests on what is there now. */
const batchOf = async (store: ProjectionStore, batch: Partial<RowsBatch>): Promise<RowsBatch> => {
  const { rows = one, checkpoint = at(1), put = [], remove = [] } = batch
  return { rows, from: await promised(store.checkpoint(rows)), checkpoint, put, remove }
}

const commit = async (store: ProjectionStore, ...batches: ReadonlyArray<Partial<RowsBatch>>) =>
  store.commit(await Promise.all(batches.map((batch) => batchOf(store, batch))))()

const committed = async (store: ProjectionStore, ...batches: ReadonlyArray<Partial<RowsBatch>>): Promise<void> =>
  expect(await commit(store, ...batches)).toEqual({ _tag: 'Right', right: undefined })

const put = (store: ProjectionStore, rows = one, ...keys: ReadonlyArray<string>): Promise<void> =>
  committed(store, { rows, put: rowsOf(...keys) })

const range = async (store: ProjectionStore, after: string | null, before: string | null, limit = 1000) =>
  (await promised(store.range(one, { after, before, limit }))).map(({ key }) => key)

const committing = cases<ProjectionStore>({
  'before the first commit there is no checkpoint and no row': async (store) => {
    expect(await promised(store.checkpoint(one))).toBeNull()
    expect(await promised(store.get(one, ['a']))).toEqual([])
    expect(await range(store, null, null)).toEqual([])
  },
  'a commit puts, replaces and removes rows, and moves the checkpoint': async (store) => {
    await put(store, one, 'a', 'b', 'c')
    await committed(store, { checkpoint: at(12), put: [{ key: 'b', row: 2 }], remove: ['c', 'never'] })
    expect(await promised(store.get(one, ['a', 'b', 'c', 'd']))).toEqual([...rowsOf('a'), { key: 'b', row: 2 }])
    expect(await promised(store.checkpoint(one))).toBe('12')
  },
  'a commit may move only the checkpoint': async (store) => {
    await committed(store, { checkpoint: at(7) })
    expect(await promised(store.checkpoint(one))).toBe('7')
  },
  'names and versions are apart': async (store) => {
    await put(store, one, 'a')
    await put(store, two, 'b')
    await put(store, other, 'c')
    expect(await range(store, null, null)).toEqual(['a'])
    expect(await promised(store.get(two, ['a', 'b', 'c']))).toEqual(rowsOf('b'))
    expect(await promised(store.checkpoint({ name: 'others', version: 2 }))).toBeNull()
  },
  'batches are committed all or none': async (store) => {
    await put(store, one, 'a')
    const sound = { rows: one, checkpoint: at(9), put: rowsOf('b'), remove: ['a'] }
    const unwritable = { rows: other, checkpoint: at(9), put: [{ key: 'x', row: 1n }] }
    expect(await commit(store, sound, unwritable)).toMatchObject(left({ type: 'StoreFault' }))
    expect(await range(store, null, null)).toEqual(['a'])
    expect(await promised(store.checkpoint(one))).toBe('1')
    await committed(store, sound, { ...unwritable, put: rowsOf('x') })
    expect(await range(store, null, null)).toEqual(['b'])
    expect(await promised(store.get(other, ['x']))).toEqual(rowsOf('x'))
  },
  'what a caller changes afterwards, of what it wrote or read, does not reach the rows': async (store) => {
    const row = { list: [1] }
    const committing = store.commit([await batchOf(store, { put: [{ key: 'a', row }] })])()
    row.list.push(2)
    await committing
    const [read] = await promised(store.get(one, ['a']))
    ;(read?.row as typeof row).list.push(3)
    expect(await promised(store.get(one, ['a']))).toEqual([{ key: 'a', row: { list: [1] } }])
  },
  'rows come back as they were, strange and large': async (store) => {
    const rows = Object.entries({ ...strangePayloads, large: largePayload }).map(([key, row]) => ({ key, row }))
    await committed(store, { put: rows })
    for (const { key, row } of rows) {
      const [read] = await promised(store.get(one, [key]))
      expect(JSON.stringify(read?.row)).toBe(JSON.stringify(row))
    }
  },
})

const conflictsAt = (rows: object, actual: string | null): object => left({ type: 'CheckpointConflict', rows, actual })

const contending = cases<ProjectionStore>({
  'a commit that rests on another checkpoint than the one that stands is a conflict that says where the rows stand':
    async (store) => {
      const stale = await batchOf(store, { put: rowsOf('stale') })
      expect(await store.commit([{ ...stale, from: at(3) }])()).toEqual(conflictsAt(one, null))
      await committed(store, { checkpoint: at(5), put: rowsOf('a') })
      expect(await store.commit([stale])()).toEqual(conflictsAt(one, '5'))
      expect(await store.commit([{ ...stale, from: at(4), checkpoint: at(9) }])()).toEqual(conflictsAt(one, '5'))
      expect(await range(store, null, null)).toEqual(['a'])
      expect(await promised(store.checkpoint(one))).toBe('5')
    },
  'a conflict of one batch keeps all of them from being written': async (store) => {
    const [sound, stale] = [await batchOf(store, { rows: other, put: rowsOf('b') }), await batchOf(store, {})]
    await put(store, one, 'a')
    expect(await store.commit([sound, stale])()).toEqual(conflictsAt(one, '1'))
    expect(await promised(store.get(other, ['b']))).toEqual([])
    expect(await promised(store.checkpoint(other))).toBeNull()
  },
  'of many commits that rest on one checkpoint, one is written': async (store) => {
    const resting = Array.from({ length: 16 }, async (_, n) =>
      store.commit([{ ...(await batchOf(store, { checkpoint: at(n + 2), put: rowsOf(`k${n}`) })), from: null }])(),
    )
    const answers = await Promise.all(resting)
    expect(answers.filter(({ _tag }) => _tag === 'Right')).toHaveLength(1)
    expect(await range(store, null, null)).toHaveLength(1)
  },
  'rows that another version has replaced cannot be moved on': async (store) => {
    await put(store, one, 'a')
    const stale = await batchOf(store, { checkpoint: at(2), put: rowsOf('b') })
    await promised(store.activate(two))
    expect(await store.commit([stale])()).toEqual(conflictsAt(one, null))
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
  'a range is what a sorted list would give, whatever its keys and bounds': async (store) => {
    const bound = fc.option(wellFormed)
    const property = fc.asyncProperty(
      fc.uniqueArray(wellFormed),
      bound,
      bound,
      fc.nat({ max: 9 }),
      async (given, after, before, limit) => {
        const remove = await range(store, null, null)
        await committed(store, { remove })
        await put(store, one, ...given)
        const inside = given.filter(
          (key) => (after === null || byCodePoint(key, after) > 0) && (before === null || byCodePoint(key, before) < 0),
        )
        expect(await range(store, after, before, limit)).toEqual(inside.toSorted(byCodePoint).slice(0, limit))
        expect(await promised(store.get(one, given))).toHaveLength(given.length)
      },
    )
    await fc.assert(property, { numRuns: 60 })
  },
  'a key that is not well-formed Unicode is refused, and nothing is written': async (store) => {
    for (const key of ['\ud800', 'a\udc00', '\udc00\ud800']) {
      const fault = left({ type: 'StoreFault' })
      expect(await commit(store, { put: rowsOf('a', key) })).toMatchObject(fault)
      expect(await commit(store, { put: rowsOf('a'), remove: [key] })).toMatchObject(fault)
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
    expect(await promised(store.active('rows'))).toBeNull()
  },
  'a version that becomes active drops rows and checkpoints of the others of that name': async (store) => {
    for (const ref of [one, two, other]) await put(store, ref, 'a')
    await promised(store.activate(one))
    await put(store, two, 'b')
    await promised(store.activate(two))
    expect(await promised(store.active('rows'))).toBe(2)
    expect(await promised(store.get(one, ['a']))).toEqual([])
    expect(await promised(store.checkpoint(one))).toBeNull()
    expect(await promised(store.get(two, ['a', 'b']))).toEqual(rowsOf('b'))
    expect(await promised(store.checkpoint(two))).toBe('1')
    expect(await promised(store.get(other, ['a']))).toEqual(rowsOf('a'))
    expect(await promised(store.active('others'))).toBeNull()
  },
  'a version without rows may become active': async (store) => {
    await promised(store.activate(two))
    expect(await promised(store.active('rows'))).toBe(2)
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
    for (const task of tasks) expect(await task()).toEqual(left({ type: 'StoreClosed' }))
  },
})

/** What a store of rows promises. */
export const projectionStoreCases = [...committing, ...contending, ...ranging, ...switching]
