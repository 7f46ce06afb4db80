import { describe, expect, it } from 'vitest'
import { dayBurst } from './burst.oracle.fixture.ts'
import type { Entry } from './burst.oracle.fixture.ts'
import { countHeld, makeEntries, makeEntry, morning, tell, typed } from './burst.fixture.ts'
import { day, hour, minute } from './calendar.oracle.fixture.ts'

describe('people at one instant', () => {
  it('H12: nineteen people are none, the twentieth holds all twenty, the earlier ones too', () => {
    expect(countHeld(tell(makeEntries(19)))).toBe(0)
    const answer = tell(makeEntries(20))
    expect(countHeld(answer)).toBe(20)
    expect(answer.records.get('R0')).toEqual({ heldFrom: typed + 19 * 11 * minute, case: 'place:S#1' })
    expect(answer.cases).toHaveLength(1)
  })

  it('H12: many clerks and long pauses between the entries make no difference', () => {
    expect(countHeld(tell(makeEntries(20, (n) => ({ enteredAt: typed + n * 5 * day }))))).toBe(20)
  })

  it('H12: an end and a start at one instant share no instant', () => {
    const shifts = makeEntries(20, (n) => (n < 10 ? {} : { start: morning + 2 * hour, end: morning + 3 * hour }))
    expect(countHeld(tell(shifts))).toBe(0)
    const late = shifts.map((entry, n) => (n === 0 ? { ...entry, end: morning + 2 * hour + 1 } : entry))
    expect(countHeld(tell(late, { terms: { people: 11, peopleADay: 60 } }))).toBe(11)
  })

  it('H12: one nurse with thirty visits is one person', () => {
    expect(countHeld(tell(makeEntries(30, () => ({ human: 'nurse', grade: 'manual' }))))).toBe(0)
  })

  it('H12: system records are neither counted nor held, one told late is', () => {
    const mixed = makeEntries(40, (n) => ({ grade: n < 21 ? 'system' : 'attested' }))
    expect(countHeld(tell(mixed))).toBe(0)
    expect(countHeld(tell(makeEntries(20, () => ({ grade: 'attested', told: 'late' }))))).toBe(20)
  })

  it('H12: twelve squads of eight at twelve places are no burst', () => {
    expect(countHeld(tell(makeEntries(96, (n) => ({ place: `O${n % 12}` }))))).toBe(0)
  })

  it('H12: the golden story holds R9 beside two of the three', () => {
    const at = (time: string): number => Date.parse(`2020-04-29T${time}:00Z`)
    const golden = [
      makeEntry(5, { human: 'e', start: at('06:00'), end: at('07:00') }),
      makeEntry(6, { human: 'c', start: at('00:00'), end: at('04:00') }),
      makeEntry(7, { human: 'e', start: at('00:00'), end: at('04:00') }),
      makeEntry(8, { human: 'b', start: at('00:00'), end: at('04:00') }),
      makeEntry(9, { human: 'e', start: at('03:30'), end: at('04:30') }),
    ].map((entry) => ({ ...entry, grade: 'manual' as const, unit: 'V2' }))
    const answer = tell(golden, { terms: { people: 3, peopleADay: 60 } })
    expect([...answer.records].map(([record, hold]) => [record, hold?.heldFrom ?? null])).toEqual([
      ['R5', null],
      ['R6', golden[3]!.enteredAt],
      ['R7', golden[3]!.enteredAt],
      ['R8', golden[3]!.enteredAt],
      ['R9', golden[4]!.enteredAt],
    ])
    expect(answer.cases).toHaveLength(1)
  })
})

describe('people on one day', () => {
  const spread = (n: number): Partial<Entry> => ({ grade: 'manual', place: `S${n % 10}` })

  it('H12: fifty-nine people of one unit are none, the sixtieth holds all', () => {
    expect(countHeld(tell(makeEntries(59, spread)))).toBe(0)
    const answer = tell(makeEntries(60, spread))
    expect(countHeld(answer)).toBe(60)
    expect(answer.cases.map(({ burst }) => burst)).toEqual([dayBurst('V1', '2024-03-04')])
  })

  it('H12: the day is the local day of service, so a Friday with six lists of six days is none', () => {
    const lists = makeEntries(60, (n) => ({
      grade: 'manual',
      place: `S${n % 6}`,
      start: morning + (n % 6) * day,
      end: morning + (n % 6) * day + hour,
    }))
    expect(countHeld(tell(lists))).toBe(0)
  })

  it('H12: attested records of the day do not count, captures told late do', () => {
    const attested = makeEntries(60, (n) => ({ ...spread(n), grade: n < 1 ? 'attested' : 'manual' }))
    expect(countHeld(tell(attested))).toBe(0)
    const capture = attested.map((entry, n) => (n === 0 ? { ...entry, told: 'late' as const } : entry))
    expect(countHeld(tell(capture))).toBe(60)
  })

  it('H12: two units do not add up', () => {
    expect(countHeld(tell(makeEntries(118, (n) => ({ ...spread(n), unit: `V${n % 2}` }))))).toBe(0)
  })
})
