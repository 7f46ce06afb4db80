import { describe, expect, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { accepted, expired, offered, placed } from '../../requests/order/order.fixture.ts'
import { people, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { sessionPublished } from '../sheet/sheet.fixture.ts'
import { record } from './index.ts'
import {
  instant,
  backfill,
  commands,
  interval,
  orderO1,
  rejected,
  returned,
  submitted,
  withdrawn,
} from './record.fixture.ts'

const { C, V1, V2 } = units
const given = stage(record, world, { ...scene, now: instant('05-02 01:00'), actor: people.clerkV2 })
const round = { type: 'order', orderId: 'O1', round: 1 } as const
/** No one has a seat in the order: it is held as well (H2a). */
const notSeated = { type: 'RecordHeld', kind: 'contradicts-the-log' } as const
const served = { occasion: round, bodyId: V1, teamId: 'B1' }
const hour = backfill('R5', 'e', '04-29 06:00', '04-29 07:00', 60)
const segments = (...list: ReadonlyArray<readonly [string, string]>) => ({
  segments: list.map(([start, end]) => interval(start, end)),
})

describe('a backfill', () => {
  it('H7, H17: is manual; the host is where it was served, home and roster are those of the day', () => {
    given().when(hour).emits({
      type: 'RecordSubmitted',
      grade: 'manual',
      recorder: 'k2',
      responsible: 'c',
      servedUnit: V2,
      home: V2,
      rosterArea: null,
      bodyId: V2,
      minutes: 60,
    })
  })
  it('H17: a later move of the volunteer does not move the record', () => {
    const moved = { type: 'HomeMoved', person: 'e', home: V1, from: '2020-04-30', outside: false }
    const registered = world['volunteer-e'] ?? []
    given()
      .knowing({ 'volunteer-e': [...registered, moved] })
      .when(hour)
      .emits({ type: 'RecordSubmitted', home: V2 })
    const before = { ...moved, from: '2020-04-29' }
    given()
      .knowing({ 'volunteer-e': [...registered, before] })
      .when(hour)
      .emits({ type: 'RecordSubmitted', home: V1 })
  })

  it('H3: only the organiser’s body records, by a recorder or clerk of exactly its unit', () => {
    given()
      .by(people.clerkV1)
      .when({ ...hour, bodyId: V1 })
      .isRefused({ type: 'NotTheOrganiser', bodyId: V1, organiser: V2 })
    given().by(people.clerkV1).when(hour).isRefused({ type: 'OutsideJurisdiction', unit: V2 })
    given()
      .by({ ...people.clerkV2, unit: units.T2 })
      .when(hour)
      .isRefused({ type: 'OutsideJurisdiction', unit: V2 })
    given().by(people.approverV2).when(hour).isRefused({ type: 'NotAuthorised' })
    given().by(people.recorderV2).when(hour).emits({ type: 'RecordSubmitted' })
  })
  it('H3: the organiser of an order’s round is the body of the team that served it', () => {
    const ofOrder = { ...backfill('R1', 'a', '04-22 01:00', '04-22 03:00', 120), ...served }
    given()
      .knowing(orderO1)
      .by(people.clerkV1)
      .when(ofOrder)
      .emits({ type: 'RecordSubmitted', servedUnit: V1, teamId: 'B1' }, notSeated)
    const refusal = { type: 'TeamDidNotServe', round: 1 } as const
    given()
      .knowing(orderO1)
      .by(people.clerkV1)
      .when({ ...ofOrder, teamId: 'B2' })
      .isRefused({ ...refusal, teamId: 'B2', served: 'B1' })
    given()
      .knowing(orderO1)
      .by(people.clerkV1)
      .when({ ...ofOrder, teamId: null })
      .isRefused({ ...refusal, teamId: null, served: 'B1' })
    given()
      .knowing({ 'order-O1': [placed, offered, expired] })
      .by(people.clerkV1)
      .when(ofOrder)
      .isRefused(refusal)
    const second = { ...ofOrder, occasion: { ...round, round: 2 } }
    given()
      .knowing(orderO1)
      .by(people.clerkV1)
      .when(second)
      .isRefused({ ...refusal, round: 2 })
  })
  it('H3: the organiser of a published session is its host; no other unit records it in its own name', () => {
    const ofV1 = { ...hour, occasion: { ...hour.occasion, host: V1 }, bodyId: V1 }
    given()
      .knowing(sessionPublished)
      .by(people.clerkV1)
      .when(ofV1)
      .isRefused({ type: 'NotTheOrganiser', bodyId: V1, organiser: V2 })
    given().knowing(sessionPublished).when(hour).emits({ type: 'RecordSubmitted', servedUnit: V2 })
  })
  it('H3: after a succession the successor records, and the old body no more', () => {
    const succeeded = { type: 'BodySucceeded', bodyId: V2, successor: V1 }
    const county = { 'units-131081': [...(world['units-131081'] ?? []), succeeded] } as const
    given().knowing(county).when(hour).isRefused({ type: 'NotTheOrganiser', bodyId: V2, organiser: V1 })
    given()
      .knowing(county)
      .by(people.clerkV1)
      .when({ ...hour, bodyId: V1 })
      .emits({ type: 'RecordSubmitted', bodyId: V1 })
  })
  it('H3: a body under a unit has its recorders at exactly that unit', () => {
    const byK = [placed, { ...offered, teamId: 'K' }, { ...accepted, teamId: 'K', bodyId: 'K' }]
    const ofK = { ...backfill('R1', 'd', '04-22 01:00', '04-22 03:00', 120), occasion: round, bodyId: 'K', teamId: 'K' }
    const clerkC = { ...people.clerkV1, unit: C }
    given().knowing({ 'order-O1': byK }).by(clerkC).when(ofK).emits({ type: 'RecordSubmitted', bodyId: 'K' }, notSeated)
    given().knowing({ 'order-O1': byK }).when(ofK).isRefused({ type: 'OutsideJurisdiction', unit: C })
  })
  it('H3: an unknown host has no recorder', () => {
    const nowhere = { ...hour, occasion: { type: 'session' as const, sessionId: 'S', host: 'V9' }, bodyId: 'V9' }
    given().when(nowhere).isRefused({ type: 'UnknownBody', body: 'V9' })
  })

  it('H7: no one enters an own record', () => {
    given()
      .by({ ...people.e, role: 'recorder' })
      .when(hour)
      .isRefused({ type: 'RecorderIsVolunteer', person: 'e' })
  })
  it('G2: credits a registered volunteer, under the surviving registration', () => {
    given()
      .when({ ...hour, volunteer: 'z' })
      .isRefused({ type: 'NotAVolunteer', person: 'z' })
    given()
      .knowing(merged(['e', 'a']))
      .when(hour)
      .isRefused({ type: 'MergedInto', survivor: 'a' })
    given()
      .knowing(merged(['a', 'e']))
      .when(hour)
      .emits({ type: 'RecordSubmitted', volunteer: 'e' })
  })
  it('H7, G2: is not entered under another registration of the volunteer', () => {
    given()
      .knowing(merged(['k2', 'e']))
      .when(hour)
      .isRefused({ type: 'RecorderIsVolunteer', person: 'k2' })
    given(submitted('R1', { recorder: 'k9' }), returned('R1'))
      .knowing(merged(['k2', 'e']))
      .when({ ...commands.ResubmitRecord, recordId: 'R1' })
      .isRefused({ type: 'RecorderIsVolunteer', person: 'k2' })
  })
  it('H17: if it names a team, the team exists', () => {
    given()
      .when({ ...hour, teamId: 'B9' })
      .isRefused({ type: 'NotThere', id: 'B9' })
    given()
      .when({ ...hour, teamId: 'B2' })
      .emits({ type: 'RecordSubmitted', teamId: 'B2' })
  })

  it('H13: states the sum of its minutes', () => {
    given()
      .when({ ...hour, minutes: 90 })
      .isRefused({ type: 'MinutesDiffer', stated: 90, sum: 60 })
    const nothing = {
      ...hour,
      minutes: 0,
      segments: [{ start: instant('04-29 06:00'), end: '2020-04-29T06:00:59.999Z' }],
    }
    given().when(nothing).isRefused({ type: 'NothingServed' })
  })
  it.each([
    ['not-rising', 1, segments(['04-29 06:00', '04-29 06:30'], ['04-29 07:00', '04-29 07:00'])],
    ['overlaps', 1, segments(['04-29 06:00', '04-29 06:30'], ['04-29 06:29', '04-29 07:00'])],
    ['overlaps', 1, segments(['04-29 06:30', '04-29 07:00'], ['04-29 06:00', '04-29 06:20'])],
    ['too-long', 0, segments(['04-28 06:00', '04-29 06:01'])],
    ['in-future', 0, segments(['05-02 00:30', '05-02 01:03'])],
  ] as const)('H1, H13: a segment that is %s is refused', (because, segment, words) => {
    given()
      .when({ ...hour, ...words, minutes: 60 })
      .isRefused({ type: 'SegmentUnfit', segment, because })
  })
  it('H13: segments may touch; a day without a break is the most', () => {
    const touching = segments(['04-29 06:00', '04-29 06:30'], ['04-29 06:30', '04-29 07:00'])
    given()
      .when({ ...hour, ...touching })
      .emits({ type: 'RecordSubmitted', minutes: 60 })
    const day = { ...segments(['04-28 06:00', '04-29 06:00']), minutes: 1440 }
    given()
      .when({ ...hour, ...day })
      .emits({ type: 'RecordSubmitted', minutes: 1440 })
  })

  it('H11: a repeat is a no-op; other content or another id is refused', () => {
    const once = given().when(hour).events()
    given(...once)
      .when(hour)
      .isSilent()
    given(...once)
      .by(people.recorderV2)
      .at(instant('05-20 01:00'))
      .when(hour)
      .isSilent()
    given(...once)
      .when({ ...hour, content: 'science' })
      .isRefused({ type: 'SameIdOtherContent', id: 'R5' })
    given(...once)
      .when({ ...hour, recordId: 'R6' })
      .isRefused({ type: 'RecordedAlready', record: { volunteer: 'e', recordId: 'R5' } })
  })
  it('H11: a rejected or withdrawn service may be entered again under another id', () => {
    const again = { ...hour, recordId: 'R6' }
    given(submitted('R5'), rejected('R5')).when(again).emits({ type: 'RecordSubmitted' })
    given(submitted('R5'), returned('R5'), withdrawn('R5')).when(again).emits({ type: 'RecordSubmitted' })
  })
  it('an entered id is never that of an attendance', () => {
    expect(record.command.is({ ...hour, recordId: 'o.O1.1' })).toBe(false)
  })
  it('C05: is about one of the specialties that exist', () => {
    given()
      .when({ ...hour, content: 'culture-art' })
      .isRefused({ type: 'UnknownSpecialty', specialty: 'culture-art' })
    given()
      .when({ ...hour, content: 'legal' })
      .emits({ type: 'RecordSubmitted', content: 'legal' })
  })
  it('G5: needs a policy in force on the service day', () => {
    const old = { ...segments(['04-29 06:00', '04-29 07:00']) }
    const past = {
      ...hour,
      segments: old.segments.map(({ start, end }) => ({
        start: start.replace('2020', '2019'),
        end: end.replace('2020', '2019'),
      })),
    }
    given().when(past).isRefused({ type: 'PolicyMissing', day: '2019-04-29' })
  })
})
