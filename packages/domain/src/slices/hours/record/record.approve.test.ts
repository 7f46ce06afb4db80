import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { record } from './index.ts'
import { instant, commands, interval, reason, rejected, returned, submitted, verified } from './record.fixture.ts'

const { C, T1, T2, V1, V2 } = units
const given = stage(record, world, { ...scene, now: instant('05-02 01:00'), actor: people.approverV2 })
const { VerifyRecord, ReturnRecord, ResubmitRecord, WithdrawRecord, RejectRecord } = commands
const system = submitted('R5', { grade: 'system', recorder: null })
const approver = (person: string, unit: string) => ({ type: 'person' as const, person, role: 'approver', unit })
const post = (type: 'PostTaken' | 'PostLeft', unitId: string, person: string) =>
  type === 'PostTaken'
    ? { type, unitId, post: 'approver', person, office: null }
    : { type, unitId, post: 'approver', person }
const county = (...more: ReadonlyArray<{ readonly type: string }>) => ({
  'units-131081': [...(world['units-131081'] ?? []), ...more],
})

describe('verifying', () => {
  it('H3: makes the record count, with all that read models key on', () => {
    given(submitted('R5')).when(VerifyRecord).emits({
      type: 'RecordVerified',
      recordId: 'R5',
      volunteer: 'e',
      approver: 'q2',
      revision: 0,
      minutes: 60,
      day: '2020-04-29',
      grade: 'manual',
      servedUnit: V2,
      bodyId: V2,
      home: V2,
      teamId: null,
    })
  })
  it('H3: only by an approver of the recording body’s unit', () => {
    given(submitted('R5')).by(people.approverV1).when(VerifyRecord).isRefused({ type: 'OutsideJurisdiction', unit: V2 })
    given(submitted('R5')).by(people.clerkV2).when(VerifyRecord).isRefused({ type: 'NotAuthorised' })
    given(submitted('R5'))
      .by(people.approverC)
      .when(VerifyRecord)
      .isRefused({ type: 'NotTheCertifier', person: 'qc', certifier: V2 })
  })
  it('H3: the registered successor certifies, and the body itself no more', () => {
    const known = county({ type: 'BodySucceeded', bodyId: V2, successor: V1 } as { type: string })
    given(submitted('R5')).knowing(known).when(VerifyRecord).isRefused({ type: 'OutsideJurisdiction', unit: V1 })
    given(submitted('R5'))
      .knowing(known)
      .by(people.approverV1)
      .when(VerifyRecord)
      .emits({ type: 'RecordVerified', bodyId: V2 })
  })
  it('H3: no one certifies for a body that is not registered', () => {
    given(submitted('R5', { bodyId: 'X' }))
      .when(VerifyRecord)
      .isRefused({ type: 'UnknownBody', body: 'X' })
  })

  it('H7: recorder, approver and volunteer are three persons', () => {
    given(submitted('R5'))
      .by(approver('k2', V2))
      .when(VerifyRecord)
      .isRefused({ type: 'ApproverIsRecorder', person: 'k2' })
    given(submitted('R5'))
      .knowing(county(post('PostTaken', V2, 'e')))
      .by(approver('e', V2))
      .when(VerifyRecord)
      .isRefused({ type: 'ApproverIsVolunteer', person: 'e' })
    given(system)
      .knowing(county(post('PostTaken', V2, 'e')))
      .by(approver('e', V2))
      .when(VerifyRecord)
      .isRefused({ type: 'ApproverIsVolunteer', person: 'e' })
  })
  it('H7, H16, G2: nor under another registration; where no one else is left, the unit above certifies', () => {
    const known = merged(['k2', 'q2'])
    const leftOnly = county(post('PostLeft', V2, 'k2'))
    given(submitted('R5')).knowing(known).when(VerifyRecord).isRefused({ type: 'ApproverIsRecorder', person: 'q2' })
    given(submitted('R5', { recorder: 'k9' }))
      .knowing(known)
      .when(VerifyRecord)
      .emits({ type: 'RecordVerified', approver: 'q2' })
    given(submitted('R5'))
      .knowing({ ...known, ...leftOnly })
      .by(people.approverC)
      .when(VerifyRecord)
      .emits({ type: 'RecordVerified', approver: 'qc' })
  })
  it('H7: the person who confirmed an attendance does not approve it', () => {
    const attested = submitted('R5', { grade: 'attested', recorder: 'k2' })
    given(attested).by(approver('k2', V2)).when(VerifyRecord).isRefused({ type: 'ApproverIsRecorder', person: 'k2' })
    given(attested).when(VerifyRecord).emits({ type: 'RecordVerified' })
  })
  it('H7: nor does the person who entered it again after it was returned', () => {
    const again = given(submitted('R5', { recorder: 'k9' }), returned('R5'))
      .by(people.recorderV2)
      .when(ResubmitRecord)
      .events()
    const anew = given(submitted('R5', { recorder: 'k9' }), returned('R5'), ...again)
    anew.by(approver('k2', V2)).when(VerifyRecord).isRefused({ type: 'ApproverIsRecorder', person: 'k2' })
    anew.when(VerifyRecord).emits({ type: 'RecordVerified', minutes: 50 })
  })
  it('H7: the other registration of a human is that human', () => {
    given(submitted('R5'))
      .knowing(merged(['e', 'q2']))
      .when(VerifyRecord)
      .isRefused({ type: 'ApproverIsVolunteer', person: 'q2' })
  })

  it('H16: where a unit has no approver, the nearest unit above that has one approves', () => {
    const ofK = submitted('R5', { bodyId: 'K' })
    given(ofK).by(people.approverC).when(VerifyRecord).emits({ type: 'RecordVerified', bodyId: 'K' })
    const noApprover = county(post('PostLeft', V2, 'q2'), post('PostLeft', V2, 'k2'))
    given(submitted('R5')).knowing(noApprover).by(people.approverC).when(VerifyRecord).emits({ type: 'RecordVerified' })
    const township = county(post('PostLeft', V2, 'q2'), post('PostLeft', V2, 'k2'), post('PostTaken', T2, 'qt'))
    given(submitted('R5'))
      .knowing(township)
      .by(people.approverC)
      .when(VerifyRecord)
      .isRefused({ type: 'NotTheCertifier', certifier: T2 })
    given(submitted('R5'))
      .knowing(township)
      .by(approver('qt', T2))
      .when(VerifyRecord)
      .emits({ type: 'RecordVerified', approver: 'qt' })
  })
  it('H16: an approver who is the recorder or the volunteer does not count', () => {
    const onlyK2 = county(post('PostLeft', V2, 'q2'))
    given(submitted('R5'))
      .knowing(onlyK2)
      .by(people.approverC)
      .when(VerifyRecord)
      .emits({ type: 'RecordVerified', approver: 'qc' })
    given(system)
      .knowing(onlyK2)
      .by(people.approverC)
      .when(VerifyRecord)
      .isRefused({ type: 'NotTheCertifier', certifier: V2 })
  })
  it('H16: a closed unit has no approver', () => {
    const closed = county(
      { type: 'UnitClosingBegan', unitId: V2 } as { type: string },
      { type: 'UnitClosed', unitId: V2, parent: T2 } as { type: string },
    )
    const entered = given(submitted('R5')).knowing(closed)
    entered.by(people.approverC).when(VerifyRecord).emits({ type: 'RecordVerified' })
    entered.when(VerifyRecord).isRefused({ type: 'OutsideJurisdiction', person: 'q2', actsAt: V2, unit: T2 })
  })
  it('H16: where no approver is left up to the top, the refusal says so', () => {
    const noApprover = county(
      post('PostLeft', V2, 'q2'),
      post('PostLeft', V2, 'k2'),
      post('PostLeft', C, 'qc'),
      post('PostTaken', C, 'e'),
    )
    given(submitted('R5'))
      .knowing(noApprover)
      .by(approver('e', C))
      .when(VerifyRecord)
      .isRefused({ type: 'ApproverIsVolunteer' })
    const onlyRecorder = county(post('PostLeft', V2, 'q2'), post('PostLeft', C, 'qc'))
    given(submitted('R5', { recorder: 'k9' }))
      .knowing(onlyRecorder)
      .by(approver('k2', V2))
      .when(VerifyRecord)
      .emits({ type: 'RecordVerified' })
  })
  it('H16: a person who left the post between entry and approval does not approve', () => {
    given(submitted('R5'))
      .knowing(county(post('PostLeft', V2, 'q2')))
      .when(VerifyRecord)
      .isRefused({ type: 'PostNotHeld', person: 'q2', unit: V2 })
    const back = county(post('PostLeft', V2, 'q2'), post('PostTaken', V2, 'q2'))
    given(submitted('R5')).knowing(back).when(VerifyRecord).emits({ type: 'RecordVerified' })
  })
  it('H16: after a unit moved, the unit above it today stands in', () => {
    const moved = county(post('PostLeft', V2, 'q2'), post('PostTaken', T1, 'q9'), {
      type: 'UnitMoved',
      unitId: V2,
      parent: T1,
    } as { type: string })
    given(submitted('R5')).knowing(moved).by(approver('q9', T1)).when(VerifyRecord).emits({ type: 'RecordVerified' })
  })

  it('H5: two verified intervals never overlap', () => {
    const other = submitted('R9', { segments: [interval('04-29 06:30', '04-29 07:30')] })
    const because = [{ volunteer: 'e', recordId: 'R5' }]
    const r9 = { ...VerifyRecord, recordId: 'R9' }
    given(submitted('R5'), verified('R5'), other).when(r9).isRefused({ type: 'OverlapsVerified', because })
    given(submitted('R5'), rejected('R5'), other).when(r9).emits({ type: 'RecordVerified' })
    const touching = submitted('R9', { segments: [interval('04-29 07:00', '04-29 07:30')], minutes: 30 })
    given(submitted('R5'), verified('R5'), touching).when(r9).emits({ type: 'RecordVerified' })
  })
  it('H5, G2: nor over two registrations of one human', () => {
    const theirs = [submitted('R5', { volunteer: 'a' }), { ...verified('R5'), volunteer: 'a' }]
    const mine = given(submitted('R9')).knowing({ ...merged(['a', 'e']), 'record-a': theirs })
    mine
      .when({ ...VerifyRecord, recordId: 'R9' })
      .isRefused({ type: 'OverlapsVerified', because: [{ volunteer: 'a', recordId: 'R5' }] })
  })
  it('H11: a repeat is a no-op; another approver comes too late', () => {
    given(submitted('R5'), verified('R5')).when(VerifyRecord).isSilent()
    given(submitted('R5'), verified('R5'))
      .by(people.approverC)
      .when(VerifyRecord)
      .isRefused({ type: 'CommandNotAllowed', state: 'verified' })
  })
})

