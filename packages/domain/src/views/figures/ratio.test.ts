import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundHundredths, computeMedian, reachesPercent } from './ratio.ts'

const count = fc.integer({ min: 0, max: 1_000_000_000 })
const runs = { numRuns: 200 }

describe('ratios', () => {
  it('S10: are rounded half up to hundredths of a percent', () => {
    expect([1, 3, 2, 470].map((n) => roundHundredths({ n, d: n === 470 ? 770 : 30 }, 100))).toEqual([
      333, 1000, 667, 6104,
    ])
    expect([roundHundredths({ n: 1, d: 20_000 }, 100), roundHundredths({ n: 1, d: 20_001 }, 100)]).toEqual([1, 0])
  })

  it('S10: without a denominator there is no data, and no target is reached', () => {
    expect([roundHundredths({ n: 0, d: 0 }, 100), reachesPercent({ n: 0, d: 0 }, 0)]).toEqual([null, false])
  })

  it('S10: are exact for all exact integers', () => {
    fc.assert(
      fc.property(count, count, (n, d) => {
        fc.pre(d > 0)
        const exact = (20_000n * BigInt(n) + BigInt(d)) / (2n * BigInt(d))
        expect(roundHundredths({ n, d }, 100)).toBe(Number(exact))
        expect(reachesPercent({ n, d }, 13)).toBe(BigInt(n) * 100n >= 13n * BigInt(d))
      }),
      runs,
    )
  })

  it('S10: the median has as many values below as above', () => {
    expect([computeMedian([]), computeMedian([7]), computeMedian([4, 1]), computeMedian([9, 1, 5])]).toEqual([
      { n: 0, d: 0 },
      { n: 7, d: 1 },
      { n: 5, d: 2 },
      { n: 5, d: 1 },
    ])
    fc.assert(
      fc.property(fc.array(count, { minLength: 1 }), (values) => {
        const { n, d } = computeMedian(values)
        const below = values.filter((v) => v * d < n).length
        const above = values.filter((v) => v * d > n).length
        expect(Math.max(below, above)).toBeLessThanOrEqual(Math.floor(values.length / 2))
      }),
      runs,
    )
  })
})
