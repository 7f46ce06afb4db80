import { people, timer, units } from '../../fixtures/people.ts'
import { instant, line, noRisks, reason, type GoldenLine } from './lines.fixture.ts'
import { entered, verified } from './records.fixture.ts'
import {
  accepted,
  B1,
  closed,
  escalated,
  noted,
  O1,
  O2,
  ofNeed,
  placed,
  recorded,
  reported,
  reviewed,
  submitted,
} from './requests.fixture.ts'

const { C, T2, V2 } = units
const { b, clerkV2: k2, dispatcherT2: p2, approverV1: q1, approverC: qc } = people

/** Rows 21 to 34: a second round solves the need; another order escalates to the city and is closed without a review. */
export const escalatedOrder: ReadonlyArray<GoldenLine> = [
  ...line('04-24 01:00', people.r1, submitted('N3', 'r3', V2, recorded('04-24 01:00', '04-25 01:00'))),
  ...line('04-24 01:10', b, accepted(O1(2), 'O1-3', B1)),
  ...line('04-25 02:00', timer, {
    type: 'AnswerOverdue',
    ...ofNeed('N3', V2),
    dueAt: instant('04-25 01:00'),
  }),
  ...line('04-25 02:00', k2, {
    type: 'NeedApproved',
    ...ofNeed('N3', V2),
    minutesToAnswer: 1500,
    serviceClass: 'individual',
    risks: noRisks,
    risksStated: false,
    approvedAt: instant('04-25 02:00'),
    orderDueAt: instant('04-28 16:00'),
    assumed: false,
    policyVersion: 'TEST-1',
  }),
  ...line(
    '04-25 02:10',
    k2,
    placed('O2', 'N3', {
      time: '04-25 02:10',
      owner: V2,
      more: { requester: 'r3', specialty: 'medical-fitness', seats: 1, escalatesAt: instant('04-27 02:10') },
    }),
  ),
  ...line('04-26 01:50', timer, entered('R3', '04-26 01:50')),
  ...line('04-26 02:00', b, reported(O1(2), '04-26 02:00', { teamId: 'B1', seated: ['b'] })),
  ...line(
    '04-26 02:30',
    people.r1,
    reviewed(O1(2), 'r1', { as: 'requester', rating: 5, verdict: 'solved', seated: ['b'] }),
    closed(O1(2), 'solved', ['b']),
  ),
  ...line('04-26 02:30', timer, noted('b', 2, 5)),
  ...line('04-27 01:00', q1, verified('R3', 'q1')),
  ...line('04-27 01:10', people.r1, submitted('N4', 'r3', V2, recorded('04-27 01:10', '04-28 01:10'))),
  ...line('04-27 01:40', k2, {
    type: 'NeedReferred',
    ...ofNeed('N4', V2),
    minutesToAnswer: 30,
    receiver: '12345',
    reason: reason('municipal'),
  }),
  ...line('04-27 02:10', timer, escalated(V2, T2, true, '04-27 02:10')),
  ...line('04-28 01:00', p2, escalated(T2, C, false, '04-28 01:00')),
  ...line('04-28 01:40', people.g, accepted(O2(C), 'O2-1', { teamId: 'K', bodyId: 'K' })),
  ...line('04-30 09:20', timer, entered('R4', '04-30 09:20')),
  ...line('04-30 09:30', people.d, reported(O2(C), '04-30 09:30', { teamId: 'K', seated: ['d'] })),
  ...line('05-06 01:00', qc, verified('R4', 'qc')),
  ...line('05-07 09:30', timer, { type: 'ReviewLapsed', ...O2(C) }, closed(O2(C), 'unreviewed', ['d'])),
]
