import { describe, expect, it } from 'vitest'
import { hour, minute } from './calendar.oracle.fixture.ts'
import { addsTime, findContradictions } from './contradiction.oracle.fixture.ts'
import type { OrderRound, PublishedSession } from './contradiction.oracle.fixture.ts'

const terms = { fitMinutes: 30, publishedSessions: true }
const nine = Date.parse('2024-03-04T09:00:00+08:00')
const order: OrderRound = {
  type: 'order',
  seated: ['a', 'b'],
  planned: { start: nine, end: nine + 2 * hour },
  firstCheckIn: nine + hour,
  report: nine + 4 * hour,
  outcome: null,
  absent: [],
  own: [],
}
const session: PublishedSession = {
  type: 'session',
  publishedAt: nine - 1,
  start: nine,
  end: nine + 2 * hour,
  isCancelled: false,
}
const claim = (start: number, end: number, human = 'a') => ({ human, intervals: [{ start, end }] })

describe('an order', () => {
  it('H2a: a helper who was seated fits the planned time, and the time from check-in to report', () => {
    expect(findContradictions(claim(nine, nine + 2 * hour), order, terms)).toEqual([])
    expect(findContradictions(claim(nine + hour, nine + 4 * hour, 'b'), order, terms)).toEqual([])
  })

  it('H2a: thirty minutes on each side fit, a millisecond more does not', () => {
    const [from, to] = [nine - 30 * minute, nine + 2 * hour + 30 * minute]
    expect(findContradictions(claim(from, to), order, terms)).toEqual([])
    expect(findContradictions(claim(from - 1, to), order, terms)).toEqual(['other-time'])
    const late = nine + 4 * hour + 30 * minute
    expect(findContradictions(claim(nine + hour, late), order, terms)).toEqual([])
    expect(findContradictions(claim(nine + hour, late + 1), order, terms)).toEqual(['other-time'])
  })

  it('H2a: the two windows do not add up to a longer one', () => {
    expect(findContradictions(claim(nine, nine + 4 * hour), order, terms)).toEqual(['other-time'])
  })

  it('H2a: segments are judged as one presence', () => {
    const segments = { human: 'a', intervals: [claim(nine, nine + hour), claim(nine + 3 * hour, nine + 4 * hour)] }
    const intervals = segments.intervals.flatMap((one) => one.intervals)
    expect(findContradictions({ human: 'a', intervals }, order, terms)).toEqual(['other-time'])
  })

  it('H2a: a friend of the team without a seat does not fit', () => {
    expect(findContradictions(claim(nine, nine + hour, 'x'), order, terms)).toEqual(['not-seated'])
  })

  it('H2a: cancelled, missed, never begun and absent are held at any time', () => {
    const one = claim(nine, nine + hour)
    expect(findContradictions(one, { ...order, outcome: 'cancelled' }, terms)).toEqual(['cancelled'])
    const missed: OrderRound = { ...order, outcome: 'missed', firstCheckIn: null, report: null }
    expect(findContradictions(one, missed, terms)).toEqual(['missed', 'never-began'])
    expect(findContradictions(one, { ...order, absent: ['a'] }, terms)).toEqual(['absent'])
    expect(findContradictions(claim(nine, nine + hour, 'b'), { ...order, absent: ['a'] }, terms)).toEqual([])
  })

  it('H2a: an order without a time and without a report has no window', () => {
    const open: OrderRound = { ...order, planned: null, report: null }
    expect(findContradictions(claim(nine, nine + hour), open, terms)).toEqual(['other-time'])
  })
})

describe('a session', () => {
  it('H2a: one published a millisecond before it began fits, one published as it began does not', () => {
    expect(findContradictions(claim(nine, nine + hour), session, terms)).toEqual([])
    expect(findContradictions(claim(nine, nine + hour), { ...session, publishedAt: nine }, terms)).toEqual([
      'not-published',
    ])
    expect(findContradictions(claim(nine, nine + hour), { ...session, publishedAt: null }, terms)).toEqual([
      'not-published',
    ])
  })

  it('H2a: sixteen hours do not fit a session of two', () => {
    expect(findContradictions(claim(nine, nine + 16 * hour), session, terms)).toEqual(['other-time'])
    expect(findContradictions(claim(nine, nine + 2 * hour + 30 * minute), session, terms)).toEqual([])
  })

  it('H2a: nothing took place in a cancelled session', () => {
    expect(findContradictions(claim(nine, nine + hour), { ...session, isCancelled: true }, terms)).toEqual([
      'cancelled',
    ])
  })

  it('H2a: a policy may ask for no published sessions, and an old one for no fit', () => {
    const unknown = { ...session, publishedAt: null }
    expect(findContradictions(claim(0, hour), unknown, { ...terms, publishedSessions: false })).toEqual([])
    expect(findContradictions(claim(0, hour, 'x'), order, { ...terms, fitMinutes: null })).toEqual([])
  })
})

describe('added time', () => {
  it('H9: ten minutes less at the start of a record add none (golden row 47), a shift adds', () => {
    const before = [{ start: nine, end: nine + 2 * hour }]
    expect(addsTime(before, [{ start: nine + 10 * minute, end: nine + 2 * hour }])).toBe(false)
    expect(addsTime(before, [{ start: nine + 10 * minute, end: nine + 2 * hour + 1 }])).toBe(true)
  })

  it('H9: a break that is filled adds, two adjoining segments made one do not', () => {
    const halves = [
      { start: nine, end: nine + hour },
      { start: nine + hour, end: nine + 2 * hour },
    ]
    const apart = [halves[0]!, { start: nine + hour + 1, end: nine + 2 * hour }]
    expect(addsTime(halves, [{ start: nine, end: nine + 2 * hour }])).toBe(false)
    expect(addsTime(apart, [{ start: nine, end: nine + 2 * hour }])).toBe(true)
  })
})
