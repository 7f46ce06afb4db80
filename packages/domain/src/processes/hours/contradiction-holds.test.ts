import { listCommands } from '@zhiyuan/kernel'
import { describe, expect, it } from 'vitest'
import type { LedgerEvent } from '../../ledger.ts'
import { contradictionHolds, type EnteredRow } from './contradiction-holds.ts'

const source = { type: 'order', orderId: 'O1', round: 1 }
const segments = [{ start: '2020-04-22T01:00:00.000Z', end: '2020-04-22T03:00:00.000Z' }]
const entered = (volunteer: string, grade = 'manual') =>
  ({ type: 'RecordSubmitted', volunteer, recordId: 'R1', source, grade, segments }) as never as LedgerEvent
const react = (event: object, ...before: ReadonlyArray<LedgerEvent>) => {
  const keys = contradictionHolds.keys(event as never)
  const rows = keys.map((key) =>
    before.reduce<EnteredRow>(
      (one, data) =>
        contradictionHolds.keys(data).includes(key) ? contradictionHolds.evolve(one, { data } as never, key) : one,
      contradictionHolds.initial(key),
    ),
  )
  return listCommands(contradictionHolds.react({ data: event } as never, rows))
}

describe('what is written after an entry', () => {
  const both = [entered('a'), entered('b')]
  it('H2a: a round that is called off or missed holds its records by hand', () => {
    const held = (holdId: string) => [
      { type: 'HoldRecord', volunteer: 'a', holdId, kind: 'contradicts-the-log' },
      { type: 'HoldRecord', volunteer: 'b', holdId, kind: 'contradicts-the-log' },
    ]
    expect(react({ type: 'OrderCancelled', orderId: 'O1', round: 1 }, ...both)).toMatchObject(
      held('log:OrderCancelled'),
    )
    expect(react({ type: 'OrderMissed', orderId: 'O1', round: 1 }, ...both)).toMatchObject(held('log:OrderMissed'))
  })
  it('H2a: an absence holds the record of the absent volunteer, and no record that an attendance made', () => {
    const absent = { type: 'AbsenceAlleged', occasion: source, volunteer: 'a' }
    expect(react(absent, ...both)).toMatchObject([{ volunteer: 'a', holdId: 'log:AbsenceAlleged' }])
    expect(react(absent, entered('a', 'attested'))).toEqual([])
  })
  it.each(['AttendanceUnconfirmed', 'CaptureRefused'])(
    'H2a, A9: a presence for which no one vouched holds the record of its volunteer: %s',
    (type) => {
      expect(react({ type, occasion: source, volunteer: 'b' }, ...both)).toMatchObject([
        { volunteer: 'b', holdId: `log:${type}`, kind: 'contradicts-the-log' },
      ])
    },
  )
  const at = (time: string) => `2020-04-22T${time}:00.000Z`
  it('A14, H2a: a seat bound after the record begins holds it, one bound before does not', () => {
    const opened = (time: string) => ({ type: 'AssignmentOpened', occasion: source, volunteer: 'a', boundAt: at(time) })
    expect(react(opened('02:58'), ...both)).toMatchObject([{ volunteer: 'a', holdId: 'log:AssignmentOpened' }])
    expect(react(opened('01:00'), ...both)).toEqual([])
  })
  it.each(['CheckedOut', 'AttendanceConfirmed'])(
    'H2a, A14: a presence beside the record holds it, one that it is part of does not: %s',
    (type) => {
      const stay = (start: string, end: string) => ({
        type,
        occasion: source,
        volunteer: 'a',
        segments: [{ start: at(start), end: at(end) }],
      })
      expect(react(stay('00:50', '01:00'), ...both)).toMatchObject([{ volunteer: 'a', holdId: `log:${type}` }])
      expect(react(stay('01:10', '03:00'), ...both)).toEqual([])
    },
  )
  const ofZ = { type: 'RegistrationsMerged', joining: ['a'], there: ['z'] } as never as LedgerEvent
  const apart = { type: 'RegistrationsSplit', leaving: ['a'], staying: ['z'] } as never as LedgerEvent
  const absent = { type: 'AbsenceAlleged', occasion: source, volunteer: 'a' }
  it('H2a, G2: an absence under another registration of the human holds the record, until they are two again', () => {
    expect(react(absent, entered('z'))).toEqual([])
    expect(react(absent, ofZ, entered('z'))).toMatchObject([{ volunteer: 'z', holdId: 'log:AbsenceAlleged' }])
    expect(react(absent, ofZ, entered('z'), apart)).toEqual([])
  })
  it('H2a: a seat given up after the entry holds the record of who had it, and no one else’s', () => {
    const freed = { type: 'SeatFreed', orderId: 'O1', round: 1, volunteer: 'a', reason: 'withdrawn' }
    expect(react(freed, ...both)).toMatchObject([{ volunteer: 'a', holdId: 'log:SeatFreed' }])
  })
  it('H2a: a session that is called off holds its records', () => {
    const ofSession = { ...entered('a'), source: { type: 'session', sessionId: 'S1' } } as never as LedgerEvent
    expect(react({ type: 'SessionCancelled', sessionId: 'S1' }, ofSession)).toMatchObject([{ volunteer: 'a' }])
    expect(react({ type: 'SessionCancelled', sessionId: 'S2' }, ofSession)).toEqual([])
  })
  it('H2a: what was entered again is compared by its last times, also where it became manual by that', () => {
    const again = { ...entered('a'), type: 'RecordResubmitted', segments: [{ start: at('00:30'), end: at('01:00') }] }
    const out = { type: 'CheckedOut', occasion: source, volunteer: 'a' }
    const stay = (start: string, end: string) => ({ ...out, segments: [{ start: at(start), end: at(end) }] })
    for (const before of [[entered('a')], [entered('a', 'attested')], []]) {
      expect(react(stay('00:30', '00:50'), ...before, again as never)).toEqual([])
      expect(react(stay('01:00', '02:00'), ...before, again as never)).toMatchObject([{ volunteer: 'a' }])
    }
  })
})
