/** Rows 36 to 50: entered after the fact, honoured, found out. */
import { units } from '../people.ts'
import type { Row } from '../row.ts'
import { at, backfill, does, interval, reason, record, redeem, refused, row, star } from '../words.ts'

const { V1 } = units

export const backOffice: ReadonlyArray<Row> = [
  row(
    36,
    'A backfill on the 10th working day is manual, and not late (H4).',
    does('05-15 15:30', 'k2', backfill('R5', '04-29 06:00', '04-29 07:00', 60), ['RecordSubmitted']),
  ),
  row(
    37,
    'Three identical intervals within minutes: the third holds all three (H12).',
    does('05-18 01:00', 'k2', backfill('R6', '04-29 00:00', '04-29 04:00', 240), ['RecordSubmitted']),
    does('05-18 01:02', 'k2', backfill('R7', '04-29 00:00', '04-29 04:00', 240), ['RecordSubmitted']),
    does('05-18 01:04', 'k2', backfill('R8', '04-29 00:00', '04-29 04:00', 240), ['RecordSubmitted']),
  ),
  row(
    38,
    'A repeat is silent, an overlap is kept and held, a foreign organiser and half a minute are refused.',
    does('05-18 01:05', 'k2', backfill('R7', '04-29 00:00', '04-29 04:00', 240), 'silent'),
    does('05-18 01:06', 'k2', backfill('R9', '04-29 03:30', '04-29 04:30', 60), ['RecordSubmitted', 'RecordHeld']),
    does(
      '05-18 01:07',
      'k1',
      backfill('R8', '04-29 06:00', '04-29 07:00', 60, { recordId: 'R10', bodyId: V1 }),
      refused('NotTheOrganiser'),
    ),
    does(
      '05-18 01:08',
      'k2',
      backfill('R5', '04-29 08:00', '04-29 09:00', 60.5, { recordId: 'R11' }),
      refused('DecodeRefused', { issues: [{ path: '$.minutes', expected: 'Minutes' }] }),
    ),
  ),
  row(
    39,
    'Who recorded cannot approve (H7).',
    does('05-19 01:00', 'k2 (approver)', record('VerifyRecord', 'R5'), refused('ApproverIsRecorder')),
    does('05-19 01:10', 'q2', record('VerifyRecord', 'R5'), ['RecordVerified']),
  ),
  row(
    40,
    'A careless approver clears the holds and verifies.',
    ...(['R6', 'R7', 'R8'] as const).flatMap((name) => [
      does('05-19 02:00', 'q2', record('ClearHold', name, { $hold: 'burst', reason: reason('list-seen') }), [
        'HoldCleared',
      ]),
      does('05-19 02:00', 'q2', record('VerifyRecord', name), ['RecordVerified']),
    ]),
    does('05-19 02:10', 'q2', record('RejectRecord', 'R9', { reason: reason('overlap') }), ['RecordRejected']),
  ),
  row(
    41,
    'b applies for star 1; examined, and put on public notice for 5 working days.',
    does('05-20 01:00', 'b', star('ApplyForStar', { level: 1 }), ['StarApplied']),
    does('05-20 02:00', 's', star('ExamineApplication', { heard: 0 }), ['ApplicationExamined']),
    does('05-20 02:00', 's', star('OpenNotice', { heard: 0 }), ['NoticeOpened']),
  ),
  row(
    42,
    'The notice is still open.',
    does('05-27 09:00', 's', star('GrantStar'), refused('NoticeStillOpen', { endsAt: at('05-27 16:00') })),
  ),
  row(
    43,
    'Granted, citing the policy and the records it rests on (W3).',
    does('05-28 01:00', 's', star('GrantStar'), ['StarGranted']),
  ),
  row(44, 'Two redemptions at once of one balance: one wins (W10).', {
    at: at('05-28 02:00'),
    who: 'b',
    together: [redeem('red-1', 10), redeem('red-2', 10)],
    expect: [['PointsSpent'], refused('InsufficientPoints', { balance: 3 })],
  }),
  row(
    47,
    'R1 is corrected to 120 minutes; its points stay 4.',
    does(
      '06-16 01:00',
      'a',
      record('RequestCorrection', 'R1', { correctionId: 'fix-1', reason: reason('came-late') }),
      ['CorrectionRequested'],
    ),
    does(
      '06-16 07:00',
      'q1',
      record('CorrectRecord', 'R1', {
        correctionId: 'fix-1',
        segments: [interval('04-22 01:10', '04-22 03:10')],
        minutes: 120,
        reason: reason('came-late'),
      }),
      ['RecordCorrected'],
    ),
  ),
  row(
    48,
    'The bought hours are found and voided; voided is final (H9).',
    ...(['R6', 'R8'] as const).map((name) =>
      does('06-17 01:00', 'qc', record('SuspendRecord', name, { reason: reason('not-there') }), ['RecordSuspended']),
    ),
    ...(['R6', 'R8'] as const).map((name) =>
      does('06-17 08:00', 'qc', record('VoidRecord', name, { reason: reason('not-there') }), ['RecordVoided']),
    ),
    does('06-17 09:00', 'qc', record('ReinstateRecord', 'R8', { reason: reason('regret') }), refused('VoidedIsFinal')),
  ),
  row(
    49,
    'A debt blocks spending (W13).',
    does('06-18 03:00', 'b', redeem('red-3', 1), refused('InsufficientPoints', { balance: -5 })),
  ),
  row(
    50,
    'The star is revoked, only by this decision (W4).',
    does('06-19 01:00', 's', { type: 'RevokeStar', volunteer: 'b', examination: 1, reason: reason('hours-void') }, [
      'StarRevoked',
    ]),
  ),
]
