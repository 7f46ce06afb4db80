import { describe, expect, it } from 'vitest'
import { listDifferences } from './differences.ts'

describe('listDifferences', () => {
  it('names each place by its path, what is there and what should be', () => {
    const actual = { seats: 2, at: { unit: 'V1' }, seen: ['a'], 'by-hand': true, taken: new Map([['a', 1]]) }
    const expected = { seats: 3, at: { unit: 'V2' }, seen: ['a', 'b'], 'by-hand': false, taken: new Map([['a', 2]]) }
    expect(listDifferences(actual, expected)).toEqual([
      '$.seats: 2 instead of 3',
      "$.at.unit: 'V1' instead of 'V2'",
      "$.seen[1]: nothing instead of 'b'",
      '$["by-hand"]: true instead of false',
      "$.taken.get('a'): 1 instead of 2",
    ])
    expect(listDifferences(actual, structuredClone(actual))).toEqual([])
  })

  it('names the whole where the kinds differ, and cuts what is long', () => {
    expect(listDifferences({ a: [1] }, { a: { 0: 1 } })).toEqual(["$.a: [ 1 ] instead of { '0': 1 }"])
    expect(listDifferences(new Set([1]), new Set([2]))).toEqual(['$: Set(1) { 1 } instead of Set(1) { 2 }'])
    expect(listDifferences('x'.repeat(200), 1)[0]).toMatch(/^\$: 'x{99}… instead of 1$/)
  })

  it('has ten lines at most, and says how many places are left out', () => {
    const lines = listDifferences(Array.from({ length: 13 }).fill(0), Array.from({ length: 13 }).fill(1))
    expect(lines).toHaveLength(11)
    expect(lines.at(-1)).toBe('… and 3 more')
  })
})
