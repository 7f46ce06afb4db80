import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { completeTerms } from '../../../policy.ts'
import { test1 } from '../../../presets/policies.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { record } from './index.ts'
import {
  instant,
  attended,
  backfill,
  interval,
  orderO1,
  reason,
  rejected,
  returned,
  submitted,
} from './record.fixture.ts'

const { V1 } = units
const given = stage(record, world, { ...scene, now: instant('05-02 01:00'), actor: people.clerkV2 })
const round = { type: 'order', orderId: 'O1', round: 1 } as const
const served = { source: round, bodyId: V1, teamId: 'B1' }
const checkedOut = { ...attended('o.O1.1', 'a', '04-22 01:00', '04-22 03:10', 130), ...served }
const hour = backfill('R5', 'e', '04-29 06:00', '04-29 07:00', 60)
const segments = (...list: ReadonlyArray<readonly [string, string]>) => ({
  segments: list.map(([start, end]) => interval(start, end)),
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
      .at(instant('05-20 01:00'))
      .when(checkedOut)
      .emits({ type: 'RecordSubmitted', marks: ['late'] })
  })
  it('H6: a day beyond its cap is marked and not cut', () => {
    const seven = submitted('R1', {
      ...segments(['04-28 22:00', '04-29 05:00']),
      minutes: 420,
      day: '2020-04-29',
      source: { type: 'session' as const, sessionId: 'Q' },
    })
    given(seven).when(hour).emits({ type: 'RecordSubmitted', minutes: 60, marks: [] })
    const more = { ...hour, ...segments(['04-29 06:00', '04-29 07:01']), minutes: 61 }
    given(seven)
      .when(more)
      .emits({ type: 'RecordSubmitted', minutes: 61, marks: ['over-day-cap'] })
    given(seven, rejected('R1')).when(more).emits({ type: 'RecordSubmitted', marks: [] })
  })
  it('H6: an event beyond its cap is marked, summed over its days', () => {
    const first = submitted('R1', { ...segments(['04-27 00:00', '04-27 08:00']), minutes: 480, day: '2020-04-27' })
    given(first)
      .when(hour)
      .emits({ type: 'RecordSubmitted', marks: ['over-event-cap'] })
    const elsewhere = { ...first, source: { type: 'session' as const, sessionId: 'Q' } }
    given(elsewhere).when(hour).emits({ type: 'RecordSubmitted', marks: [] })
  })
  it('G5, H4, H6: laxer terms that are adopted later with a date before never reach back; adopted in time they hold', () => {
    const laxer = (adoptedAt: string) => {
      const sections = completeTerms(
        { records: { late: { workingDays: 40 }, caps: { perDay: 900, perEvent: 900 } } },
        test1.sections,
      )
      const adopted = {
        ...test1,
        type: 'PolicyAdopted',
        version: 'TEST-2',
        effectiveFrom: '2020-01-02',
        sections,
        adoptedAt,
      }
      return { 'policy-131081': [...(world['policy-131081'] ?? []), adopted] }
    }
    const long = { ...hour, ...segments(['04-29 00:00', '04-29 08:10']), minutes: 490 }
    const late = given().at(instant('05-20 02:00'))
    late
      .knowing(laxer(instant('05-20 01:00')))
      .when(long)
      .emits({ type: 'RecordSubmitted', marks: ['late', 'over-day-cap', 'over-event-cap'] })
    late
      .knowing(laxer(instant('04-28 01:00')))
      .when(long)
      .emits({ type: 'RecordSubmitted', marks: [] })
  })
  it('G5, H6: the caps are those in force on the service day, as known now', () => {
    const strict = (effectiveFrom: string) => ({
      ...test1,
      adoptedAt: '2020-01-01T00:00:00.000Z',
      type: 'PolicyAdopted',
      version: 'TEST-2',
      effectiveFrom,
      sections: completeTerms({ records: { caps: { perDay: 30, perEvent: 480 } } }, test1.sections),
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
  it('H5: half-open intervals may touch, and one may lie in a break of the other', () => {
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
  it('H5: is found no matter which body recorded it, and also where the other record waits', () => {
    const atV1 = submitted('R5', { bodyId: V1, servedUnit: V1 })
    given(atV1, returned('R5')).when(other).emits({ type: 'RecordSubmitted' }, { type: 'RecordHeld' })
    given(submitted('R5'), rejected('R5')).when(other).emits({ type: 'RecordSubmitted' })
  })
  it('H5, H11: a check-out that comes after a backfill of the same service is kept: stronger evidence is not lost', () => {
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
  it('H5: includes the records of the human’s other registration', () => {
    const theirs = submitted('R5', { volunteer: 'a' })
    given()
      .knowing({ ...merged(['a', 'e']), 'record-a': [theirs] })
      .when(other)
      .emits({ type: 'RecordSubmitted' }, { type: 'RecordHeld', because: [{ volunteer: 'a', recordId: 'R5' }] })
    given()
      .knowing({ ...merged(['a', 'e']), 'record-a': [theirs] })
      .when({ ...hour, reason: reason('x') })
      .isRefused({ type: 'RecordedAlready', record: { volunteer: 'a', recordId: 'R5' } })
    given()
      .knowing(merged(['a', 'e']))
      .by({ ...people.recorderV2, person: 'a' })
      .when(hour)
      .isRefused({ type: 'RecorderIsVolunteer', person: 'a' })
  })
})
