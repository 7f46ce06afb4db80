/** Records of volunteer e for tests, and for each state the commands that suit it best. */
import type { PlainByType } from '@zhiyuan/kernel'
import { accepted, offered, placed } from '../../requests/order/order.fixture.ts'
import type { MakeTrial, Trial } from '../../../fixtures/lifecycle.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { changePolicy } from '../../../fixtures/world.ts'
import { approved, entered, returned as sheetReturned } from '../sheet/sheet.fixture.ts'
import type { RecordCommand } from './record.codec.ts'
import type { RecordPhase } from './record.lifecycle.ts'
import { addedTime, correctionOverdue, objected, objectionOverdue } from './record.objection.fixture.ts'

type Commands = PlainByType<RecordCommand>
type Words = { readonly type: string } & Readonly<Record<string, unknown>>
const { V2 } = units

export const instant = (time: string): string => `2020-${time.replace(' ', 'T')}:00.000Z`
export const interval = (start: string, end: string) => ({ start: instant(start), end: instant(end) })
export const reason = (code: string) => ({ code, text: null })
/** Session S on 2020-04-29. */
const session = { type: 'session', sessionId: 'S' } as const
/** The session as k2 enters it: V2 hosted it. */
const hosted = { ...session, host: V2 }
/** What k2 enters for session S. */
export const backfill = (
  recordId: string,
  volunteer: string,
  start: string,
  end: string,
  minutes: number,
): Commands['Backfill'] => ({
  type: 'Backfill',
  volunteer,
  recordId,
  occasion: hosted,
  segments: [interval(start, end)],
  minutes,
  content: 'culture-arts',
  bodyId: V2,
  teamId: null,
  // Of a record by hand the person responsible is not the one credited (H7).
  responsible: volunteer === 'c' ? 'g' : 'c',
  reason: reason('paper-list'),
})

/** O1 of V1, as B1 accepted it. */
export const orderO1 = { 'order-O1': [placed, offered, accepted] }
/** The first round of O1. */
const round = { type: 'order', orderId: 'O1', round: 1 } as const
/** The command that a check-out in the first round of O1 leads to. */
export const attended = (
  recordId: string,
  volunteer: string,
  start: string,
  end: string,
  minutes: number,
): Commands['SubmitRecord'] => ({
  type: 'SubmitRecord',
  volunteer,
  recordId,
  source: round,
  segments: [interval(start, end)],
  minutes,
  grade: 'system',
  content: 'culture-arts',
  bodyId: V2,
  teamId: 'B2',
  confirmer: null,
  tellers: [],
})

/** A record of session S as k2 entered it, one hour for e unless said otherwise. */
export const submitted = (recordId: string, more: object = {}): Words => ({
  type: 'RecordSubmitted',
  recordId,
  volunteer: 'e',
  source: session,
  segments: [interval('04-29 06:00', '04-29 07:00')],
  minutes: 60,
  day: '2020-04-29',
  grade: 'manual',
  content: 'culture-arts',
  servedUnit: V2,
  home: V2,
  rosterArea: null,
  bodyId: V2,
  recordingUnit: V2,
  teamId: null,
  recorder: 'k2',
  responsible: 'c',
  marks: [],
  reason: reason('paper-list'),
  recordedAt: instant('04-30 01:00'),
  lookUntil: null,
  policyVersion: 'TEST-1',
  ...more,
})

const makeKeys = (recordId: string, more: object) => ({ volunteer: 'e', recordId, bodyId: V2, ...more })
const dated = (recordId: string, more: object) => makeKeys(recordId, { day: '2020-04-29', ...more })
const standing = (recordId: string, revision: number, more: object) =>
  makeKeys(recordId, {
    minutes: 60,
    day: '2020-04-29',
    grade: 'manual',
    source: session,
    servedUnit: V2,
    revision,
    ...more,
  })

export const held = (recordId: string, holdId = 'two-places:x', more: object = {}): Words => ({
  type: 'RecordHeld',
  ...makeKeys(recordId, {
    holdId,
    kind: 'two-places',
    because: [],
    minutes: 60,
    day: '2020-04-29',
    grade: 'manual',
    ...more,
  }),
})
export const returned = (recordId: string): Words => ({
  type: 'RecordReturned',
  ...dated(recordId, { grade: 'manual', by: 'q2', reason: reason('unclear') }),
})
export const withdrawn = (recordId: string): Words => ({
  type: 'RecordWithdrawn',
  ...dated(recordId, { source: session, by: 'k2', takenBack: false }),
})
export const rejected = (recordId: string): Words => ({
  type: 'RecordRejected',
  ...dated(recordId, { source: session, grade: 'manual', by: 'q2', reason: reason('not-there') }),
})
export const verified = (recordId: string, more: object = {}): Words => ({
  type: 'RecordVerified',
  ...standing(recordId, 0, { approver: 'q2', teamId: null, home: V2, ...more }),
})
export const correctionRequested = (recordId: string, by = 'e'): Words => ({
  type: 'CorrectionRequested',
  ...makeKeys(recordId, {
    correctionId: 'fix-1',
    by,
    reason: reason('came-late'),
    askedAt: instant('05-01 01:00'),
    answerBy: instant('05-15 16:00'),
    policyVersion: 'TEST-1',
  }),
})
export const suspended = (recordId: string, by: string | null = 'qc'): Words => ({
  type: 'RecordSuspended',
  ...standing(recordId, 1, { by, reason: reason('not-there') }),
})
export const voided = (recordId: string): Words => ({
  type: 'RecordVoided',
  ...standing(recordId, 2, { by: 'qc', reason: reason('not-there') }),
})

