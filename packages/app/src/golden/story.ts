/** The golden story, row by row. Times are UTC; all of 2020. Refusals write nothing. */
import type { Who } from './people.ts'
import { units } from './people.ts'

/** What is expected of one command: the types of its own events, silence, or a refusal. */
export type Expected = ReadonlyArray<string> | 'silent' | { readonly refused: Readonly<Record<string, unknown>> }

export type Deed =
  | {
      readonly at: string
      readonly who: Who
      readonly command: Readonly<Record<string, unknown>>
      readonly expect: Expected
    }
  /** Deadlines that have come by then. `expect` lists what timers and processes wrote. */
  | { readonly at: string; readonly who: 'timer'; readonly expect: ReadonlyArray<string> }
  /** Sent together; the outcomes may come in any order. */
  | {
      readonly at: string
      readonly who: Who
      readonly together: ReadonlyArray<Readonly<Record<string, unknown>>>
      readonly expect: ReadonlyArray<Expected>
    }

export interface Row {
  readonly row: number
  /** What the row shows, for the readable document. */
  readonly says: string
  readonly deeds: ReadonlyArray<Deed>
}

const { V1, V2 } = units
const at = (time: string): string => `2020-${time.replace(' ', 'T')}:00.000Z`
const does = (time: string, who: Who, command: Readonly<Record<string, unknown>>, expect: Expected): Deed => ({
  at: at(time),
  who,
  command,
  expect,
})
const timer = (time: string, ...expect: ReadonlyArray<string>): Deed => ({ at: at(time), who: 'timer', expect })
const refused = (type: string, facts: Readonly<Record<string, unknown>> = {}): Expected => ({
  refused: { type, ...facts },
})
const text = (words: string) => ({ $text: words })
const reason = (code: string) => ({ code, text: null })
const interval = (start: string, end: string) => ({ start: at(start), end: at(end) })
const row = (number: number, says: string, ...deeds: ReadonlyArray<Deed>): Row => ({ row: number, says, deeds })

const need = (needId: string, requester: string, unitId: string, time: string, more: object = {}) => ({
  type: 'SubmitNeed',
  needId,
  unitId,
  requester,
  proxy: null,
  contact: null,
  channel: 'telephone',
  kind: 'work-life',
  description: text(`${needId}: words of ${requester}`),
  risks: { known: false, description: null },
  voicedAt: at(time),
  sourceDate: null,
  ...more,
})
/** The runner puts the ranking in, as `app` does for a dispatcher. */
const dispatch = (orderId: string, offerId: string, teamId: string) => ({
  type: 'DispatchOrder',
  orderId,
  offerId,
  teamId,
  override: null,
  $ranking: orderId,
})
const seat = (orderId: string, round: number) => ({ type: 'TakeSeat', orderId, round, risksSeen: true })
const assignment = (type: string, orderId: string, round: number, volunteer: string, more: object = {}) => ({
  type,
  orderId,
  round,
  volunteer,
  ...more,
})
/** R1–R4 are the records that attendance makes. */
const record = (type: string, name: keyof typeof records, more: object = {}) => ({ type, ...records[name], ...more })
export const records = {
  R1: { volunteer: 'a', recordId: 'O1.1' },
  R2: { volunteer: 'b', recordId: 'O1.1' },
  R3: { volunteer: 'b', recordId: 'O1.2' },
  R4: { volunteer: 'd', recordId: 'O2.1' },
  R5: { volunteer: 'e', recordId: 'R5' },
  R6: { volunteer: 'c', recordId: 'R6' },
  R7: { volunteer: 'e', recordId: 'R7' },
  R8: { volunteer: 'b', recordId: 'R8' },
  R9: { volunteer: 'e', recordId: 'R9' },
} as const
const backfill = (name: keyof typeof records, start: string, end: string, minutes: number, more: object = {}) =>
  record('Backfill', name, {
    source: { type: 'session', sessionId: 'S', host: V2 },
    segments: [interval(start, end)],
    minutes,
    content: 'culture-arts',
    bodyId: V2,
    teamId: null,
    responsible: 'q2',
    reason: reason('paper-list'),
    ...more,
  })
