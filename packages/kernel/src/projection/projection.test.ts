import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonicalJson,
  currentSchema,
  explain,
  project,
  sameContent,
  upcast,
  type Envelope,
  type Projection,
} from '../index.ts'

interface Added {
  readonly type: 'Added'
  readonly to: string
  readonly n: number
}
const sums: Projection<number, Added> = {
  name: 'sums',
  version: 1,
  initial: () => 0,
  keys: ({ to }) => [to],
  evolve: (row, { data }) => row + data.n,
}
const envelope = (data: Added, index: number): Envelope<Added> =>
  ({ id: `e${index}`, data }) as unknown as Envelope<Added>
const log = [
  { type: 'Added' as const, to: 'a', n: 1 },
  { type: 'Added' as const, to: 'b', n: 5 },
  { type: 'Added' as const, to: 'a', n: 0 },
  { type: 'Added' as const, to: 'a', n: 2 },
].map(envelope)

describe('a projection', () => {
  it('folds each event into the rows of its keys', () => {
    const rows = new Map<string, number>()
    log.forEach((one) => project(sums)(rows, one))
    expect([...rows]).toEqual([
      ['a', 3],
      ['b', 5],
    ])
  })

  it('explains a field by exactly the events that changed it', () => {
    expect(explain(sums, 'a', (row) => row)(log)).toEqual([
      { eventId: 'e0', before: 0, after: 1 },
      { eventId: 'e3', before: 1, after: 3 },
    ])
  })
})

describe('content', () => {
  it('is the same in any order of the keys', () => {
    expect(sameContent({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true)
    expect(sameContent({ a: 1 }, { a: 1, b: undefined })).toBe(false)
    expect(sameContent([1], { 0: 1 })).toBe(false)
  })

  it('has one canonical text: texts are equal exactly where contents are', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.jsonValue(),
        (a, b) => sameContent(a, b) === sameContent(canonicalJson(a), canonicalJson(b)),
      ),
      { numRuns: 200 },
    )
  })
})

describe('an older schema', () => {
  const upcasts = {
    Added: [
      (data: unknown) => ({ ...(data as object), to: 'a' }),
      (data: unknown) => ({ ...(data as object), type: 'Added' }),
    ],
  }

  it('is upcast step by step to today’s', () => {
    expect(currentSchema(upcasts, 'Added')).toBe(3)
    expect(currentSchema(upcasts, 'Other')).toBe(1)
    expect(upcast(upcasts, 'Added', 1, { n: 1 })).toEqual({ n: 1, to: 'a', type: 'Added' })
    expect(upcast(upcasts, 'Added', 2, { n: 1, to: 'b' })).toEqual({ n: 1, to: 'b', type: 'Added' })
    expect(upcast(upcasts, 'Added', 3, { n: 1 })).toEqual({ n: 1 })
  })
})
