import { describe, expect, it } from 'vitest'
import { judgeSizes, limits } from './sizes.ts'

const judge = (lines: ReadonlyArray<number>) => judgeSizes(new Map(lines.map((n, index) => [`${index}.ts`, n])))
const { median, p90, longest } = limits
/** A hundred files: so many of each size. */
const makeHundredFiles = (short: number, middling: number, long: number) => [
  ...Array.from({ length: short }, () => median),
  ...Array.from({ length: middling }, () => p90),
  ...Array.from({ length: long }, () => longest),
]

describe('the sizes of files', () => {
  it('may reach each limit', () => {
    expect(judge(makeHundredFiles(50, 40, 10)).violations).toEqual([])
  })

  it.each([
    ['half of the files', makeHundredFiles(49, 41, 10)],
    ['a tenth of the files', makeHundredFiles(50, 39, 11)],
    [`2.ts has ${longest + 1} lines`, [1, 1, longest + 1]],
  ])('are too long where %s exceed their limit', (words, lines) => {
    const { violations } = judge(lines)
    expect(violations).toHaveLength(1)
    expect(violations.join('\n')).toContain(words)
  })

  it('are not judged by shares where there are few files', () => {
    expect(judge([p90, longest]).violations).toEqual([])
  })

  it('are told', () => {
    expect(judge([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).summary).toBe('median 5, 90th percentile 9, longest 10 lines')
  })
})
