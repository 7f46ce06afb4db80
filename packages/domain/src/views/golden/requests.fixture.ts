/** Events of the needs and orders of the golden story, with the fields that are the same each time. */
import { units } from '../../fixtures/people.ts'
import { instant, noRisks, reason, type Words } from './lines.fixture.ts'

const { V1 } = units

export const submitted = (needId: string, requester: string, unitId: string, more: object): Words => ({
  type: 'NeedSubmitted',
  needId,
  unitId,
  requester,
  proxy: null,
  contact: null,
  channel: 'telephone',
  kind: 'work-life',
  description: { id: needId, commitment: '0'.repeat(64) },
  risks: noRisks,
  sourceDate: null,
  assumed: false,
  policyVersion: 'TEST-1',
  ...more,
})
export const recorded = (time: string, due: string) => ({
  voicedAt: instant(time),
  recordedAt: instant(time),
  answerDueAt: instant(due),
})

/** When each need and each order of the story was opened. */
const openings = {
  N1: '04-20 01:00',
  N2: '04-20 01:10',
  N3: '04-24 01:00',
  N4: '04-27 01:10',
  O1: '04-20 02:20',
  O2: '04-25 02:10',
} as const
export const ofNeed = (needId: 'N1' | 'N2' | 'N3' | 'N4', unitId: string) => {
  return { needId, unitId, opened: instant(openings[needId]) }
}

type Placing = { time: string; owner: string; more: object }
export const placed = (orderId: string, needId: keyof typeof openings, at: Placing): Words => ({
  type: 'OrderPlaced',
  day: null,
  intended: null,
  superviseFrom: instant(at.time),
  superviseAt: null,
  orderId,
  needId,
  owner: at.owner,
  contact: null,
  proxy: null,
  serviceClass: 'individual',
  risks: noRisks,
  recordedAt: instant(at.time),
  serviceDueAt: instant('05-08 16:00'),
  assumed: false,
  serviceDuePolicy: 'TEST-1',
  policyVersion: 'TEST-1',
  planned: null,
  serviceDueFrom: instant(at.time),
  needOpened: instant(openings[needId]),
  ...at.more,
})
const openedFields = (orderId: 'O1' | 'O2') => ({ orderId, opened: instant(openings[orderId]) })
const keyFields = (orderId: 'O1' | 'O2', round: number, handler: string) => ({
  ...openedFields(orderId),
  round,
  handler,
})
export const O1 = (round: number) => keyFields('O1', round, V1)
export const O2 = (handler: string) => keyFields('O2', 1, handler)
export const escalated = (from: string, to: string, automatic: boolean, escalatedAt: string): Words => ({
  type: 'OrderEscalated',
  ...openedFields('O2'),
  round: 1,
  from,
  to,
  reason: reason('no-team'),
  automatic,
  escalatedAt: instant(escalatedAt),
  serviceDueAt: instant('05-08 16:00'),
  escalatesAt: null,
  policyVersion: 'TEST-1',
})
export const accepted = (at: object, offerId: string, team: { teamId: string; bodyId: string }): Words => ({
  type: 'OrderAccepted',
  day: null,
  acceptedAt: instant('04-20 07:30'),
  ...at,
  offerId,
  ...team,
  claimed: false,
  planned: null,
  timeStated: false,
  risksSeen: true,
})
export const B1 = { teamId: 'B1', bodyId: V1 }
export const reported = (at: object, time: string, more: object): Words => ({
  type: 'ServiceReported',
  ...at,
  reportedAt: instant(time),
  lapsesAt: instant('05-07 09:30'),
  policyVersion: 'TEST-1',
  ...more,
})
export const reviewed = (at: object, reviewer: string, more: object): Words => ({
  type: 'OrderReviewed',
  ownTeam: false,
  replaces: null,
  reviewedAt: instant('04-26 02:30'),
  replaceableUntil: null,
  policyVersion: 'TEST-1',
  ...at,
  reviewer,
  comment: null,
  ...more,
})
export const closed = (at: object, outcome: string, seated: ReadonlyArray<string>): Words => ({
  type: 'OrderClosed',
  ...at,
  outcome,
  reopenableUntil: instant('05-11 02:30'),
  policyVersion: 'TEST-1',
  seated,
})
export const noted = (volunteer: string, round: number, rating: number): Words => ({
  type: 'ReviewNoted',
  volunteer,
  orderId: 'O1',
  round,
  rating,
  reviewer: 'r1',
  orderVersion: 10 * round,
})
