import { describe, expect, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import {
  accepted,
  cancelled,
  offered,
  placed,
  reported,
  seatTaken,
  started,
} from '../../requests/order/order.fixture.ts'
import { pasts } from '../../attendance/assignment/assignment.fixture.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { changePolicy, scene, world } from '../../../fixtures/world.ts'
import { sessionPublished } from '../sheet/sheet.fixture.ts'
import { record } from './index.ts'
import { backfill, commands, held, instant, reason, submitted, suspended, verified } from './record.fixture.ts'

const { C, V1 } = units
const round = { type: 'order', orderId: 'O1', round: 1 } as const
const given = stage(record, world, { ...scene, now: instant('04-24 02:00'), actor: people.clerkV1 })
const began = [placed, offered, accepted, seatTaken('a'), { ...started, at: instant('04-22 01:10') }]
const entered = (start: string, end: string, minutes: number, more: object = {}) => ({
  ...backfill('R1', 'a', start, end, minutes),
  occasion: round,
  bodyId: V1,
  teamId: 'B1',
  responsible: 'b',
  ...more,
})
const fitting = entered('04-22 01:00', '04-22 03:00', 120)
const against = { type: 'RecordHeld', kind: 'contradicts-the-log' } as const
const entry = { type: 'RecordSubmitted' } as const

describe('a record against the log', () => {
  it('H2a: of an order without a seat or a beginning is held', () => {
    given()
      .knowing({ 'order-O1': [placed, offered, accepted] })
      .when(fitting)
      .emits(entry, against)
    given()
      .knowing({ 'order-O1': [placed, offered, accepted, seatTaken('a')] })
      .when(fitting)
      .emits(entry, against)
    given().knowing({ 'order-O1': began }).when(fitting).emits(entry)
    given()
      .knowing({ 'order-O1': began })
      .when({ ...fitting, volunteer: 'c' })
      .emits(entry, against)
  })
  it('H2a: of an order lies within the planned time, or from first check-in to report, each ± 30 min', () => {
    const inTime = given().knowing({ 'order-O1': began })
    inTime.when(entered('04-22 00:30', '04-22 03:30', 180)).emits(entry)
    inTime.when(entered('04-22 00:29', '04-22 03:00', 151)).emits(entry, against)
    inTime.when(entered('04-22 01:00', '04-22 03:31', 151)).emits(entry, against)
    const late = [...began, { ...reported, reportedAt: instant('04-22 06:10') }]
    given()
      .knowing({ 'order-O1': late })
      .when(entered('04-22 00:40', '04-22 06:40', 360))
      .emits(entry)
    given()
      .knowing({ 'order-O1': late })
      .when(entered('04-22 00:39', '04-22 06:40', 361))
      .emits(entry, against)
  })
  it('H2a: of an order that was called off, or of which the volunteer was absent, is held', () => {
    given()
      .knowing({ 'order-O1': [placed, offered, accepted, cancelled] })
      .when(fitting)
      .emits(entry, against)
    const absent = { 'order-O1': began, 'assignment-o.O1.1.a': pasts.AbsenceAlleged }
    given().knowing(absent).when(fitting).emits(entry, against)
  })
  it.each(['Excused', 'CheckOutMissing', 'Unconfirmed', 'Captured', 'CaptureUnconfirmed', 'CaptureRefused'] as const)(
    'H2a, A9: of a presence for which no one has vouched is held: %s',
    (state) => {
      given().knowing({ 'order-O1': began, 'assignment-o.O1.1.a': pasts[state] }).when(fitting).emits(entry, against)
    },
  )
  it('H2a: of a volunteer who was found present after all is not held', () => {
    given().knowing({ 'order-O1': began, 'assignment-o.O1.1.a': pasts.FoundPresent }).when(fitting).emits(entry)
  })
  it('H2a, G2: an absence under another registration of the human stands too', () => {
    const merged = { type: 'RegistrationsMerged', person: 'e', survivor: 'a', joining: ['e'], there: ['a'] }
    given()
      .knowing({ 'order-O1': began, 'assignment-o.O1.1.e': pasts.Absent, 'humans-131081': [merged] })
      .when(fitting)
      .emits(entry, against)
  })
  it('H2a: of a session lies in one that was published before it began', () => {
    const asked = changePolicy('2020-04-01', { records: { publishedSessions: true } })
    const ofS = stage(
      record,
      { ...world, ...asked },
      { ...scene, now: instant('05-01 01:00'), actor: people.recorderV2 },
    )
    const hour = backfill('R1', 'e', '04-29 06:00', '04-29 07:00', 60)
    ofS().when(hour).emits(entry, against)
    ofS().knowing(sessionPublished).when(hour).emits(entry)
    ofS()
      .knowing(sessionPublished)
      .when(backfill('R1', 'e', '04-29 05:30', '04-29 08:30', 180))
      .emits(entry)
    ofS()
      .knowing(sessionPublished)
      .when(backfill('R1', 'e', '04-29 05:29', '04-29 07:00', 91))
      .emits(entry, against)
    const cancelled = { type: 'SessionCancelled', sessionId: 'S', host: units.V2, by: 'k2', reason: reason('rain') }
    const calledOff = { 'session-S': [...(sessionPublished['session-S'] ?? []), cancelled] }
    ofS().knowing(calledOff).when(hour).emits(entry, against)
  })
})

describe('the ruling that it took place', () => {
  const hold = held('R5', 'log:0', { kind: 'contradicts-the-log' })
  const clear = { ...commands.ClearHold, holdId: 'log:0' }
  const ruling = stage(record, world, { ...scene, now: instant('05-02 01:00'), actor: people.approverV2 })
  it('H2a, G8: is that of the unit above, and never of an approver of the body', () => {
    ruling(submitted('R5'), hold).when(clear).isRefused({ type: 'NotTheUnitAbove', ruler: C })
    ruling(submitted('R5'), hold)
      .by(people.approverC)
      .when(clear)
      .emits(
        { type: 'HoldCleared', by: 'qc' },
        { type: 'TookPlaceRuled', by: 'qc', source: { type: 'session', sessionId: 'S' } },
      )
  })
  it('H2a, H15: lets a record count again that only this hold had suspended', () => {
    const events = ruling(submitted('R5'), verified('R5'), hold, suspended('R5', null))
      .by(people.approverC)
      .when(clear)
      .events()
    expect(events.map(({ type }) => type)).toEqual(['HoldCleared', 'TookPlaceRuled', 'RecordReinstated'])
  })
  it('H2a: is asked for by a process where the order was called off after the entry', () => {
    const late = { ...commands.HoldRecord, holdId: 'log:OrderCancelled', kind: 'contradicts-the-log' } as const
    ruling(submitted('R5')).by(timer).when(late).emits(against)
  })
  it('H2a: is one, also where the log says more against it before the ruling; after it, another one is due', () => {
    const late = { ...commands.HoldRecord, holdId: 'log:SeatFreed', kind: 'contradicts-the-log' } as const
    ruling(submitted('R5'), hold).by(timer).when(late).isSilent()
    const ruled = ruling(submitted('R5'), hold).by(people.approverC).when(clear).events()
    ruling(submitted('R5'), hold, ...ruled)
      .by(timer)
      .when(late)
      .emits(against)
  })
})
