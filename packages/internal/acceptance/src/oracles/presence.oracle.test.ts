import { describe, expect, it } from 'vitest'
import { day, hour, minute } from './calendar.oracle.fixture.ts'
import {
  answersAllegation,
  confirmEnd,
  gradeArrival,
  gradeDeparture,
  gradeFact,
  gradePresence,
  mayTakeSeat,
} from './presence.oracle.fixture.ts'
import type { ToldFact } from './presence.oracle.fixture.ts'

const terms = { toldMinutes: 15, captureDays: 3, overrunMinutes: 30 }
const nine = Date.parse('2024-03-04T09:00:00+08:00')
const told = (lag: number | null, by: ToldFact['by'] = 'self'): ToldFact => ({
  toldAt: nine,
  keptAt: lag === null ? null : nine - lag,
  by,
})

describe('grades', () => {
  it('A14: fifteen minutes themselves are told in time, a millisecond more is a capture', () => {
    expect(gradeFact(told(15 * minute), terms)).toEqual({ occurredAt: nine - 15 * minute, grade: 'system' })
    expect(gradeFact(told(15 * minute + 1), terms)).toMatchObject({ grade: 'capture' })
  })

  it('A14: three days themselves are a capture, later is too late', () => {
    expect(gradeFact(told(3 * day), terms)).toMatchObject({ grade: 'capture' })
    expect(gradeFact(told(3 * day + 1), terms)).toBe('too-late')
  })

  it('A14: what is told online without a kept time happened when it arrived', () => {
    expect(gradeFact(told(null), terms)).toEqual({ occurredAt: nine, grade: 'system' })
  })

  it('A14: a device that runs ahead earns nothing', () => {
    expect(gradeFact(told(-1), terms)).toBe('ahead-of-the-clock')
  })

  it('A12: a roster and a call typed in time are attested, never system; told later they are captures', () => {
    expect(gradeFact(told(0, 'roster'), terms)).toMatchObject({ grade: 'attested' })
    expect(gradeFact(told(null, 'clerk'), terms)).toMatchObject({ grade: 'attested' })
    expect(gradeFact(told(hour, 'roster'), terms)).toMatchObject({ grade: 'capture' })
  })

  it('A14: nothing is checked in before its seat was bound, in time or as a capture', () => {
    expect(gradeArrival(told(10 * minute), nine - 10 * minute, terms)).toMatchObject({ grade: 'system' })
    expect(gradeArrival(told(10 * minute), nine - 10 * minute + 1, terms)).toBe('no-seat-yet')
    expect(gradeArrival(told(2 * hour), nine - hour, terms)).toBe('no-seat-yet')
    expect(gradeArrival(told(0), null, terms)).toMatchObject({ grade: 'system' })
  })

  it('A14: a check-out is not earlier than its check-in', () => {
    expect(gradeDeparture(told(10 * minute), nine - 10 * minute, terms)).toMatchObject({ grade: 'system' })
    expect(gradeDeparture(told(10 * minute), nine, terms)).toBe('ends-first')
  })

  it('A14, A8: the planned end itself still takes a seat and answers an allegation', () => {
    expect([mayTakeSeat(nine, nine), mayTakeSeat(nine + 1, nine)]).toEqual([true, false])
    expect([answersAllegation(nine, nine), answersAllegation(nine + 1, nine)]).toEqual([true, false])
  })

  it('A9, A14: one unconfirmed fact makes no record, one confirmed fact makes it attested', () => {
    expect(gradePresence(['system', 'system'])).toBe('system')
    expect(gradePresence(['system', 'missing'])).toBe(null)
    expect(gradePresence(['capture', 'system'])).toBe(null)
    expect(gradePresence(['system', 'confirmed'])).toBe('attested')
    expect(gradePresence(['attested', 'system'])).toBe('attested')
  })
})

describe('the end', () => {
  it('A9: the planned end + 30 minutes is the latest, more is a correction', () => {
    const latest = nine + 30 * minute
    expect(confirmEnd(latest, nine - hour, nine, terms)).toBe(latest)
    expect(confirmEnd(latest + 1, nine - hour, nine, terms)).toBe(null)
  })

  it('A9: nothing ends before its check-in', () => {
    expect(confirmEnd(nine - hour - 1, nine - hour, nine, terms)).toBe(null)
  })
})
