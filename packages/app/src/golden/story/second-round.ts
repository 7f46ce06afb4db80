/** Rows 20 to 35: reopened, escalated, unreviewed. */
import { units } from '../people.ts'
import type { Row } from '../row.ts'
import { assignment, dispatch, does, interval, need, reason, record, refused, row, seat, timer } from '../words.ts'

const { V2 } = units

export const secondRound: ReadonlyArray<Row> = [
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
