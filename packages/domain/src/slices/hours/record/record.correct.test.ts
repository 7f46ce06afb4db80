import { describe, expect, it } from 'vitest'
import { replay } from '@zhiyuan/kernel'
import { stage } from '@zhiyuan/testing'
import { people, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { countedRecords, record, recordFold, type RecordEvent } from './index.ts'
import {
  instant,
  commands,
  correctionRequested,
  interval,
  reason,
  rejected,
  submitted,
  suspended,
  verified,
  voided,
} from './record.fixture.ts'

const given = stage(record, world, { ...scene, now: instant('05-02 01:00'), actor: people.approverV2 })
const { RequestCorrection, CorrectRecord, UpholdRecord, SuspendRecord, ReinstateRecord, VoidRecord } = commands
const system = submitted('R5', { grade: 'system', recorder: null })
const asked = [submitted('R5'), verified('R5'), correctionRequested('R5')]
/** An approver adds time, not the volunteer. */
const askedForMore = [submitted('R5'), verified('R5'), correctionRequested('R5', 'qc')]
const askedOfSystem = [system, verified('R5', { grade: 'system' }), correctionRequested('R5', 'qc')]
const to = (minutes: number, ...segments: ReadonlyArray<readonly [string, string]>) => ({
  ...CorrectRecord,
  segments: segments.map(([start, end]) => interval(start, end)),
  minutes,
})
const counted = (...events: ReadonlyArray<object>) =>
  countedRecords([replay(recordFold, events as ReadonlyArray<RecordEvent>)])
const because = (recordId: string) => [{ volunteer: 'e', recordId }]

describe('a correction', () => {
  it('H9: is asked for by the volunteer or an approver; the record counts on meanwhile', () => {
    const past = [submitted('R5'), verified('R5')]
    given(...past)
      .by(people.e)
      .when(RequestCorrection)
      .emits({ type: 'CorrectionRequested', by: 'e', bodyId: units.V2 })
    given(...past)
      .by(people.approverC)
      .when(RequestCorrection)
      .emits({ type: 'CorrectionRequested', by: 'qc' })
    given(...past)
      .by(people.a)
      .when(RequestCorrection)
      .isRefused({ type: 'NotAuthorised' })
    given(...past)
      .by(people.clerkV2)
      .when(RequestCorrection)
      .isRefused({ type: 'NotAuthorised' })
    expect(counted(...asked)).toMatchObject([{ recordId: 'R5', minutes: 60 }])
  })
  it('H9: appends an event that says what counts now and what counted before', () => {
    given(...asked)
      .when(CorrectRecord)
      .emits({
        type: 'RecordCorrected',
        correctionId: 'fix-1',
        approver: 'q2',
        revision: 1,
        minutes: 50,
        before: { minutes: 60, day: '2020-04-29', grade: 'manual' },
        reason: reason('came-late'),
        marks: [],
      })
    const corrected = given(...asked)
      .when(CorrectRecord)
      .events()
    expect(counted(...asked, ...corrected)).toMatchObject([{ recordId: 'R5', minutes: 50, revision: 1 }])
  })
  it('H9: keeps the grade if it only takes time away; added time makes the record manual for good', () => {
    const captured = given(...askedOfSystem)
    captured.when(to(50, ['04-29 06:10', '04-29 07:00'])).emits({ type: 'RecordCorrected', grade: 'system' })
    captured
      .when(to(40, ['04-29 06:00', '04-29 06:20'], ['04-29 06:40', '04-29 07:00']))
      .emits({ type: 'RecordCorrected', grade: 'system' })
    const longer = to(61, ['04-29 05:59', '04-29 07:00'])
    captured.when(longer).emits({ type: 'RecordCorrected', grade: 'manual', before: { grade: 'system' } })
    const then = [
      ...askedOfSystem,
      ...captured.when(longer).events(),
      { ...correctionRequested('R5', 'qc'), correctionId: 'fix-2' },
    ]
    given(...then)
      .when({ ...CorrectRecord, correctionId: 'fix-2' })
      .emits({ type: 'RecordCorrected', grade: 'manual' })
  })
  it('H9: across midnight it moves the record to another day', () => {
    const earlier = to(60, ['04-28 15:30', '04-28 16:30'])
    given(...askedForMore)
      .when(earlier)
      .emits({ type: 'RecordCorrected', day: '2020-04-28', before: { day: '2020-04-29' } })
  })
  it('H7: is not granted by a person involved, nor by the requester', () => {
    given(...asked)
      .by({ ...people.approverV2, person: 'k2' })
      .when(CorrectRecord)
      .isRefused({ type: 'ApproverIsRecorder', person: 'k2' })
    const askedByQ2 = given(submitted('R5'), verified('R5'), correctionRequested('R5', 'q2'))
    askedByQ2.when(CorrectRecord).isRefused({ type: 'ApproverIsRequester', person: 'q2' })
    askedByQ2.when(UpholdRecord).isRefused({ type: 'ApproverIsRequester', person: 'q2' })
    askedByQ2.by(people.approverC).when(CorrectRecord).emits({ type: 'RecordCorrected', approver: 'qc' })
    given(...asked)
      .by(people.approverV1)
      .when(CorrectRecord)
      .isRefused({ type: 'OutsideJurisdiction' })
  })
  it('H7, G2: nor by the requester under another registration', () => {
    const askedByQ2 = given(submitted('R5'), verified('R5'), correctionRequested('R5', 'q2'))
    for (const answer of [CorrectRecord, UpholdRecord])
      askedByQ2
        .knowing(merged(['q2', 'qc']))
        .by(people.approverC)
        .when(answer)
        .isRefused({ type: 'ApproverIsRequester', person: 'qc' })
  })
  it('H13, H1: its minutes are the sum over segments that are over', () => {
    given(...asked)
      .when({ ...CorrectRecord, minutes: 60 })
      .isRefused({ type: 'MinutesDiffer', stated: 60, sum: 50 })
    given(...askedForMore)
      .when(to(60, ['05-02 00:30', '05-02 01:30']))
      .isRefused({ type: 'SegmentUnfit', because: 'in-future' })
    given(...asked)
      .when(to(60, ['04-29 06:00', '04-29 07:00']))
      .isRefused({ type: 'NothingChanged' })
  })
  it('H5: never makes two verified intervals overlap, and adds no time that overlaps a waiting record', () => {
    const beside = submitted('R9', { segments: [interval('04-29 07:00', '04-29 08:00')] })
    const longer = to(70, ['04-29 06:00', '04-29 07:10'])
    given(...askedForMore, beside, verified('R9'))
      .when(longer)
      .isRefused({ type: 'OverlapsVerified', because: because('R9') })
    given(...askedForMore, beside)
      .when(longer)
      .isRefused({ type: 'OverlapsWaiting', because: because('R9') })
    given(...askedForMore, beside, rejected('R9'))
      .when(longer)
      .emits({ type: 'RecordCorrected', minutes: 70 })
  })
  it('H5: may take time away from an interval that overlaps already', () => {
    const waiting = submitted('R9', { segments: [interval('04-29 06:30', '04-29 08:00')] })
    given(...asked, waiting)
      .when(to(45, ['04-29 06:00', '04-29 06:45']))
      .emits({ type: 'RecordCorrected', minutes: 45 })
  })
  it('H6: judges the caps again', () => {
    const session = { type: 'session', sessionId: 'Q' } as const
    const seven = submitted('R1', { segments: [interval('04-28 22:00', '04-29 05:00')], minutes: 420, source: session })
    given(...askedForMore, seven)
      .when(to(61, ['04-29 06:00', '04-29 07:01']))
      .emits({ type: 'RecordCorrected', marks: ['over-day-cap'] })
  })
  it('H4: a late record stays late, and a timely one stays timely', () => {
    given(...asked)
      .at(instant('06-01 01:00'))
      .when(CorrectRecord)
      .emits({ type: 'RecordCorrected', marks: [] })
    const late = submitted('R5', { recordedAt: instant('05-20 01:00'), marks: ['late'] })
    given(late, verified('R5'), correctionRequested('R5'))
      .at(instant('06-01 01:00'))
      .when(CorrectRecord)
      .emits({ type: 'RecordCorrected', marks: ['late'] })
  })
  it('H9: the record stays as it is when upheld', () => {
    const upheld = given(...asked)
      .when(UpholdRecord)
      .events()
    expect(upheld).toMatchObject([{ type: 'RecordUpheld', correctionId: 'fix-1', approver: 'q2' }])
    expect(counted(...asked, ...upheld)).toMatchObject([{ minutes: 60, revision: 0 }])
  })
  it('H11: is asked for and answered once', () => {
    given(...asked)
      .by(people.e)
      .when(RequestCorrection)
      .isSilent()
    given(...asked)
      .by(people.e)
      .when({ ...RequestCorrection, reason: reason('other') })
      .isRefused({ type: 'SameIdOtherContent', id: 'fix-1' })
    given(...asked)
      .by(people.e)
      .when({ ...RequestCorrection, correctionId: 'fix-2' })
      .isRefused({ type: 'CommandNotAllowed', state: 'correction-requested' })
    const corrected = given(
      ...asked,
      ...given(...asked)
        .when(CorrectRecord)
        .events(),
    )
    corrected.when(CorrectRecord).isSilent()
    corrected.when(to(40, ['04-29 06:20', '04-29 07:00'])).isRefused({ type: 'SameIdOtherContent', id: 'fix-1' })
    corrected.when(UpholdRecord).isRefused({ type: 'SameIdOtherContent', id: 'fix-1' })
    given(...asked)
      .when({ ...CorrectRecord, correctionId: 'fix-9' })
      .isRefused({ type: 'NotThere', id: 'fix-9' })
  })
})

describe('a verified record', () => {
  const past = [submitted('R5'), verified('R5')]
  it('H9: is suspended, and reinstated at a new revision', () => {
    const off = given(...past)
      .by(people.approverC)
      .when(SuspendRecord)
      .events()
    expect(off).toMatchObject([{ type: 'RecordSuspended', by: 'qc', revision: 1, minutes: 60, day: '2020-04-29' }])
    expect(counted(...past, ...off)).toEqual([])
    const reinstating = given(...past, ...off)
      .by(people.approverC)
      .when(ReinstateRecord)
      .events()
    expect(reinstating).toMatchObject([{ type: 'RecordReinstated', by: 'qc', revision: 2, minutes: 60 }])
    expect(counted(...past, ...off, ...reinstating)).toMatchObject([{ recordId: 'R5', revision: 2 }])
  })
  it('H9: is voided only after it was suspended, and for ever', () => {
    given(...past)
      .by(people.approverC)
      .when(VoidRecord)
      .isRefused({ type: 'CommandNotAllowed', state: 'verified' })
    const off = given(...past, suspended('R5')).by(people.approverC)
    off
      .when(VoidRecord)
      .emits({ type: 'RecordVoided', revision: 2, minutes: 60, day: '2020-04-29', grade: 'manual', volunteer: 'e' })
    const gone = given(...past, suspended('R5'), voided('R5')).by(people.approverC)
    gone.when(ReinstateRecord).isRefused({ type: 'VoidedIsFinal', recordId: 'R5' })
    gone.when(VoidRecord).isSilent()
    gone.when({ ...VoidRecord, reason: reason('other') }).isRefused({ type: 'VoidedIsFinal' })
  })
  it('H5: is not reinstated if the interval overlaps one that counts by now', () => {
    const other = [submitted('R9', { segments: [interval('04-29 06:30', '04-29 07:30')] }), verified('R9')]
    given(...past, suspended('R5'), ...other)
      .by(people.approverC)
      .when(ReinstateRecord)
      .isRefused({ type: 'OverlapsVerified', because: because('R9') })
  })
  it('H7: is not reinstated by a person involved', () => {
    given(...past, suspended('R5'))
      .by({ ...people.approverV2, person: 'k2' })
      .when(ReinstateRecord)
      .isRefused({ type: 'ApproverIsRecorder' })
  })
  it('H3: is suspended by the certifying unit or one above, by post', () => {
    given(...past)
      .when(SuspendRecord)
      .emits({ type: 'RecordSuspended', by: 'q2' })
    given(...past)
      .by(people.approverV1)
      .when(SuspendRecord)
      .isRefused({ type: 'OutsideJurisdiction' })
    given(...past)
      .by({ ...people.approverC, person: 'stranger' })
      .when(SuspendRecord)
      .isRefused({ type: 'PostNotHeld', person: 'stranger' })
  })
  it('a ruling repeated is a no-op; repeated later, it needs a reason of its own', () => {
    const off = given(...past)
      .by(people.approverC)
      .when(SuspendRecord)
      .events()
    given(...past, ...off)
      .by(people.approverC)
      .when(SuspendRecord)
      .isSilent()
    const reinstating = given(...past, ...off)
      .by(people.approverC)
      .when(ReinstateRecord)
      .events()
    const back = given(...past, ...off, ...reinstating).by(people.approverC)
    back.when(ReinstateRecord).isSilent()
    back.when(SuspendRecord).isRefused({ type: 'RuledBefore', ruling: 'suspend' })
    back.when({ ...SuspendRecord, reason: reason('new-facts') }).emits({ type: 'RecordSuspended', revision: 3 })
  })
})
