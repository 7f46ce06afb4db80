import { describe, expect, it } from 'vitest'
import { day, hour, minute } from './calendar.oracle.fixture.ts'
import {
  countMinutes,
  countVisits,
  findFault,
  holdLongDays,
  markChains,
  markDays,
  markEvents,
} from './minutes.oracle.fixture.ts'
import type { Segment, Visit } from './minutes.oracle.fixture.ts'

const midnight = Date.parse('2024-03-04T00:00:00+08:00')
const nine = midnight + 9 * hour
const terms = { longestPlanMinutes: 720, checkOutMinutes: 120 }
const segment = (start: number, length: number): Segment => ({ start, end: start + length })
const makeVisit = (record: string, start: number, length: number, fields: Partial<Visit> = {}): Visit => ({
  record,
  human: 'a',
  place: record,
  grade: 'attested',
  segments: [segment(start, length)],
  ...fields,
})

describe('minutes', () => {
  it('H13: a pause ends a segment, and each one is floored (golden row 32)', () => {
    expect(countMinutes([segment(nine, 90 * minute), segment(nine + 110 * minute, 90 * minute)])).toBe(180)
    expect(countMinutes([segment(nine, minute - 1), segment(nine + hour, minute - 1)])).toBe(0)
    expect(countMinutes([segment(nine, 2 * minute - 1)])).toBe(1)
  })

  it('H13: a Backfill states the sum, no other figure', () => {
    expect(findFault([segment(nine, hour)], 60, terms)).toBe(null)
    expect(findFault([segment(nine, hour)], 61, terms)).toBe('other-minutes')
    expect(findFault([segment(nine, hour)], 60.5, terms)).toBe('other-minutes')
    expect(findFault([segment(nine, hour)], null, terms)).toBe(null)
  })

  it('H13: the span, breaks included, is at most the longest plan and the check-out term', () => {
    const early = segment(nine, minute)
    expect(findFault([early, segment(nine + 14 * hour - minute, minute)], null, terms)).toBe(null)
    expect(findFault([early, segment(nine + 14 * hour - minute, minute + 1)], null, terms)).toBe('span-too-long')
  })

  it('H13: segments run forward and apart', () => {
    expect(findFault([], 0, terms)).toBe('no-segment')
    expect(findFault([segment(nine, 0)], 0, terms)).toBe('segment-backwards')
    expect(findFault([segment(nine, hour), segment(nine + hour, hour)], 120, terms)).toBe(null)
    expect(findFault([segment(nine, hour), segment(nine + hour - 1, hour)], 120, terms)).toBe('segments-overlap')
  })
})

describe('a day', () => {
  it('H13: sixteen hours pass, a minute more is held, and so is all that is entered later', () => {
    const first = makeVisit('R1', midnight, 12 * hour)
    expect(holdLongDays([first, makeVisit('R2', midnight + 12 * hour, 4 * hour)], 960, 480)).toEqual([])
    const long = makeVisit('R2', midnight + 12 * hour, 4 * hour + minute)
    const last = makeVisit('R3', midnight + 23 * hour, minute)
    expect(holdLongDays([first, long, last], 960, 480)).toEqual(['R2', 'R3'])
  })

  it('H13: a night shift is split at the local midnight', () => {
    const shift = makeVisit('R1', midnight + 15 * hour, 17 * hour)
    expect(holdLongDays([shift], 960, 480)).toEqual([])
    expect(holdLongDays([makeVisit('R1', midnight, 17 * hour)], 960, 480)).toEqual(['R1'])
  })

  it('H13: two people do not share a day', () => {
    const other = makeVisit('R2', midnight, 10 * hour, { human: 'b' })
    expect(holdLongDays([makeVisit('R1', midnight, 10 * hour), other], 960, 480)).toEqual([])
  })

  it('H6: eight hours carry no mark, a minute more does, and nothing is cut', () => {
    const half = makeVisit('R1', midnight, 4 * hour, { place: 'S' })
    const rest = makeVisit('R2', nine, 4 * hour, { place: 'S' })
    const more = makeVisit('R3', nine + 5 * hour, minute, { place: 'S' })
    const tomorrow = makeVisit('R4', nine + day, minute, { place: 'S' })
    expect(markDays([half, rest], 480, 480)).toEqual([])
    expect(markDays([half, rest, more, tomorrow], 480, 480)).toEqual(['R3'])
    expect(markEvents([half, rest, more, tomorrow], 480)).toEqual(['R3', 'R4'])
  })
})

describe('visits and chains', () => {
  it('H21: six records of one morning in one order are one visit, a record across midnight too', () => {
    const six = Array.from({ length: 6 }, (_, n) => makeVisit(`R${n}`, nine + n * hour, hour, { place: 'O1' }))
    expect(countVisits(six, 480)).toBe(1)
    expect(countVisits([makeVisit('R1', midnight - hour, 2 * hour)], 480)).toBe(1)
  })

  it('H21: a nurse with thirty orders makes thirty visits', () => {
    expect(
      countVisits(
        Array.from({ length: 30 }, (_, n) => makeVisit(`O${n}`, nine + n * minute, minute)),
        480,
      ),
    ).toBe(30)
  })

  it('H21: four that adjoin carry no mark, from the fifth on each does, in the order of service', () => {
    const gap = 30 * minute
    const chain = Array.from({ length: 6 }, (_, n) => makeVisit(`R${n + 1}`, nine + n * (hour + gap), hour))
    expect(markChains(chain.slice(0, 4), { gapMinutes: 30, most: 4 })).toEqual([])
    expect(markChains([...chain].reverse(), { gapMinutes: 30, most: 4 })).toEqual(['R5', 'R6'])
  })

  it('H21: a gap of a millisecond more than thirty minutes starts a new chain', () => {
    const apart = Array.from({ length: 6 }, (_, n) => makeVisit(`R${n}`, nine + n * (90 * minute + 1), hour))
    expect(markChains(apart, { gapMinutes: 30, most: 4 })).toEqual([])
  })

  it('H21: system records do not join a chain, and a long one bridges a short one', () => {
    const mixed = Array.from({ length: 8 }, (_, n) =>
      makeVisit(`R${n}`, nine + n * 15 * minute, 15 * minute, { grade: n % 2 === 0 ? 'manual' : 'system' }),
    )
    expect(markChains(mixed, { gapMinutes: 30, most: 4 })).toEqual([])
    const bridge = [
      makeVisit('L', nine, 9 * hour),
      ...[1, 2, 3, 4].map((n) => makeVisit(`M${n}`, nine + n * hour, minute)),
    ]
    expect(markChains(bridge, { gapMinutes: 30, most: 4 })).toEqual(['M4'])
  })
})
