import * as fc from 'fast-check'
import { expect } from 'vitest'
import { byCodePoint, promised, type GlobalPosition, type ProjectionStore, type Row } from '@zhiyuan/runtime'
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

const put = (store: ProjectionStore, rows = one, ...keys: ReadonlyArray<string>) =>
  promised(store.commit([{ rows, checkpoint: at(1), put: rowsOf(...keys), remove: [] }]))

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
    const batch = { rows: one, checkpoint: at(12), put: [{ key: 'b', row: 2 }], remove: ['c', 'never'] }
    await promised(store.commit([batch]))
    expect(await promised(store.get(one, ['a', 'b', 'c', 'd']))).toEqual([...rowsOf('a'), { key: 'b', row: 2 }])
    expect(await promised(store.checkpoint(one))).toBe('12')
  },
  'a commit may move only the checkpoint': async (store) => {
    await promised(store.commit([{ rows: one, checkpoint: at(7), put: [], remove: [] }]))
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
    const unwritable = { rows: other, checkpoint: at(9), put: [{ key: 'x', row: 1n }], remove: [] }
    expect(await store.commit([sound, unwritable])()).toMatchObject(left({ type: 'StoreFault' }))
    expect(await range(store, null, null)).toEqual(['a'])
    expect(await promised(store.checkpoint(one))).toBe('1')
    await promised(store.commit([sound, { ...unwritable, put: rowsOf('x') }]))
    expect(await range(store, null, null)).toEqual(['b'])
    expect(await promised(store.get(other, ['x']))).toEqual(rowsOf('x'))
  },
  'what a caller changes afterwards, of what it wrote or read, does not reach the rows': async (store) => {
    const row = { list: [1] }
    const committing = store.commit([{ rows: one, checkpoint: at(1), put: [{ key: 'a', row }], remove: [] }])()
    row.list.push(2)
    await committing
    const [read] = await promised(store.get(one, ['a']))
    ;(read?.row as typeof row).list.push(3)
    expect(await promised(store.get(one, ['a']))).toEqual([{ key: 'a', row: { list: [1] } }])
  },
  'rows come back as they were, strange and large': async (store) => {
    const rows = Object.entries({ ...strangePayloads, large: largePayload }).map(([key, row]) => ({ key, row }))
    await promised(store.commit([{ rows: one, checkpoint: at(1), put: rows, remove: [] }]))
    for (const { key, row } of rows) {
      const [read] = await promised(store.get(one, [key]))
      expect(JSON.stringify(read?.row)).toBe(JSON.stringify(row))
    }
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
        await promised(store.commit([{ rows: one, checkpoint: at(1), put: [], remove }]))
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
      const commit = (batch: object) =>
        store.commit([{ rows: one, checkpoint: at(1), put: rowsOf('a'), remove: [], ...batch }])()
      expect(await commit({ put: rowsOf('a', key) })).toMatchObject(fault)
      expect(await commit({ remove: [key] })).toMatchObject(fault)
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
export const projectionStoreCases = [...committing, ...ranging, ...switching]