const ref = { volunteer: 'e', recordId: 'R5' }
const shorter = { segments: [interval('04-29 06:10', '04-29 07:00')], minutes: 50 }
/** Every command about e's record R5. */
export const commands: Commands = {
  SubmitRecord: attended('R5', 'e', '04-29 06:00', '04-29 07:00', 60),
  Backfill: backfill('R5', 'e', '04-29 06:00', '04-29 07:00', 60),
  HoldRecord: { type: 'HoldRecord', ...ref, holdId: 'two-places:late', kind: 'two-places', because: [] },
  ClearHold: { type: 'ClearHold', ...ref, holdId: 'two-places:x', reason: reason('list-seen') },
  ReturnRecord: { type: 'ReturnRecord', ...ref, reason: reason('unclear') },
  ResubmitRecord: { type: 'ResubmitRecord', ...ref, ...shorter },
  WithdrawRecord: { type: 'WithdrawRecord', ...ref },
  RejectRecord: { type: 'RejectRecord', ...ref, reason: reason('not-there') },
  VerifyRecord: { type: 'VerifyRecord', ...ref },
  RequestCorrection: { type: 'RequestCorrection', ...ref, correctionId: 'fix-1', reason: reason('came-late') },
  CorrectRecord: { type: 'CorrectRecord', ...ref, correctionId: 'fix-1', ...shorter, reason: reason('came-late') },
  UpholdRecord: { type: 'UpholdRecord', ...ref, correctionId: 'fix-1', reason: reason('as-listed') },
  SuspendRecord: { type: 'SuspendRecord', ...ref, reason: reason('asked-again') },
  ReinstateRecord: { type: 'ReinstateRecord', ...ref, reason: reason('was-there') },
  VoidRecord: { type: 'VoidRecord', ...ref, reason: reason('not-there') },
  RecheckOverlaps: { type: 'RecheckOverlaps', volunteer: 'e', tell: null },
  EnterSheetLine: { type: 'EnterSheetLine', volunteer: 'e', recordId: 'p.L1.1.1' },
  SettleSheetLine: { type: 'SettleSheetLine', volunteer: 'e', recordId: 'p.L1.1.1' },
  LiftHolds: { type: 'LiftHolds', volunteer: 'e' },
  ObjectToRecord: { type: 'ObjectToRecord', ...ref, reason: reason('not-there') },
  SettleBurst: { type: 'SettleBurst', ...ref, burstId: 's.S', number: 1 },
  WithdrawTakenBack: { type: 'WithdrawTakenBack', ...ref },
  NoteObjectionOverdue: correctionOverdue,
}

/** The events that lead e's record R5 to each state. */
export const pasts: Readonly<Record<RecordPhase, ReadonlyArray<Words>>> = {
  none: [],
  submitted: [submitted('R5')],
  held: [submitted('R5'), held('R5')],
  returned: [submitted('R5'), returned('R5')],
  withdrawn: [submitted('R5'), returned('R5'), withdrawn('R5')],
  rejected: [submitted('R5'), rejected('R5')],
  verified: [submitted('R5'), verified('R5')],
  'correction-requested': [submitted('R5'), verified('R5'), correctionRequested('R5')],
  suspended: [submitted('R5'), verified('R5'), suspended('R5')],
  voided: [submitted('R5'), verified('R5'), suspended('R5'), voided('R5')],
}

