import { describe, expect, it } from 'vitest'
import { day, hour } from './calendar.oracle.fixture.ts'
import { judgeReport, replayDue } from './due.oracle.fixture.ts'
import type { DueFact } from './due.oracle.fixture.ts'
import { days, midnight, monday, weekdays } from './need.fixture.ts'

const terms = { due: 7, extension: 2, calendar: weekdays }
const name = (at: number, date: string, by: 'requester-side' | 'office' = 'requester-side'): DueFact => ({
  type: 'named',
  at,
  day: date,
  by,
})
const ask = (at: number, date: string, reason = 'no-teacher-free'): DueFact => ({
  type: 'extension-asked',
  at,
  day: date,
  reason,
})
const answer = (at: number, isGranted: boolean, by: 'requester-side' | 'unit-above' = 'requester-side'): DueFact => ({
  type: 'extension-answered',
  at,
  by,
  isGranted,
})
const load = (facts: readonly DueFact[], at = days(90)) => replayDue({ start: monday, facts }, at, terms)
const judge = (facts: readonly DueFact[], reportedAt: number) =>
  judgeReport({ start: monday, facts }, reportedAt, terms)

describe('the due date', () => {
  it('O22: is seven working days from the approval where no day was named', () => {
    expect(load([]).due).toMatchObject({ day: '2024-03-13', end: midnight + 10 * day, source: 'default' })
    expect(judge([], midnight + 10 * day - 1)?.isOnTime).toBe(true)
    expect(judge([], midnight + 10 * day)?.isOnTime).toBe(false)
    expect(judgeReport({ start: monday, facts: [] }, null, terms)).toBe(null)
  })

  it('O22: runs from the reopening in a later round', () => {
    expect(replayDue({ start: days(14), facts: [] }, days(14), terms).due.day).toBe('2024-03-27')
  })

  it('O22: is the day that the requester asked for, to its midnight, earlier or later', () => {
    expect(judge([name(monday, '2024-03-06')], midnight + 3 * day - 1)?.isOnTime).toBe(true)
    expect(judge([name(monday, '2024-03-06')], midnight + 3 * day)?.isOnTime).toBe(false)
    expect(judge([name(monday, '2024-04-20')], midnight + 40 * day)?.isOnTime).toBe(true)
  })

  it('O22: a day noted by the office alone is due and a class of its own', () => {
    expect(judge([name(monday, '2024-04-20', 'office')], days(40))).toEqual({
      isOnTime: true,
      isOfficeDay: true,
      isExtended: false,
    })
    expect(judge([name(monday, '2024-04-20', 'office'), name(days(1), '2024-04-21')], days(40))?.isOfficeDay).toBe(
      false,
    )
  })

  it('O22: the office alone does not move what the requester asked for', () => {
    expect(load([name(monday, '2024-03-06'), name(days(1), '2024-04-20', 'office')]).due.day).toBe('2024-03-06')
  })

  it('O22: a day that is named when the due day is over changes nothing', () => {
    const facts = [name(monday, '2024-03-06'), name(midnight + 3 * day, '2024-04-20')]
    expect(load(facts)).toMatchObject({ due: { day: '2024-03-06' }, refused: [null, 'passed'] })
    expect(load([name(monday, '2024-03-06'), name(midnight + 3 * day - 1, '2024-04-20')]).due.day).toBe('2024-04-20')
  })
})

describe('extensions', () => {
  it('O27: the requester or the unit above grants; both dates are kept, and it stands beside', () => {
    for (const by of ['requester-side', 'unit-above'] as const) {
      const facts = [ask(days(1), '2024-04-10'), answer(days(2), true, by)]
      expect(load(facts).due).toMatchObject({
        day: '2024-04-10',
        extension: { original: '2024-03-13', by, state: 'granted' },
      })
      expect(judge(facts, days(30))).toEqual({ isOnTime: true, isOfficeDay: false, isExtended: true })
    }
  })

  it('O27: unanswered for two working days it is refused', () => {
    const end = midnight + 4 * day
    expect(load([ask(days(1), '2024-04-10')], end - 1).due.extension?.state).toBe('asked')
    expect(load([ask(days(1), '2024-04-10')], end).due.extension?.state).toBe('refused')
    expect(load([ask(days(1), '2024-04-10'), answer(end - 1, true)]).due.day).toBe('2024-04-10')
    expect(load([ask(days(1), '2024-04-10'), answer(end, true)])).toMatchObject({
      due: { day: '2024-03-13' },
      refused: [null, 'answered'],
    })
  })

  it('O27: once a round, also after a refusal', () => {
    const facts = [ask(days(1), '2024-04-10'), answer(days(1), false), ask(days(2), '2024-04-11')]
    expect(load(facts).refused).toEqual([null, null, 'asked-once'])
    expect(judge(facts, days(10))).toEqual({ isOnTime: false, isOfficeDay: false, isExtended: false })
  })

  it('O27: the unit above does not overrule the requester', () => {
    const facts = [ask(days(1), '2024-04-10'), answer(days(1), false), answer(days(1) + hour, true, 'unit-above')]
    expect(load(facts)).toMatchObject({ due: { day: '2024-03-13' }, refused: [null, null, 'answered'] })
  })

  it('O27: needs a reason, a later day, and a due day that is not over', () => {
    expect(load([ask(days(1), '2024-04-10', '')]).refused).toEqual(['no-reason'])
    expect(load([ask(days(1), '2024-03-13')]).refused).toEqual(['not-later'])
    expect(load([ask(midnight + 10 * day, '2024-04-10')]).refused).toEqual(['passed'])
    expect(load([answer(days(1), true)]).refused).toEqual(['nothing-asked'])
  })

  it('O27: one asked on the last day may be granted after it', () => {
    const facts = [ask(midnight + 10 * day - 1, '2024-04-10'), answer(midnight + 11 * day, true)]
    expect(load(facts).due.day).toBe('2024-04-10')
  })
})