const star = (type: string, more: object = {}) => ({ type, volunteer: 'b', applicationId: 'star-b-1', ...more })
const redeem = (redemptionId: string, points: number) => ({
  type: 'RedeemPoints',
  volunteer: 'b',
  redemptionId,
  points,
  item: 'soap',
})

const firstRound: ReadonlyArray<Row> = [
  row(
    1,
    'A grid worker records an elder’s need; the answer is due in 24 hours.',
    does(
      '04-20 01:00',
      'h1',
      need('N1', 'r1', V1, '04-20 01:00', {
        proxy: { person: 'h1', kind: 'grid-worker' },
        contact: 'f1',
        channel: 'grid-worker',
        risks: { known: true, description: text('steep stairs') },
      }),
      ['NeedSubmitted'],
    ),
  ),
  row(
    2,
    'Another resident asks for the same.',
    does('04-20 01:10', 'r2', need('N2', 'r2', V1, '04-20 01:10', { channel: 'app' }), ['NeedSubmitted']),
  ),
  row(
    3,
    'The clerk approves the first and merges the second into it: both are kept.',
    does('04-20 02:00', 'k1', { type: 'ApproveNeed', needId: 'N1', serviceClass: 'special-group', risks: null }, [
      'NeedApproved',
    ]),
    does('04-20 02:00', 'k1', { type: 'MergeNeed', needId: 'N2', into: 'N1' }, ['NeedMerged']),
  ),
  row(
    4,
    'An order of two seats is placed; it escalates by itself 48 hours later.',
    does(
      '04-20 02:20',
      'k1',
      {
        type: 'PlaceOrder',
        orderId: 'O1',
        needId: 'N1',
        specialty: 'hardship-relief',
        seats: 2,
        planned: interval('04-22 01:00', '04-22 03:00'),
      },
      ['OrderPlaced'],
    ),
  ),
  row(
    5,
    'A dispatcher of another township may not touch it (G4).',
    does('04-20 02:30', 'p2', dispatch('O1', 'O1-1', 'B1'), refused('OutsideJurisdiction')),
  ),
  row(
    6,
    'The township’s dispatcher offers it to B1; B2 and K are left out, with the reason.',
    does('04-20 02:40', 'p1', dispatch('O1', 'O1-1', 'B1'), ['OrderOffered']),
  ),
  row(
    7,
    'A dispatcher cannot accept for a team (A1).',
    does(
      '04-20 03:00',
      'p1',
      { type: 'AcceptOffer', orderId: 'O1', offerId: 'O1-1', planned: null, risksSeen: true },
      refused('NotTheOfferee'),
    ),
  ),
  row(8, 'The offer expires after 4 hours, without penalty (A2).', timer('04-20 06:40', 'OfferExpired')),
  row(
    9,
    'It is offered again; the first offer stays listed (O6).',
    does('04-20 07:00', 'p1', dispatch('O1', 'O1-2', 'B1'), ['OrderOffered']),
  ),
  row(
    10,
    'The team’s leader accepts.',
    does('04-20 07:30', 'b', { type: 'AcceptOffer', orderId: 'O1', offerId: 'O1-2', planned: null, risksSeen: true }, [
      'OrderAccepted',
    ]),
  ),
  row(
    11,
    'Two volunteers take the two seats; the third is refused (O11).',
    does('04-20 07:45', 'a', seat('O1', 1), ['SeatTaken']),
    does('04-20 07:45', 'b', seat('O1', 1), ['SeatTaken']),
    does('04-20 07:45', 'e', seat('O1', 1), refused('OrderFull', { seats: 2 })),
  ),
  row(
    12,
    'Both check in: service is under way.',
    does('04-22 01:00', 'a', assignment('CheckIn', 'O1', 1, 'a'), ['CheckedIn']),
    does('04-22 01:00', 'b', assignment('CheckIn', 'O1', 1, 'b'), ['CheckedIn']),
  ),
  row(
    13,
    'a checks out: 130 minutes, captured by the system.',
    does('04-22 03:10', 'a', assignment('CheckOut', 'O1', 1, 'a'), ['CheckedOut']),
  ),
  row(14, 'b forgot: the planned end is proposed and counts nothing (A9).', timer('04-22 05:00', 'CheckOutMissing')),
  row(
    15,
    'A clerk who was there confirms: 120 minutes, attested.',
    does(
      '04-22 06:00',
      'k1',
      assignment('ConfirmAttendance', 'O1', 1, 'b', { end: at('04-22 03:00'), wasPresent: true }),
      ['AttendanceConfirmed'],
    ),
  ),
  row(
    16,
    'Service is reported; a review may come within 7 days.',
    does('04-22 06:10', 'b', { type: 'ReportService', orderId: 'O1', round: 1 }, ['ServiceReported']),
  ),
  row(
    17,
    'Nobody reviews an own service (O9).',
    does(
      '04-22 08:00',
      'a',
      { type: 'ReviewOrder', orderId: 'O1', round: 1, rating: 5, verdict: 'solved', comment: null },
      refused('ReviewerIsPerformer'),
    ),
  ),
  row(
    18,
    'The named contact reviews: not solved. Closed is not solved.',
    does(
      '04-22 10:00',
      'f1',
      { type: 'ReviewOrder', orderId: 'O1', round: 1, rating: 2, verdict: 'not-solved', comment: null },
      ['OrderReviewed', 'OrderClosed'],
    ),
  ),
  row(
    19,
    'The village’s approver verifies both records; points follow.',
    does('04-23 01:00', 'q1', record('VerifyRecord', 'R1'), ['RecordVerified']),
    does('04-23 01:00', 'q1', record('VerifyRecord', 'R2'), ['RecordVerified']),
  ),
]