describe('returning and rejecting', () => {
  it('H9: a rejected record is final', () => {
    given(submitted('R5'))
      .when(RejectRecord)
      .emits({ type: 'RecordRejected', by: 'q2', reason: reason('not-there') })
    given(submitted('R5'), rejected('R5')).when(VerifyRecord).isRefused({ type: 'RejectedIsFinal', recordId: 'R5' })
    given(submitted('R5'), rejected('R5')).when(RejectRecord).isSilent()
    given(submitted('R5'), rejected('R5'))
      .when({ ...RejectRecord, reason: reason('other') })
      .isRefused({ type: 'RejectedIsFinal' })
  })
  it('H3: both by the certifying unit or one above it', () => {
    for (const command of [ReturnRecord, RejectRecord]) {
      given(submitted('R5'))
        .by(people.approverC)
        .when(command)
        .emits({ type: command === ReturnRecord ? 'RecordReturned' : 'RecordRejected' })
      given(submitted('R5')).by(people.approverV1).when(command).isRefused({ type: 'OutsideJurisdiction' })
    }
  })
  it('H9: entered again, a record keeps its grade if time is only taken away', () => {
    const back = given(system, returned('R5')).by(people.recorderV2)
    back.when(ResubmitRecord).emits({ type: 'RecordResubmitted', by: 'k2', grade: 'system', minutes: 50, marks: [] })
    const longer = { ...ResubmitRecord, segments: [interval('04-29 05:59', '04-29 07:00')], minutes: 61 }
    back.when(longer).emits({ type: 'RecordResubmitted', grade: 'manual', minutes: 61 })
    const filled = {
      ...ResubmitRecord,
      segments: [interval('04-29 06:00', '04-29 06:30'), interval('04-29 06:40', '04-29 07:01')],
      minutes: 51,
    }
    back.when(filled).emits({ type: 'RecordResubmitted', grade: 'manual' })
  })
  it('H4: entered again, it is as late as it was at first', () => {
    given(submitted('R5'), returned('R5'))
      .by(people.recorderV2)
      .at(instant('06-01 01:00'))
      .when(ResubmitRecord)
      .emits({ type: 'RecordResubmitted', marks: [] })
  })
  it('H13, H7: entered again, its minutes and its recorder are checked again', () => {
    const back = given(submitted('R5'), returned('R5'))
    back
      .by(people.recorderV2)
      .when({ ...ResubmitRecord, minutes: 51 })
      .isRefused({ type: 'MinutesDiffer' })
    back
      .by({ ...people.recorderV2, person: 'e' })
      .when(ResubmitRecord)
      .isRefused({ type: 'RecorderIsVolunteer' })
    back.by(people.recorderV1).when(ResubmitRecord).isRefused({ type: 'OutsideJurisdiction' })
    back.by(people.approverV2).when(ResubmitRecord).isRefused({ type: 'NotAuthorised' })
  })
  it('H5: entered again, it is held if it overlaps another record by now', () => {
    const other = submitted('R9', { segments: [interval('04-29 08:00', '04-29 09:00')] })
    const moved = { ...ResubmitRecord, segments: [interval('04-29 08:30', '04-29 09:30')], minutes: 60 }
    given(submitted('R5'), returned('R5'), other)
      .by(people.recorderV2)
      .when(moved)
      .emits(
        { type: 'RecordResubmitted' },
        { type: 'RecordHeld', recordId: 'R5', because: [{ volunteer: 'e', recordId: 'R9' }] },
      )
  })
  it('a returned record is not entered again unchanged', () => {
    const same = { ...ResubmitRecord, segments: [interval('04-29 06:00', '04-29 07:00')], minutes: 60 }
    given(submitted('R5'), returned('R5')).by(people.recorderV2).when(same).isRefused({ type: 'ReturnedBefore' })
  })
  it('a ruling repeated is a no-op; repeated later, it needs a reason of its own', () => {
    given(submitted('R5'), returned('R5')).when(ReturnRecord).isSilent()
    const again = given(submitted('R5'), returned('R5')).by(people.recorderV2).when(ResubmitRecord).events()
    given(submitted('R5'), returned('R5'), ...again)
      .when(ReturnRecord)
      .isRefused({ type: 'RuledBefore', ruling: 'return' })
    given(submitted('R5'), returned('R5'), ...again)
      .when({ ...ReturnRecord, reason: reason('still') })
      .emits({ type: 'RecordReturned' })
  })
  it('is withdrawn by a recorder or by the volunteer, while it is returned', () => {
    const back = given(submitted('R5'), returned('R5'))
    back.by(people.recorderV2).when(WithdrawRecord).emits({ type: 'RecordWithdrawn', by: 'k2' })
    back.by(people.e).when(WithdrawRecord).emits({ type: 'RecordWithdrawn', by: 'e' })
    back.by(people.a).when(WithdrawRecord).isRefused({ type: 'NotAuthorised' })
    given(submitted('R5'))
      .by(people.e)
      .when(WithdrawRecord)
      .isRefused({ type: 'CommandNotAllowed', state: 'submitted' })
  })
})
