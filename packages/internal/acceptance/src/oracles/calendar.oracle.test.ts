import { describe, expect, it } from 'vitest'
import { day, endTerm, hour, localDay } from './calendar.oracle.fixture.ts'
import type { Calendar } from './calendar.oracle.fixture.ts'

const monday = Date.parse('2024-03-04T00:00:00+08:00')
const calendar: Calendar = {
  offsetMinutes: 480,
  isWorkingDay: (date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()),
}

describe('terms of working days', () => {
  it('H4: the local day changes at the local midnight', () => {
    expect(localDay(monday - 1, 480)).toBe('2024-03-03')
    expect(localDay(monday, 480)).toBe('2024-03-04')
  })

  it('H4: ten working days from a Monday end with the Monday two weeks later', () => {
    expect(endTerm(monday + 9 * hour, 10, calendar)).toBe(monday + 15 * day)
  })

  it('H4: the golden record of 2020-04-29 is late from 2020-05-15T16:00Z', () => {
    const holidays = ['2020-05-01', '2020-05-02', '2020-05-03', '2020-05-04', '2020-05-05']
    const china: Calendar = {
      offsetMinutes: 480,
      isWorkingDay: (date) => date === '2020-05-09' || (calendar.isWorkingDay(date) && !holidays.includes(date)),
    }
    expect(endTerm(Date.parse('2020-04-29T07:00:00Z'), 10, china)).toBe(Date.parse('2020-05-15T16:00:00Z'))
  })

  it('H20: one working day from a Friday or a Saturday ends with Monday', () => {
    expect(endTerm(monday + 4 * day, 1, calendar)).toBe(monday + 8 * day)
    expect(endTerm(monday + 5 * day, 1, calendar)).toBe(monday + 8 * day)
  })
})
