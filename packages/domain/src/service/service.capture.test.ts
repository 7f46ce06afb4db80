import { describe, expect, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { accepted, expired, offered, placed } from '../order/order.sample.ts'
import { people, timer, units } from '../sample/people.ts'
import { scene, world } from '../sample/world.ts'
import { service } from './index.ts'
import { attended, at, backfill, interval, reason, rejected, returned, submitted, withdrawn } from './service.sample.ts'

const { C, V1, V2 } = units
const given = stage(service, world, { ...scene, now: at('05-02 01:00'), actor: people.clerkV2 })
const orderO1 = { 'order-O1': [placed, offered, accepted] }
const round = { type: 'order', orderId: 'O1', round: 1 }
const served = { source: round, bodyId: V1, teamId: 'B1' }
const checkedOut = { ...attended('O1.1', 'a', '04-22 01:00', '04-22 03:10', 130), ...served }
const hour = backfill('R5', 'e', '04-29 06:00', '04-29 07:00', 60)
const segments = (...list: ReadonlyArray<readonly [string, string]>) => ({
  segments: list.map(([start, end]) => interval(start, end)),
})

describe('an attendance becomes a record', () => {
  it('H2, H17: with order, date, place, content, minutes, body, responsible person and four areas', () => {
    given()
      .knowing(orderO1)
      .by(timer)
      .at(at('04-22 03:10'))
      .when(checkedOut)
      .emits({
        ...{ type: 'RecordSubmitted', recordId: 'O1.1', volunteer: 'a', source: round },
        ...{ segments: [interval('04-22 01:00', '04-22 03:10')], minutes: 130, day: '2020-04-22', grade: 'system' },
        ...{ content: 'culture-arts', responsible: 'b', recorder: null },
        ...{ servedUnit: V1, home: V1, rosterArea: units.T1, bodyId: V1, teamId: 'B1' },
        ...{ marks: [], reason: null, recordedAt: at('04-22 03:10'), policyVersion: 'TEST-1' },
      })
  })
  it('H7: the confirmer of an attested record counts as who entered it', () => {
    const confirmed = { ...checkedOut, grade: 'attested', confirmer: 'k1' }
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
  it('S7: over midnight in Beijing it belongs to the day on which it began', () => {
    const night = { ...checkedOut, ...segments(['04-22 15:30', '04-22 17:00']), minutes: 90 }
    given().knowing(orderO1).by(timer).when(night).emits({ type: 'RecordSubmitted', day: '2020-04-22' })
    const later = { ...checkedOut, ...segments(['04-22 16:00', '04-22 17:00']), minutes: 60 }
    given().knowing(orderO1).by(timer).when(later).emits({ type: 'RecordSubmitted', day: '2020-04-23' })
  })
  it('is sent by a process, of an order and a team that are there', () => {
    given().knowing(orderO1).when(checkedOut).isRefused({ type: 'OnlyAProcess', command: 'SubmitRecord' })
    given().by(timer).when(checkedOut).isRefused({ type: 'NotThere', id: 'O1' })
    given()
      .knowing(orderO1)
      .by(timer)
      .when({ ...checkedOut, teamId: 'B9' })
      .isRefused({ type: 'NotThere', id: 'B9' })
  })
  it('H11: twice is once; the same id for something else is refused', () => {
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
      .isRefused({ type: 'SameIdOtherContent', id: 'O1.1' })
  })
})

describe('a backfill', () => {
  it('H7, H17: is manual; served is the host, home and roster are those of the day', () => {
    given()
      .when(hour)
      .emits({
        ...{ type: 'RecordSubmitted', grade: 'manual', recorder: 'k2', responsible: 'c', servedUnit: V2 },
        ...{ home: V2, rosterArea: null, bodyId: V2, minutes: 60 },
      })
  })
  it('H17: a home that is moved later does not move the record', () => {
    const moved = { type: 'HomeMoved', person: 'e', home: V1, from: '2020-04-30' }
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
  it('H3: of an order’s round the organiser is the body of the team that served it', () => {
    const ofOrder = { ...backfill('R1', 'a', '04-22 01:00', '04-22 03:00', 120), ...served }
    given()
      .knowing(orderO1)
      .by(people.clerkV1)
      .when(ofOrder)
      .emits({ type: 'RecordSubmitted', servedUnit: V1, teamId: 'B1' })
    const refusal = { type: 'TeamDidNotServe', round: 1 } as const
    given()
      .knowing(orderO1)
      .by(people.clerkV1)
      .when({ ...ofOrder, teamId: 'B2' })
      .isRefused({ ...refusal, teamId: 'B2' })
    given()
      .knowing(orderO1)
      .by(people.clerkV1)
      .when({ ...ofOrder, teamId: null })
      .isRefused({ ...refusal, teamId: null })
    given()
      .knowing({ 'order-O1': [placed, offered, expired] })
      .by(people.clerkV1)
      .when(ofOrder)
      .isRefused(refusal)
    const second = { ...ofOrder, source: { ...round, round: 2 } }
    given()
      .knowing(orderO1)
      .by(people.clerkV1)
      .when(second)
      .isRefused({ ...refusal, round: 2 })
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
  it('H3: a body under a unit is recorded for at exactly that unit', () => {
    const byK = [placed, { ...offered, teamId: 'K' }, { ...accepted, teamId: 'K', bodyId: 'K' }]
    const ofK = { ...backfill('R1', 'd', '04-22 01:00', '04-22 03:00', 120), source: round, bodyId: 'K', teamId: 'K' }
    const clerkC = { ...people.clerkV1, unit: C }
    given().knowing({ 'order-O1': byK }).by(clerkC).when(ofK).emits({ type: 'RecordSubmitted', bodyId: 'K' })
    given().knowing({ 'order-O1': byK }).when(ofK).isRefused({ type: 'OutsideJurisdiction', unit: C })
  })
  it('H3: an unknown host has no recorder', () => {
    const nowhere = { ...hour, source: { type: 'session', sessionId: 'S', host: 'V9' }, bodyId: 'V9' }
    given().when(nowhere).isRefused({ type: 'UnknownBody', bodyId: 'V9' })
  })

  it('H7: nobody enters an own record', () => {
    given()
      .by({ ...people.e, role: 'recorder' })
      .when(hour)
      .isRefused({ type: 'RecorderIsVolunteer', person: 'e' })
  })
  it('G2: goes to a registered volunteer, under the registration that survives', () => {
    given()
      .when({ ...hour, volunteer: 'z' })
      .isRefused({ type: 'NotAVolunteer', person: 'z' })
    const merged = [...(world['volunteer-e'] ?? []), { type: 'VolunteerMerged', person: 'e', survivor: 'a' }]
    given().knowing({ 'volunteer-e': merged }).when(hour).isRefused({ type: 'MergedInto', survivor: 'a' })
  })
  it('H17: credits a team that is there, if any', () => {
    given()
      .when({ ...hour, teamId: 'B9' })
      .isRefused({ type: 'NotThere', id: 'B9' })
    given()
      .when({ ...hour, teamId: 'B2' })
      .emits({ type: 'RecordSubmitted', teamId: 'B2' })
  })

  it('H13: states its minutes too', () => {
    given()
      .when({ ...hour, minutes: 90 })
      .isRefused({ type: 'MinutesDiffer', stated: 90, sum: 60 })
    const nothing = { ...hour, minutes: 0, segments: [{ start: at('04-29 06:00'), end: '2020-04-29T06:00:59.999Z' }] }
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

  it('H11: twice is once; another content or another id is refused', () => {
    const once = given().when(hour).events()
    given(...once)
      .when(hour)
      .isSilent()
    given(...once)
      .by(people.recorderV2)
      .at(at('05-20 01:00'))
      .when(hour)
      .isSilent()
    given(...once)
      .when({ ...hour, content: 'science' })
      .isRefused({ type: 'SameIdOtherContent', id: 'R5' })
    given(...once)
      .when({ ...hour, recordId: 'R6' })
      .isRefused({ type: 'RecordedAlready', record: { volunteer: 'e', recordId: 'R5' } })
  })
  it('H11: what was rejected or withdrawn may be entered again, under another id', () => {
    const again = { ...hour, recordId: 'R6' }
    given(submitted('R5'), rejected('R5')).when(again).emits({ type: 'RecordSubmitted' })
    given(submitted('R5'), returned('R5'), withdrawn('R5')).when(again).emits({ type: 'RecordSubmitted' })
  })
  it('an entered id is never that of an attendance', () => {
    expect(service.command.is({ ...hour, recordId: 'O1.1' })).toBe(false)
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

describe('marks', () => {
  it('H4: the end of the 10th working day is the last moment in time', () => {
    given().at('2020-05-15T15:59:59.999Z').when(hour).emits({ type: 'RecordSubmitted', marks: [] })
    given()
      .at('2020-05-15T16:00:00.000Z')
      .when(hour)
      .emits({ type: 'RecordSubmitted', marks: ['late'] })
  })
  it('H4: a system record that comes late is marked too', () => {
    given()
      .knowing(orderO1)
      .by(timer)
      .at(at('05-20 01:00'))
      .when(checkedOut)
      .emits({ type: 'RecordSubmitted', marks: ['late'] })
  })
  it('H6: a day beyond its cap is marked and not cut', () => {
    const seven = submitted('R1', {
      ...segments(['04-28 22:00', '04-29 05:00']),
      minutes: 420,
      day: '2020-04-29',
      source: { type: 'session', sessionId: 'Q', host: V2 },
    })
    given(seven).when(hour).emits({ type: 'RecordSubmitted', minutes: 60, marks: [] })
    const more = { ...hour, ...segments(['04-29 06:00', '04-29 07:01']), minutes: 61 }
    given(seven)
      .when(more)
      .emits({ type: 'RecordSubmitted', minutes: 61, marks: ['over-day-cap'] })
    given(seven, rejected('R1')).when(more).emits({ type: 'RecordSubmitted', marks: [] })
  })
  it('H6: an event beyond its cap is marked, over its days', () => {
    const first = submitted('R1', { ...segments(['04-27 00:00', '04-27 08:00']), minutes: 480, day: '2020-04-27' })
    given(first)
      .when(hour)
      .emits({ type: 'RecordSubmitted', marks: ['over-event-cap'] })
    const elsewhere = { ...first, source: { type: 'session', sessionId: 'Q', host: V2 } }
    given(elsewhere).when(hour).emits({ type: 'RecordSubmitted', marks: [] })
  })
  it('G5, H6: the caps are those in force on the service day, as known now', () => {
    const [adopted] = (world['policy-131081'] ?? []) as ReadonlyArray<{ readonly type: string; readonly terms: object }>
    const strict = (effectiveFrom: string) => ({
      ...adopted,
      type: 'PolicyAdopted',
      version: 'TEST-2',
      effectiveFrom,
      terms: { ...adopted?.terms, caps: { perDay: 30, perEvent: 480 } },
    })
    const since = (day: string) => ({ 'policy-131081': [...(world['policy-131081'] ?? []), strict(day)] })
    given()
      .knowing(since('2020-04-29'))
      .when(hour)
      .emits({ type: 'RecordSubmitted', marks: ['over-day-cap'], policyVersion: 'TEST-2' })
    given()
      .knowing(since('2020-04-30'))
      .when(hour)
      .emits({ type: 'RecordSubmitted', marks: [], policyVersion: 'TEST-1' })
  })
})

describe('an overlapping capture', () => {
  const other = backfill('R9', 'e', '04-29 06:59', '04-29 08:00', 61)
  it('H5: is kept and held, naming what it overlaps', () => {
    given(submitted('R5'))
      .when(other)
      .emits(
        { type: 'RecordSubmitted', recordId: 'R9' },
        {
          type: 'RecordHeld',
          recordId: 'R9',
          kind: 'overlap',
          because: [{ volunteer: 'e', recordId: 'R5' }],
          minutes: 61,
        },
      )
  })
  it('H5: half-open intervals may touch, and one may lie in the other’s break', () => {
    given(submitted('R5'))
      .when(backfill('R9', 'e', '04-29 07:00', '04-29 08:00', 60))
      .emits({ type: 'RecordSubmitted' })
    const broken = submitted('R5', {
      ...segments(['04-29 05:00', '04-29 06:00'], ['04-29 07:00', '04-29 08:00']),
      minutes: 120,
    })
    given(broken)
      .when({ ...hour, recordId: 'R9' })
      .emits({ type: 'RecordSubmitted' })
  })
  it('H5: whichever body recorded, and whatever waits', () => {
    const atV1 = submitted('R5', { bodyId: V1, servedUnit: V1 })
    given(atV1, returned('R5')).when(other).emits({ type: 'RecordSubmitted' }, { type: 'RecordHeld' })
    given(submitted('R5'), rejected('R5')).when(other).emits({ type: 'RecordSubmitted' })
  })
  it('H5, H11: also a check-out that comes after a backfill of the same: stronger evidence is not lost', () => {
    const entered = submitted('R1', {
      ...served,
      ...segments(['04-22 01:00', '04-22 03:10']),
      minutes: 130,
      volunteer: 'a',
    })
    given(entered)
      .knowing(orderO1)
      .by(timer)
      .when(checkedOut)
      .emits({ type: 'RecordSubmitted', grade: 'system' }, { type: 'RecordHeld' })
  })
  it('H5: reads the records of the human’s other registration', () => {
    const noted = { type: 'SamePersonNoted', volunteer: 'e', other: 'a', known: [] }
    const theirs = submitted('R5', { volunteer: 'a' })
    given(noted)
      .knowing({ 'service-a': [theirs] })
      .when(other)
      .emits({ type: 'RecordSubmitted' }, { type: 'RecordHeld', because: [{ volunteer: 'a', recordId: 'R5' }] })
    given(noted)
      .knowing({ 'service-a': [theirs] })
      .when({ ...hour, reason: reason('x') })
      .isRefused({ type: 'RecordedAlready', record: { volunteer: 'a', recordId: 'R5' } })
    given(noted)
      .by({ ...people.recorderV2, person: 'a' })
      .when(hour)
      .isRefused({ type: 'RecorderIsVolunteer', person: 'a' })
  })
})
