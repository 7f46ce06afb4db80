/** Rows 1 to 19: from a need to verified minutes. */
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
  record,
  records,
  refused,
  row,
  seat,
  started,
  text,
  timer,
} from '../words.ts'

const { V1 } = units

export const firstRound: ReadonlyArray<Row> = [
  row(
    1,
    'N1 N2 N4',
    '网格员代老人提交需求，24 小时内须答复。',
    'A grid worker records an elder’s need; the answer is due in 24 hours.',
    deed(
      '04-20 01:00',
      'h1',
      need('N1', 'r1', V1, '04-20 01:00', {
        proxy: { person: 'h1', kind: 'grid-worker' },
        contact: 'f1',
        channel: 'grid-worker',
        risks: { known: true, description: text('steep stairs') },
      }),
      [
        {
          type: 'NeedSubmitted',
          requester: 'r1',
          proxy: { person: 'h1', kind: 'grid-worker' },
          answerDueAt: at('04-21 01:00'),
        },
      ],
    ),
  ),
  row(
    2,
    'N1',
    '另一位居民提了同样的需求。',
    'Another resident asks for the same.',
    deed('04-20 01:10', 'r2', need('N2', 'r2', V1, '04-20 01:10', { channel: 'app' }), [{ type: 'NeedSubmitted' }]),
  ),
  row(
    3,
    'N2 N5',
    '办事员批准第一件，把第二件并入：两件都保留。',
    'The clerk approves the first and merges the second into it: both are kept.',
    deed('04-20 02:00', 'k1', { type: 'ApproveNeed', needId: 'N1', serviceClass: 'special-group', risks: null }, [
      { type: 'NeedApproved', minutesToAnswer: 60 },
    ]),
    deed(
      '04-20 02:00',
      'k1',
      { type: 'MergeNeed', needId: 'N2', into: 'N1' },
      [{ type: 'NeedMerged', minutesToAnswer: 50, into: 'N1' }],
      { type: 'DuplicateNoted', needId: 'N1', duplicate: 'N2' },
    ),
  ),
  row(
    4,
    'O1 O4',
    '下两个名额的订单；48 小时后自动上交上一级。',
    'An order of two seats is placed; it escalates by itself 48 hours later.',
    deed(
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
      [{ type: 'OrderPlaced', owner: V1, escalatesAt: at('04-22 02:20') }],
      { type: 'NeedOrderNoted', orderId: 'O1' },
    ),
  ),
  row(
    5,
    'G4',
    '别的乡镇的调度员不得处理。',
    'A dispatcher of another township may not touch it.',
    deed('04-20 02:30', 'p2', dispatch('O1', 'O1-1', 'B1'), refused('OutsideJurisdiction')),
  ),
  row(
    6,
    'O10',
    '乡镇调度员派给 B1；B2 与 K 未入选，各有原因。',
    'The township’s dispatcher offers it to B1; B2 and K are left out, with the reason.',
    deed('04-20 02:40', 'p1', dispatch('O1', 'O1-1', 'B1'), [
      {
        type: 'OrderOffered',
        offerId: 'O1-1',
        teamId: 'B1',
        expiresAt: at('04-20 06:40'),
        ranking: { candidateCount: 1, leftOut: [omitted('level', 'K'), omitted('specialty', 'B2')] },
      },
    ]),
  ),
  row(
    7,
    'A1',
    '调度员不能代队伍接单。',
    'A dispatcher cannot accept for a team.',
    deed(
      '04-20 03:00',
      'p1',
      { type: 'AcceptOffer', orderId: 'O1', offerId: 'O1-1', planned: null, risksSeen: true },
      refused('NotTheOfferee'),
    ),
  ),
  row(
    8,
    'A2',
    '4 小时无人应答，派单过期，不计任何处罚。',
    'The offer expires after 4 hours, without penalty.',
    timer('04-20 06:40', { type: 'OfferExpired', offerId: 'O1-1', teamId: 'B1' }),
  ),
  row(
    9,
    'O6',
    '再次派单；上一次派单仍在列。',
    'It is offered again; the first offer stays listed.',
    deed('04-20 07:00', 'p1', dispatch('O1', 'O1-2', 'B1'), [{ type: 'OrderOffered', offerId: 'O1-2', teamId: 'B1' }]),
  ),
  row(
    10,
    'A10',
    '队长接单。',
    'The team’s leader accepts.',
    deed('04-20 07:30', 'b', { type: 'AcceptOffer', orderId: 'O1', offerId: 'O1-2', planned: null, risksSeen: true }, [
      { type: 'OrderAccepted', teamId: 'B1', planned: interval('04-22 01:00', '04-22 03:00') },
    ]),
  ),
  row(
    11,
    'O11',
    '两名志愿者占两个名额；第三人被拒。',
    'Two volunteers take the two seats; the third is refused.',
    deed('04-20 07:45', 'a', seat('O1', 1), [{ type: 'SeatTaken', volunteer: 'a' }], ...cleared('O1', 1, 'a'), {
      type: 'OrderScheduled',
      planned: interval('04-22 01:00', '04-22 03:00'),
    }),
    deed('04-20 07:45', 'b', seat('O1', 1), [{ type: 'SeatTaken', volunteer: 'b' }], ...cleared('O1', 1, 'b')),
    deed('04-20 07:45', 'e', seat('O1', 1), refused('OrderFull', { seats: 2 })),
  ),
  row(
    12,
    'H13',
    '两人签到：服务开始。',
    'Both check in: service is under way.',
    deed(
      '04-22 01:00',
      'a',
      assignment('CheckIn', 'O1', 1, 'a'),
      [{ type: 'CheckedIn', volunteer: 'a' }],
      started('O1', 1),
    ),
    deed('04-22 01:00', 'b', assignment('CheckIn', 'O1', 1, 'b'), [{ type: 'CheckedIn', volunteer: 'b' }]),
  ),
  row(
    13,
    'H13',
    'a 签退：130 分钟，系统采集。',
    'a checks out: 130 minutes, captured by the system.',
    deed('04-22 03:10', 'a', assignment('CheckOut', 'O1', 1, 'a'), [{ type: 'CheckedOut', minutes: 130 }], {
      type: 'RecordSubmitted',
      ...records.R1,
      minutes: 130,
      grade: 'system',
      bodyId: V1,
    }),
  ),
  row(
    14,
    'A9',
    'b 忘记签退：按计划结束时间提出，不计时长。',
    'b forgot: the planned end is proposed and counts nothing.',
    timer('04-22 05:00', { type: 'CheckOutMissing', volunteer: 'b', proposedEnd: at('04-22 03:00') }),
  ),
  row(
    15,
    'A9',
    '在场的办事员证明：120 分钟，佐证级。',
    'A clerk who was there confirms: 120 minutes, attested.',
    deed(
      '04-22 06:00',
      'k1',
      assignment('ConfirmAttendance', 'O1', 1, 'b', { end: at('04-22 03:00'), wasPresent: true }),
      [{ type: 'AttendanceConfirmed', minutes: 120, confirmer: 'k1' }],
      { type: 'RecordSubmitted', ...records.R2, minutes: 120, grade: 'attested' },
    ),
  ),
  row(
    16,
    'O7',
    '报告服务完成；7 天内可评价。',
    'Service is reported; a review may come within 7 days.',
    deed('04-22 06:10', 'b', { type: 'ReportService', orderId: 'O1', round: 1 }, [
      { type: 'ServiceReported', lapsesAt: at('04-29 06:10') },
    ]),
  ),
  row(
    17,
    'O9',
    '谁也不能评价自己的服务。',
    'A performer may not review the service.',
    deed(
      '04-22 08:00',
      'a',
      { type: 'ReviewOrder', orderId: 'O1', round: 1, rating: 5, verdict: 'solved', comment: null },
      refused('ReviewerIsPerformer'),
    ),
  ),
  row(
    18,
    'O7 N10',
    '受助人指定的联系人评价：未解决。办结不等于解决。',
    'The named contact reviews: not solved. Closed is not solved.',
    deed(
      '04-22 10:00',
      'f1',
      { type: 'ReviewOrder', orderId: 'O1', round: 1, rating: 2, verdict: 'not-solved', comment: null },
      [
        { type: 'OrderReviewed', as: 'contact', rating: 2 },
        { type: 'OrderClosed', outcome: 'not-solved' },
      ],
      ...['a', 'b'].map((volunteer) => ({ type: 'ReviewNoted', volunteer, round: 1, rating: 2 })),
      // N12: unserved, so an order is awaited again.
      { type: 'OrderAwaited', needId: 'N1', orderDueAt: at('04-26 16:00') },
    ),
  ),
  row(
    19,
    'H7 W6',
    '村里审核两条记录；积分随之到账。',
    'The village’s approver verifies both records; points follow.',
    deed('04-23 01:00', 'q1', record('VerifyRecord', 'R1'), [{ type: 'RecordVerified', minutes: 130 }], {
      type: 'PointsCredited',
      volunteer: 'a',
      points: 4,
    }),
    deed('04-23 01:00', 'q1', record('VerifyRecord', 'R2'), [{ type: 'RecordVerified', minutes: 120 }], {
      type: 'PointsCredited',
      volunteer: 'b',
      points: 4,
    }),
  ),
]
