import { describe, expect, it } from 'vitest'
import { day, hour, minute } from './calendar.oracle.fixture.ts'
import { findCapacity, holdConfirms, isConfirmedInTime } from './confirmation.oracle.fixture.ts'
import type { Confirm, RoundLog } from './confirmation.oracle.fixture.ts'

const monday = Date.parse('2024-03-04T00:00:00+08:00')
const calendar = {
  offsetMinutes: 480,
  isWorkingDay: (date: string) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()),
}
const log: RoundLog = {
  arrivals: [
    { human: 'a', isToldInTime: true },
    { human: 'b', isToldInTime: true },
    { human: 'late', isToldInTime: false },
  ],
  requesters: ['r1', 'f1', 'h1'],
  clerks: ['k1', 'a'],
}

describe('the confirmer', () => {
  it('A9: is one whom the log places there, the requester’s side, or the handler’s clerk', () => {
    expect(findCapacity('a', 'b', log)).toBe('placed')
    expect(findCapacity('f1', 'b', log)).toBe('requester')
    expect(findCapacity('k1', 'b', log)).toBe('clerk')
  })

  it('A9: counts as a clerk where a clerk typed the need, and as the requester where it is the own one', () => {
    expect(findCapacity('h1', 'b', { ...log, clerks: ['h1'] })).toBe('clerk')
    expect(findCapacity('r1', 'b', { ...log, clerks: ['r1'] })).toBe('requester')
  })

  it('A9: is no stranger, no one told late, and never the volunteer', () => {
    expect(findCapacity('x', 'b', log)).toBe(null)
    expect(findCapacity('late', 'b', log)).toBe(null)
    expect(findCapacity('b', 'b', log)).toBe(null)
    expect(findCapacity('k1', 'k1', { ...log, requesters: ['k1'] })).toBe(null)
  })

  it('A9: the tenth working day is in time, the midnight that ends it is too late', () => {
    const missing = monday + 11 * hour
    expect(isConfirmedInTime(missing, monday + 15 * day - 1, 10, calendar)).toBe(true)
    expect(isConfirmedInTime(missing, monday + 15 * day, 10, calendar)).toBe(false)
  })
})

describe('confirms a day', () => {
  const terms = { clerk: 10, unit: 20 }
  const makeConfirms = (n: number, clerk: string, start = monday, unit = 'V1'): readonly Confirm[] =>
    Array.from({ length: n }, (_, index) => ({
      presence: `${clerk}${index + 1}`,
      clerk,
      unit,
      at: start + index * minute,
    }))

  it('A9: the eleventh of a clerk is held', () => {
    expect(holdConfirms(makeConfirms(10, 'k'), terms, 480)).toEqual([])
    expect(holdConfirms(makeConfirms(12, 'k'), terms, 480)).toEqual(['k11', 'k12'])
  })

  it('A9: the twenty-first of a unit is held, however many clerks it has', () => {
    const all = ['k', 'l', 'm', 'n'].flatMap((clerk) => makeConfirms(7, clerk))
    expect(holdConfirms(all, terms, 480)).toEqual(['m7', ...makeConfirms(7, 'n').map(({ presence }) => presence)])
  })

  it('A9: held confirms still count for the unit', () => {
    const all = [...makeConfirms(15, 'k'), ...makeConfirms(6, 'l')]
    expect(holdConfirms(all, terms, 480)).toEqual(['k11', 'k12', 'k13', 'k14', 'k15', 'l6'])
  })

  it('A9: a clerk with two units has ten in all, and the local midnight starts a new day', () => {
    expect(holdConfirms([...makeConfirms(6, 'k'), ...makeConfirms(5, 'k', monday, 'V2')], terms, 480)).toHaveLength(1)
    const evening = makeConfirms(20, 'k', monday - 10 * minute)
    expect(holdConfirms(evening, terms, 480)).toEqual([])
    expect(holdConfirms(evening, terms, 0)).toHaveLength(10)
  })
})
