import { describe, expect, it } from 'vitest'
import { day } from './calendar.oracle.fixture.ts'
import { findTermEnd, isLateRecord, hasNoticeEnded, hasTermEnded } from './calendar-change.oracle.fixture.ts'
import type { CalendarHistory } from './calendar-change.oracle.fixture.ts'
import { days, midnight, monday, weekdays } from './need.fixture.ts'

const plain = { adoptedAt: midnight - 365 * day, isWorkingDay: weekdays.isWorkingDay }
const change = (adoptedAt: number, free: readonly string[], worked: readonly string[] = []): CalendarHistory => ({
  offsetMinutes: 480,
  editions: [
    plain,
    {
      adoptedAt,
      isWorkingDay: (date) => worked.includes(date) || (weekdays.isWorkingDay(date) && !free.includes(date)),
    },
  ],
})
const still: CalendarHistory = { offsetMinutes: 480, editions: [plain] }

describe('one calendar for every term', () => {
  it('H4: the tenth working day itself is on time, the midnight that ends it is late', () => {
    expect(isLateRecord(monday, midnight + 15 * day - 1, still)).toBe(false)
    expect(isLateRecord(monday, midnight + 15 * day, still)).toBe(true)
  })

  it('H4: a holiday adopted while the term runs lengthens term, mark and notice alike', () => {
    const holiday = change(days(2), ['2024-03-08'])
    expect(findTermEnd(monday, 10, holiday, days(1))).toBe(midnight + 15 * day)
    expect(findTermEnd(monday, 10, holiday, days(2))).toBe(midnight + 16 * day)
    expect(isLateRecord(monday, midnight + 15 * day, holiday)).toBe(false)
    expect(hasNoticeEnded(monday, midnight + 8 * day, holiday)).toBe(false)
    expect(hasNoticeEnded(monday, midnight + 9 * day, holiday)).toBe(true)
  })

  it('H4: a term that was over stays over', () => {
    const late = change(midnight + 15 * day, ['2024-03-08'])
    expect(hasTermEnded(monday, 10, late, midnight + 20 * day)).toBe(true)
    expect(findTermEnd(monday, 10, late, midnight + 90 * day)).toBe(midnight + 16 * day)
    const later = change(midnight + 15 * day + 1, ['2024-03-08'])
    expect(findTermEnd(monday, 10, later, midnight + 90 * day)).toBe(midnight + 15 * day)
  })

  it('H4: a make-up day that shortens a term ends it at its adoption at the earliest', () => {
    const made = change(midnight + 8 * day, [], ['2024-03-09', '2024-03-10'])
    expect(findTermEnd(monday, 5, made, midnight + 8 * day)).toBe(midnight + 8 * day)
    const early = change(days(1), [], ['2024-03-09', '2024-03-10'])
    expect(findTermEnd(monday, 5, early, days(1))).toBe(midnight + 6 * day)
    const sudden = change(midnight + 7 * day + 5, [], ['2024-03-09', '2024-03-10'])
    expect(findTermEnd(monday, 5, sudden, midnight + 9 * day)).toBe(midnight + 7 * day + 5)
    expect(hasTermEnded(monday, 5, sudden, midnight + 7 * day + 4)).toBe(false)
  })

  it('W2: golden: the notice of 05-20 02:00Z ends at 05-27 16:00Z', () => {
    const opened = Date.parse('2020-05-20T02:00:00Z')
    const end = Date.parse('2020-05-27T16:00:00Z')
    expect(findTermEnd(opened, 5, { ...still, editions: [{ ...plain, adoptedAt: 0 }] }, opened)).toBe(end)
  })

  it('H4: over is monotone: once over at an instant, over at every later one', () => {
    for (const free of [['2024-03-08'], ['2024-03-11', '2024-03-12'], []])
      for (let adopted = 0; adopted < 20; adopted += 1) {
        const history = change(midnight + adopted * day + 7, free, ['2024-03-09'])
        const over = Array.from({ length: 30 }, (_, n) => hasTermEnded(monday, 5, history, midnight + n * day))
        expect(over.indexOf(true)).toBe(over.filter((one) => !one).length)
      }
  })
})
