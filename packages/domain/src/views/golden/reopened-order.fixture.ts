import { people, timer, units } from '../../fixtures/people.ts'
import { instant, line, noRisks, reason, type GoldenLine, type Words } from './lines.fixture.ts'
import { entered, verified } from './records.fixture.ts'
import {
  accepted,
  B1,
  closed,
  noted,
  O1,
  ofNeed,
  placed,
  recorded,
  reported,
  reviewed,
  submitted,
} from './requests.fixture.ts'

const { V1, V2 } = units
const { b, h1, clerkV1: k1, approverV1: q1 } = people

const registered = (person: string, home: string): Words => ({
  type: 'VolunteerRegistered',
  person,
  number: `no-${person}`,
  ageBand: 'adult',
  home,
  homeFrom: '2020-01-01',
  ageSource: 'officer',
  outside: false,
})
const homes = { a: V1, b: V1, c: V2, d: V2, e: V2 } as const

/** Rows 1 to 20: a need of two requesters is answered in time; it is served once, is not solved, and is reopened. */
export const reopenedOrder: ReadonlyArray<GoldenLine> = [
  ...line('04-01 01:00', people.admin, ...Object.entries(homes).map(([person, home]) => registered(person, home))),
  ...line('04-20 01:00', h1, submitted('N1', 'r1', V1, recorded('04-20 01:00', '04-21 01:00'))),
  ...line('04-20 01:10', people.r2, submitted('N2', 'r2', V1, recorded('04-20 01:10', '04-21 01:10'))),
  ...line('04-20 02:00', k1, {
    type: 'NeedApproved',
    ...ofNeed('N1', V1),
    minutesToAnswer: 60,
    serviceClass: 'individual',
    risks: noRisks,
    risksStated: false,
    approvedAt: instant('04-20 02:00'),
    orderDueAt: instant('04-23 16:00'),
    assumed: false,
    policyVersion: 'TEST-1',
  }),
  ...line('04-20 02:00', k1, {
    type: 'NeedMerged',
    ...ofNeed('N2', V1),
    minutesToAnswer: 50,
    into: 'N1',
    requester: 'r2',
    contact: null,
    proxy: null,
    proposed: false,
    stoppedAt: instant('04-20 02:00'),
  }),
  ...line(
    '04-20 02:20',
    k1,
    placed('O1', 'N1', {
      time: '04-20 02:20',
      owner: V1,
      more: { requester: 'r1', specialty: 'hardship-relief', seats: 2, escalatesAt: instant('04-22 02:20') },
    }),
  ),
  ...line('04-20 06:40', timer, {
    type: 'OfferExpired',
    ...O1(1),
    offerId: 'O1-1',
    teamId: 'B1',
    escalatesAt: instant('04-22 02:20'),
  }),
  ...line('04-20 07:30', b, accepted(O1(1), 'O1-2', B1)),
  ...line('04-22 03:10', timer, entered('R1', '04-22 03:10')),
  ...line('04-22 06:00', timer, entered('R2', '04-22 06:00')),
  ...line('04-22 06:10', b, reported(O1(1), '04-22 06:10', { teamId: 'B1', seated: ['a', 'b'] })),
  ...line(
    '04-22 10:00',
    people.f1,
    reviewed(O1(1), 'f1', { as: 'contact', rating: 2, verdict: 'not-solved', seated: ['a', 'b'] }),
    closed(O1(1), 'not-solved', ['a', 'b']),
  ),
  ...line('04-22 10:00', timer, noted('a', 1, 2), noted('b', 1, 2)),
  ...line('04-23 01:00', q1, verified('R1', 'q1'), verified('R2', 'q1')),
  ...line('04-24 00:30', people.r1, {
    type: 'OrderReopened',
    superviseAt: null,
    ...O1(2),
    reason: reason('not-solved'),
    serviceDueAt: instant('05-08 16:00'),
    assumed: false,
    serviceDuePolicy: 'TEST-1',
    policyVersion: 'TEST-1',
    serviceDueFrom: instant('04-24 00:30'),
    escalatesAt: instant('04-26 00:30'),
  }),
]