const secondRound: ReadonlyArray<Row> = [
  row(
    20,
    'The elder reopens: round 2, back in its handler’s queue (O8).',
    does('04-24 00:30', 'r1', { type: 'ReopenOrder', orderId: 'O1', round: 1, reason: reason('not-solved') }, [
      'OrderReopened',
    ]),
  ),
  row(
    21,
    'A third need, in another village.',
    does('04-24 01:00', 'r3', need('N3', 'r3', V2, '04-24 01:00', { kind: 'health' }), ['NeedSubmitted']),
  ),
  row(
    22,
    'Dispatch, acceptance with a time, and one seat of two is enough.',
    does('04-24 01:10', 'p1', dispatch('O1', 'O1-3', 'B1'), ['OrderOffered']),
    does(
      '04-24 01:10',
      'b',
      {
        type: 'AcceptOffer',
        orderId: 'O1',
        offerId: 'O1-3',
        planned: interval('04-26 01:00', '04-26 02:00'),
        risksSeen: true,
      },
      ['OrderAccepted'],
    ),
    does('04-24 01:10', 'b', seat('O1', 2), ['SeatTaken']),
  ),
  row(23, 'Exactly at its due instant an answer would still be on time.', timer('04-25 01:00')),
  row(
    24,
    'Approved late; the overdue answer was noted by the timer.',
    timer('04-25 02:00', 'AnswerOverdue'),
    does('04-25 02:00', 'k2', { type: 'ApproveNeed', needId: 'N3', serviceClass: 'individual', risks: null }, [
      'NeedApproved',
    ]),
    does(
      '04-25 02:10',
      'k2',
      { type: 'PlaceOrder', orderId: 'O2', needId: 'N3', specialty: 'medical-fitness', seats: 1, planned: null },
      ['OrderPlaced'],
    ),
  ),
  row(
    25,
    'No team fits: finding nobody is an event (O23).',
    does('04-25 02:20', 'p2', { type: 'ConcludeNoTeam', orderId: 'O2', offerId: 'O2-0', $ranking: 'O2' }, [
      'NoTeamFound',
    ]),
  ),
  row(
    26,
    'The second round is served, reported and reviewed: solved.',
    does('04-26 01:00', 'b', assignment('CheckIn', 'O1', 2, 'b'), ['CheckedIn']),
    does('04-26 01:50', 'b', assignment('CheckOut', 'O1', 2, 'b'), ['CheckedOut']),
    does('04-26 02:00', 'b', { type: 'ReportService', orderId: 'O1', round: 2 }, ['ServiceReported']),
    does(
      '04-26 02:30',
      'r1',
      { type: 'ReviewOrder', orderId: 'O1', round: 2, rating: 5, verdict: 'solved', comment: null },
      ['OrderReviewed', 'OrderClosed'],
    ),
  ),
  row(
    27,
    'Verified: 50 minutes, one point.',
    does('04-27 01:00', 'q1', record('VerifyRecord', 'R3'), ['RecordVerified']),
  ),
  row(
    28,
    'A street lamp is no volunteer service: referred to 12345 (N8).',
    does('04-27 01:10', 'r3', need('N4', 'r3', V2, '04-27 01:10'), ['NeedSubmitted']),
    does('04-27 01:40', 'k2', { type: 'ReferNeed', needId: 'N4', receiver: '12345', reason: reason('municipal') }, [
      'NeedReferred',
    ]),
  ),
  row(
    29,
    'After 48 hours the second order escalates by itself; its owner stays (O4).',
    timer('04-27 02:10', 'OrderEscalated'),
  ),
  row(
    30,
    'The township escalates to the city, and the city cannot (O5).',
    does(
      '04-28 01:00',
      'p2',
      { type: 'EscalateOrder', orderId: 'O2', round: 1, from: units.T2, reason: reason('no-team') },
      ['OrderEscalated'],
    ),
    does(
      '04-28 01:10',
      'pc',
      { type: 'EscalateOrder', orderId: 'O2', round: 1, from: units.C, reason: reason('no-team') },
      refused('TopLevelCannotEscalate'),
    ),
  ),
  row(
    31,
    'The city’s squad K accepts; d takes the seat.',
    does('04-28 01:30', 'pc', dispatch('O2', 'O2-1', 'K'), ['OrderOffered']),
    does(
      '04-28 01:40',
      'g',
      {
        type: 'AcceptOffer',
        orderId: 'O2',
        offerId: 'O2-1',
        planned: interval('04-30 06:00', '04-30 09:00'),
        risksSeen: true,
      },
      ['OrderAccepted'],
    ),
    does('04-28 02:05', 'd', seat('O2', 1), ['SeatTaken']),
  ),
  row(
    32,
    'Service with a break: two segments, 90 and 90 minutes (H13).',
    does('04-30 06:00', 'd', assignment('CheckIn', 'O2', 1, 'd'), ['CheckedIn']),
    does('04-30 07:30', 'd', assignment('PauseService', 'O2', 1, 'd'), ['ServicePaused']),
    does('04-30 07:50', 'd', assignment('ResumeService', 'O2', 1, 'd'), ['ServiceResumed']),
    does('04-30 09:20', 'd', assignment('CheckOut', 'O2', 1, 'd'), ['CheckedOut']),
    does('04-30 09:30', 'd', { type: 'ReportService', orderId: 'O2', round: 1 }, ['ServiceReported']),
  ),
  row(
    33,
    'K has no approver: the unit above verifies (H16).',
    does('05-06 01:00', 'qc', record('VerifyRecord', 'R4'), ['RecordVerified']),
  ),
  row(34, 'Nobody reviewed for 7 days: closed, unreviewed (O7).', timer('05-07 09:30', 'ReviewLapsed', 'OrderClosed')),
  row(
    35,
    'Fifteen days after closing it can no longer be reopened.',
    does(
      '05-11 02:30',
      'r1',
      { type: 'ReopenOrder', orderId: 'O1', round: 2, reason: reason('again') },
      refused('ReopenWindowClosed'),
    ),
  ),
]

const backOffice: ReadonlyArray<Row> = [
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

export const story: ReadonlyArray<Row> = [...firstRound, ...secondRound, ...backOffice]
