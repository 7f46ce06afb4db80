import { describe, expect, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { record } from './index.ts'
import { attended, instant, interval, orderO1 } from './record.fixture.ts'

const { V1 } = units
const given = stage(record, world, { ...scene, now: instant('05-02 01:00'), actor: people.clerkV2 })
const round = { type: 'order', orderId: 'O1', round: 1 } as const
const served = { source: round, bodyId: V1, teamId: 'B1' }
const checkedOut = { ...attended('o.O1.1', 'a', '04-22 01:00', '04-22 03:10', 130), ...served }
const segments = (...list: ReadonlyArray<readonly [string, string]>) => ({
  segments: list.map(([start, end]) => interval(start, end)),
})

describe('an attendance becomes a record', () => {
  it('H2, H17: with order, date, place, content, minutes, body, responsible person and four areas', () => {
    given()
      .knowing(orderO1)
      .by(timer)
      .at(instant('04-22 03:10'))
      .when(checkedOut)
      .emits({
        type: 'RecordSubmitted',
        recordId: 'o.O1.1',
        volunteer: 'a',
        source: round,
        segments: [interval('04-22 01:00', '04-22 03:10')],
        minutes: 130,
        day: '2020-04-22',
        grade: 'system',
        content: 'culture-arts',
        responsible: 'b',
        recorder: null,
        servedUnit: V1,
        home: V1,
        rosterArea: units.T1,
        bodyId: V1,
        teamId: 'B1',
        marks: [],
        reason: null,
        recordedAt: instant('04-22 03:10'),
        policyVersion: 'TEST-1',
      })
  })
  it('H7: the confirmer of an attested record counts as the recorder', () => {
    const confirmed = { ...checkedOut, grade: 'attested' as const, confirmer: 'k1' }
    given()
      .knowing(orderO1)
      .by(timer)
      .when(confirmed)
      .emits({ type: 'RecordSubmitted', grade: 'attested', recorder: 'k1' })
    const bySelf = { ...confirmed, confirmer: 'a' }
    given().knowing(orderO1).by(timer).when(bySelf).isRefused({ type: 'RecorderIsVolunteer', person: 'a' })
  })
  it('H1, H13: minutes are the sum over segments, each rounded down; a break is not service', () => {
    const seconds = [
      { start: '2020-04-22T01:00:00.000Z', end: '2020-04-22T01:30:59.999Z' },
      { start: '2020-04-22T02:00:00.000Z', end: '2020-04-22T02:30:59.999Z' },
    ]
    const both = { ...checkedOut, segments: seconds }
    given()
      .knowing(orderO1)
      .by(timer)
      .when({ ...both, minutes: 60 })
      .emits({ type: 'RecordSubmitted', minutes: 60 })
    given()
      .knowing(orderO1)
      .by(timer)
      .when({ ...both, minutes: 61 })
      .isRefused({ type: 'MinutesDiffer', stated: 61, sum: 60 })
  })
  it('S7: across midnight in Beijing it belongs to the day on which it began', () => {
    const night = { ...checkedOut, ...segments(['04-22 15:30', '04-22 17:00']), minutes: 90 }
    given().knowing(orderO1).by(timer).when(night).emits({ type: 'RecordSubmitted', day: '2020-04-22' })
    const later = { ...checkedOut, ...segments(['04-22 16:00', '04-22 17:00']), minutes: 60 }
    given().knowing(orderO1).by(timer).when(later).emits({ type: 'RecordSubmitted', day: '2020-04-23' })
  })
  it('H7, A12: who told a part of it counts as recorder, and verifies it no more than the one who confirmed it', () => {
    const told = { ...checkedOut, grade: 'attested', confirmer: 'k1', tellers: ['q1'] } as const
    const entered = given().knowing(orderO1).by(timer).when(told).events()
    expect(entered).toMatchObject([
      { type: 'RecordSubmitted', recorder: 'k1' },
      { type: 'TellersNoted', tellers: ['q1'] },
    ])
    const verify = { type: 'VerifyRecord', volunteer: told.volunteer, recordId: told.recordId } as const
    const again = given(...entered).knowing(orderO1)
    again.by(people.approverV1).when(verify).isRefused({ type: 'ApproverIsRecorder', person: 'q1' })
    again.by(people.approverC).when(verify).emits({ type: 'RecordVerified', approver: 'qc' })
    given(entered[0] as never)
      .knowing(orderO1)
      .by(people.approverV1)
      .when(verify)
      .emits({ type: 'RecordVerified' })
  })
  it('is sent by a process, for an order and a team that exist', () => {
    given().knowing(orderO1).when(checkedOut).isRefused({ type: 'OnlyAProcess', command: 'SubmitRecord' })
    given().by(timer).when(checkedOut).isRefused({ type: 'NotThere', id: 'O1' })
    given()
      .knowing(orderO1)
      .by(timer)
      .when({ ...checkedOut, teamId: 'B9' })
      .isRefused({ type: 'NotThere', id: 'B9' })
    const ofSession = { ...checkedOut, source: { type: 'session' as const, sessionId: 'S' } }
    given().by(timer).when(ofSession).isRefused({ type: 'NotThere', id: 'S' })
  })
  it('H11: a repeat is a no-op; the same id with other content is refused', () => {
    const once = given().knowing(orderO1).by(timer).when(checkedOut).events()
    given(...once)
      .knowing(orderO1)
      .by(timer)
      .when(checkedOut)
      .isSilent()
    const other = { ...checkedOut, minutes: 120, ...segments(['04-22 01:00', '04-22 03:00']) }
    given(...once)
      .knowing(orderO1)
      .by(timer)
      .when(other)
      .isRefused({ type: 'SameIdOtherContent', id: 'o.O1.1' })
  })
})
