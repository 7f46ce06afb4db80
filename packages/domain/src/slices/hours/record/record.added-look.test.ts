/** Time that a correction adds is looked at before it counts (H20), and is late by when it was entered (H4). */
import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { record } from './index.ts'
import {
  commands,
  correctionRequested,
  instant,
  interval,
  reason,
  submitted,
  suspended,
  verified,
  withSecondLook,
} from './record.fixture.ts'

/** Monday 05-18: the correction was asked for weeks before. */
const onMonday = { ...scene, now: instant('05-18 02:00'), actor: people.approverV2 }
const given = stage(record, { ...world, ...withSecondLook }, onMonday)
const until = instant('05-19 16:00')
const past = [submitted('R5'), verified('R5'), correctionRequested('R5', 'qc')]
const { ClearHold, CorrectRecord, ObjectToRecord, UpholdRecord } = commands
const longer = { ...CorrectRecord, segments: [interval('04-29 05:00', '04-29 07:00')], minutes: 120 }
const longest = { ...CorrectRecord, segments: [interval('04-29 04:00', '04-29 07:00')], minutes: 180 }
const asked = given(...past)
const entered = asked.and(...asked.when(longer).events())
const objection = { type: 'RecordHeld', kind: 'objection', holdId: 'objection:e' } as const

describe('time that a correction adds', () => {
  it('H20: is entered first, and counts when the same is said after its second look', () => {
    asked.when(longer).emits({ type: 'AddedTimeEntered', by: 'qc', minutes: 120, lookUntil: until })
    entered.when(longer).isRefused({ type: 'SecondLookRuns', until })
    entered
      .at(until)
      .when(longer)
      .emits({ type: 'RecordCorrected', added: true, grade: 'manual', enteredAt: instant('05-18 02:00') })
  })
  it('H20: is entered anew with other times, also after the look', () => {
    entered
      .at(until)
      .when(longest)
      .emits({ type: 'AddedTimeEntered', lookUntil: instant('05-21 16:00') })
  })
  it('H20, H9: a correction that only takes time away is made at once', () => {
    asked.when(CorrectRecord).emits({ type: 'RecordCorrected', added: false, marks: [] })
    entered.when(CorrectRecord).emits({ type: 'RecordCorrected', added: false })
  })
  it('H20: is open to objection until then, and what counts goes on counting', () => {
    asked.by(people.e).when(ObjectToRecord).isRefused({ type: 'CommandNotAllowed', state: 'correction-requested' })
    entered.by(people.e).when(ObjectToRecord).emits({ type: 'RecordObjected', by: 'e' }, objection)
    entered.by(people.c).when(ObjectToRecord).isRefused({ type: 'WasNotThere' })
    entered.by(people.e).at(until).when(ObjectToRecord).isRefused({ type: 'NotUnderSecondLook', until })
    // A suspension meanwhile does not shut the objection out.
    entered.and(suspended('R5')).by(people.e).when(ObjectToRecord).emits({ type: 'RecordObjected' }, objection)
  })
  it('H20, H22: is not made before an approver without a part has answered the objection', () => {
    const held = entered.and(...entered.by(people.e).when(ObjectToRecord).events()).at(until)
    held
      .by(people.approverV2)
      .when(longer)
      .isRefused({ type: 'StillHeld', holds: ['objection:e'] })
    const clear = { ...ClearHold, holdId: 'objection:e', reason: reason('was-there') }
    held.by(people.approverC).when(clear).isRefused({ type: 'ApproverIsRecorder' })
    const cleared = held.by(people.approverV2)
    cleared.when(clear).emits({ type: 'HoldCleared', by: 'q2', stillHeld: false })
    held
      .and(...cleared.when(clear).events())
      .by(people.approverV2)
      .when(longer)
      .emits({ type: 'RecordCorrected', added: true })
  })
  it('H20, H22: the record that stays as it is answers the objection', () => {
    entered
      .and(...entered.by(people.e).when(ObjectToRecord).events())
      .by(people.approverV2)
      .when(UpholdRecord)
      .emits({ type: 'RecordUpheld' }, { type: 'HoldCleared', holdId: 'objection:e', stillHeld: false })
  })
})

describe('the mark of added time', () => {
  const plain = stage(record, world, { ...onMonday, now: instant('06-15 02:00') })
  it('H4: is late by when it was entered, and not where time is taken away', () => {
    plain(...past)
      .when(longer)
      .emits({ type: 'RecordCorrected', marks: ['late'] })
    plain(...past)
      .when(CorrectRecord)
      .emits({ type: 'RecordCorrected', marks: [] })
    plain(...past)
      .at(instant('05-06 02:00'))
      .when(longer)
      .emits({ type: 'RecordCorrected', marks: [] })
  })
  it('H4, H7: stays when time is taken away later', () => {
    const late = plain(...past)
    late
      .and(...late.when(longer).events(), { ...correctionRequested('R5', 'qc'), correctionId: 'fix-2' })
      .when({ ...CorrectRecord, correctionId: 'fix-2' })
      .emits({ type: 'RecordCorrected', added: false, marks: ['late'] })
  })
})
