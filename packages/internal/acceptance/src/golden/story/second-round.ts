/** Rows 20 to 35: reopened, escalated, unreviewed. */
import { units } from '../people.ts'
import type { Row } from '../row.ts'
import {
  assignment,
  at,
  cleared,
  dispatch,
  deed,
  interval,
  omitted,
  need,
  reason,
  record,
  records,
  refused,
  row,
  seat,
  started,
  timer,
} from '../words.ts'

const { V1, V2 } = units

export const secondRound: ReadonlyArray<Row> = [
  row(
    20,
    'O8',
    '老人要求重办：第二轮，回到原调度员的队列。',
    'The elder reopens: round 2, back in its handler’s queue.',
    deed('04-24 00:30', 'r1', { type: 'ReopenOrder', orderId: 'O1', round: 1, reason: reason('not-solved') }, [
      { type: 'OrderReopened', round: 2, handler: V1 },
    ]),
  ),
  row(
    21,
    'N2',
    '另一个村的第三件需求。',
    'A third need, in another village.',
    deed('04-24 01:00', 'r3', need('N3', 'r3', V2, '04-24 01:00', { kind: 'health' }), [
      { type: 'NeedSubmitted', answerDueAt: at('04-25 01:00') },
    ]),
  ),
  row(
    22,
    'A1 A10',
    '派单、带时间接单；两个名额有一个即可开展。',
    'Dispatch, acceptance with a time, and one seat of two is enough.',
    deed('04-24 01:10', 'p1', dispatch('O1', 'O1-3', 'B1'), [{ type: 'OrderOffered', offerId: 'O1-3', round: 2 }]),
    deed(
      '04-24 01:10',
      'b',
      {
        type: 'AcceptOffer',
        orderId: 'O1',
        offerId: 'O1-3',
        planned: interval('04-26 01:00', '04-26 02:00'),
        risksSeen: true,
      },
      [{ type: 'OrderAccepted' }],
    ),
    deed('04-24 01:10', 'b', seat('O1', 2), [{ type: 'SeatTaken', round: 2 }], ...cleared('O1', 2, 'b'), {
      type: 'OrderScheduled',
      round: 2,
      planned: interval('04-26 01:00', '04-26 02:00'),
    }),
  ),
  row(
    23,
    'N2',
    '正好在到期时刻答复仍算按时。',
    'Exactly at its due instant an answer would still be on time.',
    timer('04-25 01:00'),
  ),
  row(
    24,
    'N2',
    '批准迟了；超期由时钟记下。',
    'Approved late; the overdue answer was noted by the timer.',
    timer('04-25 02:00', { type: 'AnswerOverdue', needId: 'N3', dueAt: at('04-25 01:00') }),
    deed('04-25 02:00', 'k2', { type: 'ApproveNeed', needId: 'N3', serviceClass: 'individual', risks: null }, [
      { type: 'NeedApproved', minutesToAnswer: 1500 },
    ]),
    deed(
      '04-25 02:10',
      'k2',
      { type: 'PlaceOrder', orderId: 'O2', needId: 'N3', specialty: 'medical-fitness', seats: 1, planned: null },
      [{ type: 'OrderPlaced', owner: V2 }],
      { type: 'NeedOrderNoted', orderId: 'O2' },
    ),
  ),
  row(
    25,
    'O23',
    '没有合适的队伍：找不到也是一个事件。',
    'No team fits: finding none is an event.',
    deed('04-25 02:20', 'p2', { type: 'ConcludeNoTeam', orderId: 'O2', searchId: 'O2-0' }, [
      {
        type: 'NoTeamFound',
        handler: V2,
        ranking: { candidateCount: 0, leftOut: [omitted('level', 'K'), omitted('specialty', 'B1', 'B2')] },
      },
    ]),
  ),
  row(
    26,
    'O7',
    '第二轮服务、报告、评价：已解决。',
    'The second round is served, reported and reviewed: solved.',
    deed('04-26 01:00', 'b', assignment('CheckIn', 'O1', 2, 'b'), [{ type: 'CheckedIn' }], started('O1', 2)),
    deed('04-26 01:50', 'b', assignment('CheckOut', 'O1', 2, 'b'), [{ type: 'CheckedOut', minutes: 50 }], {
      type: 'RecordSubmitted',
      ...records.R3,
      minutes: 50,
      grade: 'system',
    }),
    deed('04-26 02:00', 'b', { type: 'ReportService', orderId: 'O1', round: 2 }, [{ type: 'ServiceReported' }]),
    deed(
      '04-26 02:30',
      'r1',
      { type: 'ReviewOrder', orderId: 'O1', round: 2, rating: 5, verdict: 'solved', comment: null },
      [
        { type: 'OrderReviewed', as: 'requester', rating: 5 },
        { type: 'OrderClosed', outcome: 'solved' },
      ],
      { type: 'ReviewNoted', volunteer: 'b', round: 2, rating: 5 },
    ),
  ),
  row(
    27,
    'W6',
    '审核：50 分钟，1 分。',
    'Verified: 50 minutes, one point.',
    deed('04-27 01:00', 'q1', record('VerifyRecord', 'R3'), [{ type: 'RecordVerified', minutes: 50 }], {
      type: 'PointsCredited',
      volunteer: 'b',
      points: 1,
    }),
  ),
  row(
    28,
    'N8',
    '路灯不是志愿服务：转 12345。',
    'A street lamp is no volunteer service: referred to 12345.',
    deed('04-27 01:10', 'r3', need('N4', 'r3', V2, '04-27 01:10'), [{ type: 'NeedSubmitted' }]),
    deed('04-27 01:40', 'k2', { type: 'ReferNeed', needId: 'N4', receiver: '12345', reason: reason('municipal') }, [
      { type: 'NeedReferred', receiver: '12345', minutesToAnswer: 30 },
    ]),
  ),
  row(
    29,
    'O4',
    '48 小时后第二单自动上交；责任单位不变。',
    'After 48 hours the second order escalates by itself; its owner stays.',
    timer('04-27 02:10', { type: 'OrderEscalated', from: V2, to: units.T2, automatic: true }),
  ),
  row(
    30,
    'O5',
    '乡镇上交到市，市级不能再上交。',
    'The township escalates to the city, and the city cannot.',
    deed(
      '04-28 01:00',
      'p2',
      { type: 'EscalateOrder', orderId: 'O2', round: 1, from: units.T2, reason: reason('no-team') },
      [{ type: 'OrderEscalated', from: units.T2, to: units.C, automatic: false }],
    ),
    deed(
      '04-28 01:10',
      'pc',
      { type: 'EscalateOrder', orderId: 'O2', round: 1, from: units.C, reason: reason('no-team') },
      refused('TopLevelCannotEscalate'),
    ),
  ),
  row(
    31,
    'O10 A10',
    '市直分队 K 接单；d 占名额。',
    'The city’s squad K accepts; d takes the seat.',
    deed('04-28 01:30', 'pc', dispatch('O2', 'O2-1', 'K'), [{ type: 'OrderOffered', teamId: 'K', handler: units.C }]),
    deed(
      '04-28 01:40',
      'g',
      {
        type: 'AcceptOffer',
        orderId: 'O2',
        offerId: 'O2-1',
        planned: interval('04-30 06:00', '04-30 09:00'),
        risksSeen: true,
      },
      [{ type: 'OrderAccepted' }],
    ),
    deed(
      '04-28 02:05',
      'd',
      seat('O2', 1),
      [{ type: 'SeatTaken', volunteer: 'd', owner: V2 }],
      ...cleared('O2', 1, 'd'),
      {
        type: 'OrderScheduled',
        planned: interval('04-30 06:00', '04-30 09:00'),
      },
    ),
  ),
  row(
    32,
    'H13',
    '中途休息的服务：两段，各 90 分钟。',
    'Service with a break: two segments, 90 and 90 minutes.',
    deed('04-30 06:00', 'd', assignment('CheckIn', 'O2', 1, 'd'), [{ type: 'CheckedIn' }], started('O2', 1)),
    deed('04-30 07:30', 'd', assignment('PauseService', 'O2', 1, 'd'), [{ type: 'ServicePaused' }]),
    deed('04-30 07:50', 'd', assignment('ResumeService', 'O2', 1, 'd'), [{ type: 'ServiceResumed' }]),
    deed(
      '04-30 09:20',
      'd',
      assignment('CheckOut', 'O2', 1, 'd'),
      [
        {
          type: 'CheckedOut',
          minutes: 180,
          segments: [interval('04-30 06:00', '04-30 07:30'), interval('04-30 07:50', '04-30 09:20')],
        },
      ],
      { type: 'RecordSubmitted', ...records.R4, minutes: 180, grade: 'system', bodyId: 'K', servedUnit: V2 },
    ),
    deed('04-30 09:30', 'd', { type: 'ReportService', orderId: 'O2', round: 1 }, [{ type: 'ServiceReported' }]),
  ),
  row(
    33,
    'H16',
    'K 没有审核人：由上一级审核。',
    'K has no approver: the unit above verifies.',
    deed('05-06 01:00', 'qc', record('VerifyRecord', 'R4'), [{ type: 'RecordVerified', bodyId: 'K', approver: 'qc' }], {
      type: 'PointsCredited',
      volunteer: 'd',
      points: 6,
    }),
  ),
  row(
    34,
    'O7',
    '7 天无人评价：未评价而办结。',
    'No review came for 7 days: closed, unreviewed.',
    timer('05-07 09:30', { type: 'ReviewLapsed' }, { type: 'OrderClosed', outcome: 'unreviewed' }),
  ),
  row(
    35,
    'O8',
    '办结满 15 天后不能再重办。',
    'Fifteen days after closing it can no longer be reopened.',
    deed(
      '05-11 02:30',
      'r1',
      { type: 'ReopenOrder', orderId: 'O1', round: 2, reason: reason('again') },
      refused('ReopenWindowClosed'),
    ),
  ),
]