const captured = submitted('R5', { source: round, teamId: 'B2', grade: 'system', recorder: null, reason: null })
const heldBy = held('R5')
/** The case of a burst in which R5 is held, and its ruling. */
const heldByBurst = held('R5', 'burst:s.S:1', { kind: 'burst' })
const ofBurst = { burstId: 's.S', number: 1, unit: V2 }
const entryR5 = { ...ref, enteredAt: instant('04-30 01:00'), day: '2020-04-29', source: session, unit: V2 }
const ruledBurst = {
  'burst-s.S': [
    { type: 'BurstNoted', ...ofBurst, entries: [entryR5], held: [ref] },
    { type: 'BurstRuled', ...ofBurst, verdict: 'none', by: 'qc', reason: reason('list-seen') },
  ],
}
/** More events, where a command needs them beside the state's own past. */
const past = (state: RecordPhase, command: RecordCommand['type']): ReadonlyArray<Words> => {
  const plain = pasts[state]
  if (command === 'SubmitRecord' && state !== 'none') return [captured, ...plain.slice(1)]
  if (command === 'ClearHold' && state === 'returned') return [...plain, heldBy]
  if (command === 'NoteObjectionOverdue' && state === 'held')
    return [submitted('R5'), objected, held('R5', 'objection:e', { kind: 'objection' })]
  if (command === 'NoteObjectionOverdue' && state === 'suspended')
    return [submitted('R5'), verified('R5'), correctionRequested('R5'), suspended('R5')]
  if (command === 'ObjectToRecord' && (state === 'correction-requested' || state === 'suspended'))
    return [...pasts['correction-requested'], addedTime, ...(state === 'suspended' ? [suspended('R5')] : [])]
  if (command === 'ClearHold' && state === 'correction-requested')
    return [...plain, addedTime, { ...heldBy, kind: 'objection' }]
  if (command === 'ClearHold' && state === 'suspended')
    return [submitted('R5'), verified('R5'), heldBy, suspended('R5', null)]
  if (command === 'SettleBurst' && state === 'held') return [submitted('R5'), heldByBurst]
  if (command === 'SettleBurst' && state === 'returned') return [...plain, heldByBurst]
  if (command === 'SettleBurst' && state === 'suspended')
    return [submitted('R5'), verified('R5'), heldByBurst, suspended('R5', null)]
  return plain
}

const actors: Readonly<Record<RecordCommand['type'], Trial<RecordCommand>['actor']>> = {
  SubmitRecord: timer,
  Backfill: people.recorderV2,
  HoldRecord: timer,
  ClearHold: people.approverV2,
  ReturnRecord: people.approverV2,
  ResubmitRecord: people.recorderV2,
  WithdrawRecord: people.recorderV2,
  RejectRecord: people.approverV2,
  VerifyRecord: people.approverV2,
  RequestCorrection: people.e,
  CorrectRecord: people.approverV2,
  UpholdRecord: people.approverV2,
  SuspendRecord: people.approverC,
  ReinstateRecord: people.approverC,
  VoidRecord: people.approverC,
  RecheckOverlaps: timer,
  EnterSheetLine: timer,
  SettleSheetLine: timer,
  LiftHolds: timer,
  ObjectToRecord: people.e,
  NoteObjectionOverdue: timer,
  SettleBurst: timer,
  WithdrawTakenBack: timer,
}

const isOfSheet = (command: RecordCommand['type']): boolean =>
  command === 'EnterSheetLine' || command === 'SettleSheetLine'
/** The record of the first line of sheet L1 instead of R5. */
const onSheet = (events: ReadonlyArray<Words>): ReadonlyArray<Words> =>
  events.map((event) => ({ ...event, recordId: 'p.L1.1.1' }))
/** L1 waits while its line is entered, then it was approved; where a line is held or was returned by itself, L1 was returned. */
const ruledSheet = (state: RecordPhase) => {
  const ruled = [entered, state === 'submitted' ? approved : sheetReturned]
  return { ...orderO1, 'sheet-L1': state === 'none' ? [entered] : ruled }
}

/** A second correction for while the first is open: the first one again would be a repeat. */
const another = { ...commands.RequestCorrection, correctionId: 'fix-2' }

/** TEST-1 has no second look. */
export const withSecondLook = changePolicy('2020-04-01', { records: { secondLook: { workingDays: 1 } } })
const lookedAt = (command: RecordCommand['type']) => (command === 'ObjectToRecord' ? withSecondLook : {})

const moments: Partial<Record<RecordCommand['type'], string>> = {
  ObjectToRecord: '04-30 02:00',
  NoteObjectionOverdue: '05-20 16:00',
}
const says = (state: RecordPhase, command: RecordCommand['type']) => {
  if (command === 'RequestCorrection') return another
  return command === 'NoteObjectionOverdue' && state === 'held' ? objectionOverdue : commands[command]
}

export const recordTrial: MakeTrial<RecordPhase, RecordCommand> = (state, command) => ({
  past: isOfSheet(command) ? onSheet(pasts[state]) : past(state, command),
  knowing: isOfSheet(command) ? ruledSheet(state) : { ...orderO1, ...ruledBurst, ...lookedAt(command) },
  command: says(state, command),
  now: instant(moments[command] ?? '05-02 01:00'),
  actor: actors[command],
})
