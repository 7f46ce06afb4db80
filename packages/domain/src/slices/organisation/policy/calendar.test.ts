import { describe, expect, it } from 'vitest'
import { replay, type Instant, type LocalDay } from '@zhiyuan/kernel'
import {
  calendar2020to2026,
  computeDue,
  isWorkingDay,
  policyFold,
  addWorkingDays,
  type PolicyBook,
  type Term,
} from './index.ts'
import { test1 } from '../../../presets/policies.ts'

const book: PolicyBook = replay(
  policyFold,
  calendar2020to2026.map((year) => ({ type: 'CalendarYearAdopted' as const, ...year })),
)
const none: PolicyBook = policyFold.initial
const due = (term: object, start: string, of = book) =>
  computeDue(of, test1, { term: term as Term, from: start as Instant })
const day = (of: PolicyBook, s: string) => isWorkingDay(of, s as LocalDay)

describe('a working day', () => {
  it('is Monday to Friday, less the holidays, and the make-up days', () => {
    const known = (working: boolean) => ({ working, assumed: false })
    expect(day(book, '2020-04-30')).toEqual(known(true))
    expect(day(book, '2020-05-01')).toEqual(known(false))
    expect(day(book, '2020-05-02')).toEqual(known(false))
    expect(day(book, '2020-05-09')).toEqual(known(true))
    expect(day(book, '2020-05-10')).toEqual(known(false))
    expect(day(book, '2026-10-10')).toEqual(known(true))
  })

  it('is assumed where the year’s notice is not adopted yet: Monday to Friday', () => {
    expect(day(none, '2020-05-01')).toEqual({ working: true, assumed: true })
    expect(day(none, '2020-05-09')).toEqual({ working: false, assumed: true })
    expect(day(book, '2027-01-01')).toEqual({ working: true, assumed: true })
  })

  it('the notices of 2020 to 2026 name each day once, off or worked, and take at least ten weekdays off', () => {
    for (const { year, daysOff, daysWorked } of calendar2020to2026) {
      const days = [...daysOff, ...daysWorked]
      expect(new Set(days).size, String(year)).toBe(days.length)
      expect(daysOff.filter((one) => day(none, one).working).length - daysWorked.length).toBeGreaterThanOrEqual(10)
    }
  })
})

describe('a term', () => {
  it('H4: 10 working days after 2020-04-29 end with 05-15, since 05-09 is a make-up day; the midnight after it is too late', () => {
    expect(due({ workingDays: 10 }, '2020-04-29T06:00:00.000Z')).toEqual({
      dueAt: '2020-05-15T16:00:00.000Z',
      assumed: false,
    })
    expect(due({ workingDays: 10 }, '2020-04-29T06:00:00.000Z', none)).toEqual({
      dueAt: '2020-05-13T16:00:00.000Z',
      assumed: true,
    })
  })

  it('W2: 5 working days after 2020-05-20 end with 05-27; the hour of the start does not matter, its local day does', () => {
    const ends = '2020-05-27T16:00:00.000Z'
    expect(due({ workingDays: 5 }, '2020-05-20T02:00:00.000Z').dueAt).toBe(ends)
    expect(due({ workingDays: 5 }, '2020-05-19T16:00:00.000Z').dueAt).toBe(ends)
    expect(due({ workingDays: 5 }, '2020-05-20T15:59:59.999Z').dueAt).toBe(ends)
  })

  it('hours and days elapse on any calendar', () => {
    expect(due({ hours: 48 }, '2020-04-30T02:20:00.000Z')).toEqual({
      dueAt: '2020-05-02T02:20:00.000Z',
      assumed: false,
    })
    expect(due({ days: 15 }, '2020-04-26T02:30:00.000Z')).toEqual({ dueAt: '2020-05-11T02:30:00.000Z', assumed: false })
  })

  it('is assumed as soon as it reaches into a year without a notice', () => {
    expect(due({ workingDays: 2 }, '2026-12-29T02:00:00.000Z')).toMatchObject({ assumed: false })
    expect(due({ workingDays: 3 }, '2026-12-29T02:00:00.000Z')).toEqual({
      dueAt: '2027-01-01T16:00:00.000Z',
      assumed: true,
    })
  })

  it('ends even on a calendar without a working day', () => {
    const years = new Map(
      [...Array(400).keys()].map((n) => [1900 + n, { daysOff: { includes: () => true }, daysWorked: [] }]),
    )
    expect(addWorkingDays({ ...none, years: years as never }, '2020-01-01' as LocalDay, 1).day > '2029').toBe(true)
  })
})
