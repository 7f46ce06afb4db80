/** Rows 36 to 50: entered after the fact, honoured, found out. */
import { units } from '../people.ts'
import type { Row } from '../row.ts'
import { at, backfill, burst, deed, interval, reason, record, records, redeem, refused, row, star } from '../words.ts'

const { V1, V2 } = units

export const backOffice: ReadonlyArray<Row> = [
  row(
    36,
    'H4',
    '第 10 个工作日补录：人工级，不算迟。',
    'A backfill on the 10th working day is manual, and not late.',
    deed('05-15 15:30', 'k2', backfill('R5', '04-29 06:00', '04-29 07:00', 60), [
      { type: 'RecordSubmitted', ...records.R5, grade: 'manual', marks: [] },
    ]),
  ),
  row(
    37,
    'H12',
    '几分钟内三条完全相同的时段：第三条使三条全部挂起。',
    'Three identical intervals within minutes: the third holds all three.',
    deed('05-18 01:00', 'k2', backfill('R6', '04-29 00:00', '04-29 04:00', 240), [
      { type: 'RecordSubmitted', grade: 'manual', marks: ['late'] },
    ]),
    deed('05-18 01:02', 'k2', backfill('R7', '04-29 00:00', '04-29 04:00', 240), [
      { type: 'RecordSubmitted', grade: 'manual', marks: ['late'] },
    ]),
    deed(
      '05-18 01:04',
      'k2',
      backfill('R8', '04-29 00:00', '04-29 04:00', 240),
      [{ type: 'RecordSubmitted', grade: 'manual', marks: ['late'] }],
      ...burst('R6', 'R7', 'R8'),
    ),
  ),
  row(
    38,
    'H11 H5 H3',
    '重复无声，重叠留存并挂起，非组织单位与半分钟被拒。',
    'A repeat is silent, an overlap is kept and held, a foreign organiser and half a minute are refused.',
    deed('05-18 01:05', 'k2', backfill('R7', '04-29 00:00', '04-29 04:00', 240), 'silent'),
    deed(
      '05-18 01:06',
      'k2',
      backfill('R9', '04-29 03:30', '04-29 04:30', 60),
      [
        { type: 'RecordSubmitted', ...records.R9 },
        { type: 'RecordHeld', kind: 'overlap', because: [records.R7] },
      ],
      ...burst('R9'),
    ),
    deed(
      '05-18 01:07',
      'k1',
      backfill('R8', '04-29 06:00', '04-29 07:00', 60, { recordId: 'R10', bodyId: V1 }),
      refused('NotTheOrganiser'),
    ),
    deed(
      '05-18 01:08',
      'k2',
      backfill('R5', '04-29 08:00', '04-29 09:00', 60.5, { recordId: 'R11' }),
      refused('DecodeRefused', { issues: [{ path: '$.minutes', expected: 'Minutes' }] }),
    ),
  ),
  row(
    39,
    'H7',
    '谁录入谁就不能审核。',
    'Who recorded cannot approve.',
    deed('05-19 01:00', 'k2 (approver)', record('VerifyRecord', 'R5'), refused('ApproverIsRecorder')),
    deed(
      '05-19 01:10',
      'q2',
      record('VerifyRecord', 'R5'),
      [{ type: 'RecordVerified' }],
      { type: 'PointsCredited', volunteer: 'e', points: 2 },
      { type: 'OfficeVouched', person: 'q2', volunteer: 'e', minutes: 60, told: 1 },
    ),
  ),
  row(
    40,
    'H12 H15 H20 A9',
    '突击案由上级一次裁定，不由本单位审核人解除；粗心的上级裁定并非突击，审核随即通过；仅凭一个单位而计入的，上级查看。',
    'A burst is ruled on above, once, and not by an approver of the body; the unit above is careless, and the records are verified; it looks at what one unit alone vouched for.',
    deed(
      '05-19 02:00',
      'q2',
      record('ClearHold', 'R6', { $hold: 'burst', reason: reason('list-seen') }),
      refused('BurstIsClearedAbove', { burstId: 's.S', number: 1 }),
    ),
    deed(
      '05-19 02:10',
      'qc',
      { type: 'RuleBurst', burstId: 's.S', number: 1, verdict: 'none', reason: reason('list-seen') },
      [{ type: 'BurstRuled', verdict: 'none', by: 'qc' }],
      ...(['R6', 'R7', 'R8', 'R9'] as const).map((name) => ({
        type: 'HoldCleared',
        ...records[name],
        by: 'qc',
        stillHeld: name === 'R9',
      })),
    ),
    ...(['R6', 'R7', 'R8'] as const).map((name) =>
      deed(
        '05-19 02:10',
        'q2',
        record('VerifyRecord', name),
        [{ type: 'RecordVerified', minutes: 240 }],
        { type: 'PointsCredited', points: 8 },
        { type: 'OfficeVouched', person: 'q2', minutes: 240 },
      ),
    ),
    deed('05-19 02:10', 'q2', record('RejectRecord', 'R9', { reason: reason('overlap') }), [
      { type: 'RecordRejected' },
    ]),
    ...(
      [
        ['k1', V1, 1],
        ['q2', V2, 4],
      ] as const
    ).map(([person, unitId, told]) =>
      deed('05-19 02:20', 'qc', { type: 'SeeVouching', unitId, person, told, reason: reason('list-seen') }, [
        { type: 'VouchingSeen', unseen: { records: 0, minutes: 0 } },
      ]),
    ),
  ),
  row(
    41,
    'W2',
    'b 申请一星；审查后公示 5 个工作日。',
    'b applies for star 1; examined, and put on public notice for 5 working days.',
    deed('05-20 01:00', 'b', star('ApplyForStar', { level: 1 }), [{ type: 'StarApplied' }]),
    deed('05-20 02:00', 's', star('ExamineApplication', { heard: 0 }), [{ type: 'ApplicationExamined' }]),
    deed('05-20 02:00', 's', star('OpenNotice', { heard: 0 }), [{ type: 'NoticeOpened', endsAt: at('05-27 16:00') }]),
  ),
  row(
    42,
    'W2',
    '公示未满。',
    'The notice is still open.',
    deed('05-27 09:00', 's', star('GrantStar'), refused('NoticeStillOpen', { endsAt: at('05-27 16:00') })),
  ),
  row(
    43,
    'W3',
    '授星，写明依据的政策与记录。',
    'Granted, citing the policy and the records it rests on.',
    deed('05-28 01:00', 's', star('GrantStar'), [
      {
        type: 'StarGranted',
        level: 1,
        policyVersion: 'TEST-1',
        minutes: 410,
        records: [records.R2, records.R3, records.R8],
      },
    ]),
  ),
  row(44, 'W10', '同一余额同时兑换两次：只成一次。', 'Two redemptions at once of one balance: one wins.', {
    at: at('05-28 02:00'),
    who: 'b',
    together: [redeem('red-1', 10), redeem('red-2', 10)],
    expects: [[{ type: 'PointsSpent', points: 10 }], refused('InsufficientPoints', { balance: 3 })],
    follows: [],
  }),
  row(
    47,
    'H9',
    'R1 更正为 120 分钟；积分仍为 4 分。',
    'R1 is corrected to 120 minutes; its points stay 4.',
    deed(
      '06-16 01:00',
      'a',
      record('RequestCorrection', 'R1', { correctionId: 'fix-1', reason: reason('came-late') }),
      [{ type: 'CorrectionRequested' }],
    ),
    deed(
      '06-16 07:00',
      'q1',
      record('CorrectRecord', 'R1', {
        correctionId: 'fix-1',
        segments: [interval('04-22 01:10', '04-22 03:10')],
        minutes: 120,
        reason: reason('came-late'),
      }),
      [
        {
          type: 'RecordCorrected',
          minutes: 120,
          grade: 'system',
          before: { minutes: 130, day: '2020-04-22', grade: 'system' },
        },
      ],
      { type: 'CreditKept', volunteer: 'a', points: 4 },
    ),
  ),
  row(
    48,
    'H9 W4 W13',
    '买来的时长被查出作废；作废不可恢复。',
    'The bought hours are found and voided; voided is final.',
    deed('06-17 01:00', 'qc', record('SuspendRecord', 'R6', { reason: reason('not-there') }), [
      { type: 'RecordSuspended' },
    ]),
    deed(
      '06-17 01:00',
      'qc',
      record('SuspendRecord', 'R8', { reason: reason('not-there') }),
      [{ type: 'RecordSuspended' }],
      { type: 'StarPutUnderExamination', volunteer: 'b', examination: 1, minutes: 170, lost: [records.R8] },
    ),
    ...(['R6', 'R8'] as const).map((name) =>
      deed(
        '06-17 08:00',
        'qc',
        record('VoidRecord', name, { reason: reason('not-there') }),
        [{ type: 'RecordVoided', minutes: 240 }],
        { type: 'PointsReversed', ...records[name], points: 8 },
      ),
    ),
    deed('06-17 09:00', 'qc', record('ReinstateRecord', 'R8', { reason: reason('regret') }), refused('VoidedIsFinal')),
  ),
  row(
    49,
    'W13',
    '欠分不能消费。',
    'A debt blocks spending.',
    deed('06-18 03:00', 'b', redeem('red-3', 1), refused('InsufficientPoints', { balance: -5 })),
  ),
  row(
    50,
    'W4',
    '撤星，只凭这个决定。',
    'The star is revoked, only by this decision.',
    deed('06-19 01:00', 's', { type: 'RevokeStar', volunteer: 'b', examination: 1, reason: reason('hours-void') }, [
      { type: 'StarRevoked' },
    ]),
  ),
]
