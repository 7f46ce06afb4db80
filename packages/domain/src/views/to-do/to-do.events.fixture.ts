/** One event of each kind that puts something on a to-do list or takes it off; days are those of April 2020. */
import { units } from '../../fixtures/people.ts'

const { T1, V1, V2 } = units

export const day = (n: number) => `2020-04-${n}T01:00:00.000Z`
export const reason = { code: 'because', text: null }
const risks = { known: false, description: null }

const need = { needId: 'N1', unitId: V1 }
export const ofNeed = { ...need, opened: day(20) }
export const submitted = {
  type: 'NeedSubmitted',
  ...need,
  requester: 'r1',
  proxy: null,
  contact: null,
  channel: 'app',
  kind: 'work-life',
  description: { id: 't', commitment: '0'.repeat(64) },
  risks: null,
  voicedAt: day(20),
  sourceDate: null,
  recordedAt: day(20),
  answerDueAt: day(21),
  assumed: false,
  policyVersion: 'TEST-1',
}
export const approved = {
  type: 'NeedApproved',
  ...ofNeed,
  minutesToAnswer: 60,
  serviceClass: 'individual',
  risks,
  risksStated: true,
  approvedAt: day(20),
  orderDueAt: day(23),
  assumed: false,
  policyVersion: 'TEST-1',
}
const opened = { orderId: 'O1', opened: day(20) }
export const orderKeys = { ...opened, round: 1, handler: V1 }
export const placed = {
  type: 'OrderPlaced',
  day: null,
  intended: null,
  superviseFrom: day(20),
  superviseAt: null,
  orderId: 'O1',
  needId: 'N1',
  needOpened: day(20),
  owner: V1,
  requester: 'r1',
  contact: null,
  proxy: null,
  specialty: 'legal',
  serviceClass: 'individual',
  risks,
  seats: 2,
  planned: null,
  recordedAt: day(20),
  serviceDueFrom: day(20),
  serviceDueAt: day(29),
  assumed: false,
  serviceDuePolicy: 'TEST-1',
  escalatesAt: day(22),
  policyVersion: 'TEST-1',
}
export const offered = {
  type: 'OrderOffered',
  ...orderKeys,
  offerId: 'o-1',
  teamId: 'B1',
  planned: null,
  override: null,
  expiresAt: day(21),
  policyVersion: 'TEST-1',
  ranking: { candidates: [], candidateCount: 0, leftOut: [], lastEvent: null },
}
const offer = { ...orderKeys, offerId: 'o-1' }
export const accepted = {
  type: 'OrderAccepted',
  day: null,
  acceptedAt: day(21),
  ...offer,
  teamId: 'B1',
  bodyId: V1,
  claimed: false,
  planned: null,
  timeStated: false,
  risksSeen: false,
}
export const scheduled = {
  type: 'OrderScheduled',
  ...orderKeys,
  planned: { start: day(23), end: day(24) },
  missedAt: day(25),
  policyVersion: 'TEST-1',
}
export const started = { type: 'ServiceStarted', ...orderKeys, volunteer: 'a', at: day(23), late: false }
export const reported = {
  type: 'ServiceReported',
  ...orderKeys,
  teamId: 'B1',
  seated: ['a'],
  reportedAt: day(24),
  lapsesAt: day(30),
  policyVersion: 'TEST-1',
}
export const closed = {
  type: 'OrderClosed',
  ...orderKeys,
  outcome: 'unreviewed',
  seated: ['a'],
  reopenableUntil: day(30),
  policyVersion: 'TEST-1',
}
export const move = {
  ...opened,
  round: 1,
  from: V1,
  to: T1,
  reason,
  serviceDueAt: day(29),
  escalatesAt: day(24),
  policyVersion: 'TEST-1',
}

const occasion = { type: 'order', orderId: 'O1', round: 1 }
export const attendance = { occasion, volunteer: 'b', bodyId: V1 }
export const missing = {
  type: 'CheckOutMissing',
  ...attendance,
  cameAt: day(22),
  missingAt: day(23),
  proposedEnd: day(22),
  attempt: 0,
  elsewhere: null,
  confirmBy: day(29),
  assumed: false,
  policyVersion: 'TEST-1',
}
const record = { volunteer: 'd', recordId: 'o.O2.1', bodyId: 'K' }
export const standing = {
  ...record,
  minutes: 180,
  day: '2020-04-30',
  grade: 'manual',
  servedUnit: V2,
  revision: 1,
  source: { type: 'session', sessionId: 'S' },
}
export const entered = {
  type: 'RecordSubmitted',
  ...record,
  source: standing.source,
  segments: [{ start: day(29), end: day(30) }],
  minutes: 180,
  day: '2020-04-30',
  grade: 'manual',
  content: 'legal',
  servedUnit: V2,
  home: V2,
  rosterArea: null,
  recordingUnit: V2,
  teamId: null,
  recorder: 'k2',
  responsible: 'g',
  marks: [],
  reason: null,
  recordedAt: day(30),
  lookUntil: null,
  policyVersion: 'TEST-1',
}
export const held = {
  type: 'RecordHeld',
  ...record,
  holdId: 'h-1',
  kind: 'two-places',
  because: [],
  minutes: 180,
  day: '2020-04-30',
  grade: 'manual',
}
export const suspended = (by: string | null) => ({ type: 'RecordSuspended', ...standing, by, reason })
export const cleared = (stillHeld: boolean) => ({
  type: 'HoldCleared',
  ...record,
  day: '2020-04-30',
  grade: 'manual',
  holdId: 'h-1',
  by: 'qc',
  reason,
  stillHeld,
})
export const application = { volunteer: 'b', applicationId: 'app-1' }
export const examination = { volunteer: 'b', examination: 1 }
