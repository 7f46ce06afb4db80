import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { test1 } from '../../../presets/policies.ts'
import type { Count } from '../../../vocabulary/values.ts'
import type { Limit } from '../../organisation/policy/term.codec.ts'
import type { StarTerms } from './eligibility.ts'
import {
  computeEligibility,
  passesGate,
  computeScore,
  readStarTerms,
  type CountedRecord,
  type RoundReview,
} from './index.ts'

const terms = readStarTerms({ policy: test1, guard: test1 })
const onOrder = (minutes: number, round: number, more: object = {}) =>
  ({
    volunteer: 'b',
    recordId: `o.O1.${round}`,
    minutes,
    segments: [],
    grade: 'system',
    source: { type: 'order', orderId: 'O1', round },
    ...more,
  }) as unknown as CountedRecord
const inSession = (minutes: number, grade = 'manual') =>
  ({
    volunteer: 'b',
    recordId: `S-${minutes}`,
    minutes,
    segments: [],
    grade,
    source: { type: 'session', sessionId: 'S' },
  }) as unknown as CountedRecord
// A review has what the sum of ratings reads.
const review = (round: number, rating: number, orderId = 'O1') =>
  ({ orderId, round, rating, reviewer: 'r1' }) as unknown as RoundReview

describe('eligibility', () => {
  it('W1, C30: rests on counted minutes; each threshold is reached exactly at it', () => {
    const levels = [0, 299, 300, 599, 600, 1199, 1200, 2400, 4799, 4800, 90_000]
    expect(levels.map((minutes) => computeEligibility(terms, [inSession(minutes)], []).eligible)).toEqual([
      0, 0, 1, 1, 2, 2, 3, 4, 4, 5, 5,
    ])
  })

  it('says how many minutes are missing to the next level, and 0 at the top', () => {
    const short = (minutes: number) => computeEligibility(terms, [inSession(minutes)], []).short
    expect([170, 300, 410, 599, 600, 4800].map(short)).toEqual([130, 300, 190, 1, 600, 0])
  })

  it('W1: takes the grades that the policy counts, and cites those records alone', () => {
    const records = [inSession(400, 'manual'), onOrder(100, 1), onOrder(210, 2, { grade: 'attested' })]
    expect(computeEligibility(terms, records, [])).toMatchObject({ minutes: 710, eligible: 2 })
    expect(computeEligibility({ ...terms, countedGrades: ['system', 'attested'] }, records, [])).toMatchObject({
      minutes: 310,
      eligible: 1,
      records: [
        { volunteer: 'b', recordId: 'o.O1.1' },
        { volunteer: 'b', recordId: 'o.O1.2' },
      ],
    })
  })

  const third: StarTerms = { ...terms, manualShare: { p: 1 as Count, q: 3 as Limit } }
  const judge = (other: number, manual: number) =>
    computeEligibility(third, [onOrder(other, 1), inSession(manual, 'manual')], [])

  it('W1: at most a third of a star is `manual`: both sums must reach the level, and what is missing names both', () => {
    expect(judge(200, 100)).toMatchObject({ minutes: 300, manual: 100, eligible: 1, short: 300, shortOther: 200 })
    expect(judge(199, 101)).toMatchObject({ minutes: 300, manual: 101, eligible: 0, short: 0, shortOther: 1 })
    expect(judge(300, 0)).toMatchObject({ eligible: 1 })
    expect(judge(0, 6000)).toMatchObject({ minutes: 6000, manual: 6000, eligible: 0, short: 0, shortOther: 200 })
    expect(judge(200, 99)).toMatchObject({ eligible: 0, short: 1, shortOther: 0 })
  })
  it('W1: holds in integers for any share, sums and thresholds', () => {
    const minutes = fc.integer({ min: 0, max: 3000 })
    const share = fc.integer({ min: 1, max: 12 }).chain((q) => fc.tuple(fc.integer({ min: 0, max: q }), fc.constant(q)))
    fc.assert(
      fc.property(minutes, minutes, share, (r, m, [p, q]) => {
        const own = { ...terms, manualShare: { p: p as Count, q: q as Limit } }
        const found = computeEligibility(own, [onOrder(r, 1), inSession(m, 'manual')], [])
        const reached = own.thresholds.filter((T) => r + m >= T && q * r >= (q - p) * T).length
        expect(found.eligible).toBe(reached)
        const next = own.thresholds[reached]
        if (next === undefined) return
        const { short, shortOther } = found
        const enough = { r: r + shortOther, m: m + Math.max(0, short - shortOther) }
        expect(enough.r + enough.m >= next && q * enough.r >= (q - p) * next).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('W11, C30: the gate is passed exactly at 3.50, from the first review on; without a review it is neutral', () => {
    const records = [onOrder(200, 1), onOrder(110, 2)]
    expect(computeEligibility(terms, records, [])).toMatchObject({ eligible: 1, score: { sum: 0, count: 0 } })
    expect(computeEligibility(terms, records, [review(1, 2)])).toMatchObject({ eligible: 0, gateOpen: false, short: 0 })
    expect(computeEligibility(terms, records, [review(1, 2), review(2, 5)])).toMatchObject({
      eligible: 1,
      gateOpen: true,
      score: { sum: 7, count: 2 },
    })
    expect(computeEligibility(terms, records, [review(1, 1), review(2, 5)])).toMatchObject({
      eligible: 0,
      gateOpen: false,
    })
  })

  it('W11: the score is the mean over rounds in which there are counted minutes; the last review of a round is its final one', () => {
    const records = [onOrder(100, 1), onOrder(0, 3), inSession(300)]
    const reviews = [review(1, 1), review(2, 5), review(1, 4), review(3, 1), review(1, 2, 'O9')]
    expect(computeEligibility(terms, records, reviews).score).toEqual({ sum: 4, count: 1 })
  })

  it('W11: two records of one round bring in its review once', () => {
    const twice = [onOrder(100, 1), onOrder(100, 1, { volunteer: 'b2' })]
    expect(computeScore(twice, [review(1, 5)])).toEqual({ sum: 5, count: 1 })
  })

  it('W11: the mean is compared in integers: a third of a point never decides by rounding', () => {
    // 3.33… is under a gate of 3.34, and over one of 3.33.
    expect(passesGate({ sum: 10, count: 3 }, 334)).toBe(false)
    expect(passesGate({ sum: 10, count: 3 }, 333)).toBe(true)
    const many = fc.record({ count: fc.integer({ min: 1, max: 5000 }), extra: fc.integer({ min: 0, max: 1 }) })
    fc.assert(
      fc.property(many, ({ count, extra }) => {
        // The smallest sum of ratings with a mean of 3.50, and one below it.
        const sum = Math.ceil((7 * count) / 2)
        expect(passesGate({ sum: sum + extra, count }, 350)).toBe(true)
        expect(passesGate({ sum: sum - 1, count }, 350)).toBe(false)
      }),
      { numRuns: 200 },
    )
  })

  it('never falls when minutes are added without a review', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 12 }), (served) => {
        const levels = served.map((_, n) =>
          computeEligibility(
            terms,
            served.slice(0, n + 1).map((m) => inSession(m)),
            [],
          ),
        )
        levels.forEach(({ eligible }, n) => expect(eligible).toBeGreaterThanOrEqual(levels[n - 1]?.eligible ?? 0))
      }),
      { numRuns: 200 },
    )
  })
})
