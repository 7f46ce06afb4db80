import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { record } from './index.ts'
import { commands, instant, reason, returned, submitted, withSecondLook } from './record.fixture.ts'

const given = stage(
  record,
  { ...world, ...withSecondLook },
  {
    ...scene,
    now: instant('05-18 02:00'),
    actor: people.approverV2,
  },
)
/** Entered on Monday 05-18; Tuesday is the working day after it. */
const entered = submitted('R5', { recordedAt: instant('05-18 01:00'), lookUntil: instant('05-19 16:00') })
const until = instant('05-19 16:00')
const { ClearHold, ObjectToRecord, ResubmitRecord, VerifyRecord } = commands

describe('the second look', () => {
  it('H20: keeps a `manual` record from being verified until the midnight that ends the next working day', () => {
    given(entered).when(VerifyRecord).isRefused({ type: 'SecondLookRuns', until })
    given(entered).at(until).when(VerifyRecord).emits({ type: 'RecordVerified' })
  })
  it('H20: is that of a late record in every grade, and of no other', () => {
    const attested = { ...entered, grade: 'attested' }
    given(attested).when(VerifyRecord).emits({ type: 'RecordVerified' })
    given({ ...attested, marks: ['late'] })
      .when(VerifyRecord)
      .isRefused({ type: 'SecondLookRuns', until })
  })
  it('H20: begins anew when the record is entered again, and is said by the event', () => {
    given(entered, returned('R5'))
      .by(people.recorderV2)
      .when(ResubmitRecord)
      .emits({ type: 'RecordResubmitted', lookUntil: until })
    const again = given(entered, returned('R5'))
      .by(people.recorderV2)
      .at(instant('05-20 01:00'))
      .when(ResubmitRecord)
      .events()
    given(entered, returned('R5'), ...again)
      .at(instant('05-20 02:00'))
      .when(VerifyRecord)
      .isRefused({ type: 'SecondLookRuns', until: instant('05-21 16:00') })
  })
  it('H20: none is due where the policy says so', () => {
    const plain = stage(record, world, { ...scene, now: instant('05-18 02:00'), actor: people.approverV2 })
    plain(entered).when(VerifyRecord).emits({ type: 'RecordVerified' })
    plain(entered).by(people.e).when(ObjectToRecord).isRefused({ type: 'NotUnderSecondLook', until: null })
  })
})

describe('an objection', () => {
  const objection = { type: 'RecordHeld', kind: 'objection' } as const
  it('H20, H22: is a hold of a person who was there, to be answered within 10 working days', () => {
    given(entered)
      .by(people.e)
      .when(ObjectToRecord)
      .emits(
        { type: 'RecordObjected', by: 'e', answerBy: instant('06-01 16:00') },
        { ...objection, holdId: 'objection:e' },
      )
    given(entered).by(people.recorderV2).when(ObjectToRecord).emits({ type: 'RecordObjected', by: 'k2' }, objection)
    given(entered).by(people.c).when(ObjectToRecord).isRefused({ type: 'WasNotThere', person: 'c' })
    given(entered)
      .knowing({ 'record-c': [submitted('R6', { volunteer: 'c' })] })
      .by(people.c)
      .when(ObjectToRecord)
      .emits({ type: 'RecordObjected', by: 'c' }, objection)
  })
  it('H20, G2: is made under any registration of a human who was there, once', () => {
    const ofC = { 'record-c': [submitted('R6', { volunteer: 'c' })] }
    const apart = given(entered).knowing(ofC).by(people.a)
    apart.when(ObjectToRecord).isRefused({ type: 'WasNotThere', person: 'a' })
    const together = { ...merged(['c', 'a']), ...ofC }
    const asA = given(entered).knowing(together).by(people.a).when(ObjectToRecord)
    asA.emits({ type: 'RecordObjected', by: 'a' }, objection)
    const asked = given(entered, ...asA.events())
      .knowing(together)
      .by(people.c)
    asked.when(ObjectToRecord).isRefused({ type: 'ObjectedBefore', person: 'c' })
    const turned = given(entered).knowing({
      ...merged(['a', 'c']),
      'record-c': [submitted('R6', { volunteer: 'c' })],
    })
    turned.by(people.a).when(ObjectToRecord).emits({ type: 'RecordObjected', by: 'a' }, objection)
  })
  it('H20: is made once by each, until the second look is over', () => {
    const made = given(entered).by(people.e).when(ObjectToRecord).events()
    const after = given(entered, ...made).by(people.e)
    after.when(ObjectToRecord).isSilent()
    after.when({ ...ObjectToRecord, reason: reason('other') }).isRefused({ type: 'ObjectedBefore', person: 'e' })
    given(entered).by(people.e).at(until).when(ObjectToRecord).isRefused({ type: 'NotUnderSecondLook', until })
  })
  it('H20, H22: is cleared by an approver with an answer, and the record goes on', () => {
    const made = given(entered).by(people.e).when(ObjectToRecord).events()
    const objected = given(entered, ...made)
    objected.at(until).when(VerifyRecord).isRefused({ type: 'CommandNotAllowed', state: 'held' })
    const answer = { ...ClearHold, holdId: 'objection:e', reason: reason('was-there') }
    objected.when(answer).emits({ type: 'HoldCleared', by: 'q2', reason: reason('was-there') })
    objected.by(people.e).when(answer).isRefused({ type: 'NotAuthorised' })
  })
})
