import { describe, expect, it } from 'vitest'
import { day, hour } from './calendar.oracle.fixture.ts'
import { findEarliestVerify, mayVerify, refuseObjection } from './second-look.oracle.fixture.ts'
import type { LookedRecord, LookObjection } from './second-look.oracle.fixture.ts'

const monday = Date.parse('2024-03-04T00:00:00+08:00')
const calendar = {
  offsetMinutes: 480,
  isWorkingDay: (date: string) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()),
}
const record: LookedRecord = { record: 'R1', grade: 'manual', isLate: false, lastEnteredAt: monday + 10 * hour }
const earliest = monday + 2 * day
const witnesses = { seated: ['a'], recorded: ['k1'], served: ['r1'] }
const objection: LookObjection = { record: 'R1', human: 'a', at: monday + day, answeredAt: null }

describe('the second look', () => {
  it('H20: a record of Monday is verified from the midnight that ends Tuesday', () => {
    expect(findEarliestVerify(record, 1, calendar)).toBe(earliest)
    expect([mayVerify(record, earliest - 1, [], earliest), mayVerify(record, earliest, [], earliest)]).toEqual([
      false,
      true,
    ])
  })

  it('H20: a record typed on Friday evening is looked at on Monday', () => {
    const friday = { ...record, lastEnteredAt: monday + 4 * day + 23 * hour }
    expect(findEarliestVerify(friday, 1, calendar)).toBe(monday + 8 * day)
  })

  it('H20: attested in time waits for nothing, late waits in every grade, and a policy may say none', () => {
    expect(findEarliestVerify({ ...record, grade: 'attested' }, 1, calendar)).toBe(record.lastEnteredAt)
    expect(findEarliestVerify({ ...record, grade: 'system', isLate: true }, 1, calendar)).toBe(earliest)
    expect(findEarliestVerify(record, null, calendar)).toBe(record.lastEnteredAt)
  })

  it('H20: a resubmission starts the look again', () => {
    const again = { ...record, lastEnteredAt: earliest + hour }
    expect(findEarliestVerify(again, 1, calendar)).toBe(monday + 4 * day)
  })

  it('H20: who was seated, recorded or served there objects, a stranger does not', () => {
    const at = monday + day
    for (const human of ['a', 'k1', 'r1'])
      expect(refuseObjection({ human, at }, record, witnesses, [], earliest)).toBe(null)
    expect(refuseObjection({ human: 'x', at }, record, witnesses, [], earliest)).toBe('not-there')
  })

  it('H20: once, and only while the record is on the list', () => {
    const taken = refuseObjection({ human: 'a', at: earliest - 1 }, record, witnesses, [], earliest)
    expect(taken).toBe(null)
    expect(refuseObjection({ human: 'a', at: earliest }, record, witnesses, [], earliest)).toBe('on-no-list')
    expect(refuseObjection({ human: 'a', at: monday + day }, record, witnesses, [objection], earliest)).toBe(
      'objected-once',
    )
  })

  it('H20: an objection holds until an approver answers it', () => {
    expect(mayVerify(record, earliest, [objection], earliest)).toBe(false)
    expect(mayVerify(record, earliest, [{ ...objection, answeredAt: earliest }], earliest)).toBe(true)
  })
})
