import { describe, expect, it } from 'vitest'
import { day, hour } from './calendar.oracle.fixture.ts'
import { findFinalReview, findLevel, findMissing, findScore, isGateOpen, reaches } from './star.oracle.fixture.ts'
import type { ReviewedRound, RoundReview } from './star.oracle.fixture.ts'

const third = { p: 1, q: 3 }
const all = { p: 1, q: 1 }
const thresholds = [100, 300, 600, 1000, 1500].map((hours) => hours * 60)

describe('levels', () => {
  it('W1: one minute below the threshold is no star, the threshold is', () => {
    expect(findLevel({ other: 5999, manual: 0 }, thresholds, third)).toBe(0)
    expect(findLevel({ other: 6000, manual: 0 }, thresholds, third)).toBe(1)
    expect(findLevel({ other: 90_000, manual: 0 }, thresholds, third)).toBe(5)
  })

  it('W1: a third of the star may be manual, a minute more may not', () => {
    expect(reaches({ other: 4000, manual: 2000 }, 6000, third)).toBe(true)
    expect(reaches({ other: 3999, manual: 2001 }, 6000, third)).toBe(false)
    expect(reaches({ other: 3999, manual: 900_000 }, 6000, third)).toBe(false)
  })

  it('W1: bought hours alone reach nothing, and do not spoil honest ones', () => {
    expect(findLevel({ other: 0, manual: 90_000 }, thresholds, third)).toBe(0)
    expect(findLevel({ other: 6000, manual: 90_000 }, thresholds, third)).toBe(1)
    expect(findLevel({ other: 12_000, manual: 6000 }, thresholds, third)).toBe(2)
  })

  it('W1: a share of 1/1 asks for the sum alone (golden: e with 300 of 300)', () => {
    expect(findLevel({ other: 0, manual: 300 }, [300, 600], all)).toBe(1)
    expect(findMissing({ other: 170, manual: 240 }, 600, all)).toEqual({ any: 190, other: 0 })
  })

  it('W1: what is missing names both, in whole minutes', () => {
    expect(findMissing({ other: 1000, manual: 4000 }, 6000, third)).toEqual({ any: 1000, other: 3000 })
    expect(findMissing({ other: 66, manual: 34 }, 100, third)).toEqual({ any: 0, other: 1 })
    expect(reaches({ other: 67, manual: 33 }, 100, third)).toBe(true)
  })
})

const start = Date.parse('2024-03-04T09:00:00+08:00')
const one: ReviewedRound = { round: 'O1.1', windowEnds: start + 15 * day, nextBegan: null }
const review = (fields: Partial<RoundReview> = {}): RoundReview => ({
  round: 'O1.1',
  reviewer: 'r1',
  nearness: 'requester',
  isOwnTeam: false,
  stars: 5,
  at: start,
  ...fields,
})
const final = (reviews: readonly RoundReview[], round = one): number | null =>
  findFinalReview(round, reviews, 24, start + 99 * day)?.stars ?? null

describe('reviews', () => {
  const contact = review({ reviewer: 'f1', nearness: 'contact', stars: 2 })

  it('O9: a nearer person replaces a farther one, never the other way round', () => {
    expect(final([contact, review({ at: start + day })])).toBe(5)
    expect(final([review(), review({ ...contact, at: start + day })])).toBe(5)
    expect(final([review({ reviewer: 'h1', nearness: 'proxy', stars: 1 }), { ...contact, at: start + 1 }])).toBe(2)
  })

  it('O9: a second contact does not replace the first', () => {
    expect(final([contact, review({ ...contact, reviewer: 'f2', stars: 5, at: start + 1 })])).toBe(2)
  })

  it('O9: the reopening window ends half-open', () => {
    expect(final([contact, review({ at: start + 15 * day - 1 })])).toBe(5)
    expect(final([contact, review({ at: start + 15 * day })])).toBe(2)
  })

  it('O9: the own review is replaced within 24 h of the first one', () => {
    expect(final([review(), review({ stars: 1, at: start + 24 * hour - 1 })])).toBe(1)
    expect(final([review(), review({ stars: 1, at: start + 24 * hour })])).toBe(5)
    const chain = [review(), review({ stars: 4, at: start + 20 * hour }), review({ stars: 1, at: start + 30 * hour })]
    expect(final(chain)).toBe(4)
  })

  it('O9: in an earlier round nothing is replaced by its reviewer', () => {
    const ended = { ...one, nextBegan: start + hour }
    expect(final([review(), review({ stars: 1, at: start + hour })], ended)).toBe(5)
  })

  it('O9: a review of the own team does not count, and what it replaces does not either', () => {
    expect(final([review({ isOwnTeam: true })])).toBe(null)
    expect(final([contact, review({ isOwnTeam: true, at: contact.at + 1 })])).toBe(null)
    expect(final([contact, review({ at: contact.at + 1 })])).toBe(5)
  })
})

describe('the score', () => {
  const rounds = [one, { ...one, round: 'O1.2' }, { ...one, round: 'O2.1' }]
  const reviews = [review({ stars: 2 }), review({ round: 'O1.2', stars: 5 })]
  const terms = { replaceHours: 24, known: start + 99 * day }
  const counted = (...names: readonly string[]) => names.map((round) => ({ round, human: 'b', minutes: 50 }))

  it('W11: 3.50 itself opens the gate (golden b), 2.00 does not (golden a)', () => {
    const b = findScore('b', rounds, reviews, counted('O1.1', 'O1.2', 'O2.1'), terms)
    expect(b).toEqual({ sum: 7, rounds: 2 })
    expect(isGateOpen(b, 350)).toBe(true)
    expect(isGateOpen(findScore('b', rounds, reviews, counted('O1.1'), terms), 350)).toBe(false)
    expect(isGateOpen({ sum: 3499, rounds: 1000 }, 350)).toBe(false)
  })

  it('W11: a rating reaches minutes that come later, and goes where they are voided', () => {
    expect(findScore('b', rounds, reviews, [], terms)).toEqual({ sum: 0, rounds: 0 })
    expect(findScore('b', rounds, reviews, counted('O1.1', 'O1.1'), terms)).toEqual({ sum: 2, rounds: 1 })
    expect(findScore('b', rounds, reviews, [{ round: 'O1.1', human: 'b', minutes: 0 }], terms).rounds).toBe(0)
  })

  it('W11: without a review the gate stands open', () => {
    expect(isGateOpen(findScore('b', rounds, [], counted('O1.1'), terms), 350)).toBe(true)
  })
})
