/** The golden story as a log of events, as far as figures read it: written by hand, apart from any decider. All are made up. */
import type { Typed } from '@zhiyuan/kernel'
import { people, timer, units } from '../fixtures/people.ts'

const { C, V1, T2, V2 } = units

/** An event, when it was recorded, and by whom. */
export interface GoldenLine {
  readonly at: string
  readonly by: (typeof people)[keyof typeof people] | typeof timer
  readonly event: Typed & Readonly<Record<string, unknown>>
}

const instant = (time: string): string => `2020-${time.replace(' ', 'T')}:00.000Z`
type Words = Typed & Readonly<Record<string, unknown>>
const line = (time: string, by: GoldenLine['by'], ...events: ReadonlyArray<Words>): ReadonlyArray<GoldenLine> =>
  events.map((event) => ({ at: instant(time), by, event }))

const reason = (code: string) => ({ code, text: null })
const interval = (start: string, end: string) => ({ start: instant(start), end: instant(end) })
const noRisks = { known: false, description: null }

const registered = (person: string, home: string): Words => ({
  ...{ type: 'VolunteerRegistered', person, number: `no-${person}`, ageBand: 'adult', home, homeFrom: '2020-01-01' },
})

const submitted = (needId: string, requester: string, unitId: string, more: object): Words => ({
  ...{ type: 'NeedSubmitted', needId, unitId, requester, proxy: null, contact: null, channel: 'telephone' },
  ...{ kind: 'work-life', description: { id: needId, commitment: '0'.repeat(64) }, risks: noRisks, sourceDate: null },
  ...{ assumed: false, policyVersion: 'TEST-1' },
  ...more,
})
const recorded = (time: string, due: string) => ({
  voicedAt: instant(time),
  recordedAt: instant(time),
  answerDueAt: instant(due),
})

/** When each need and each order of the story was opened. */
const openings = {
  ...{ N1: '04-20 01:00', N2: '04-20 01:10', N3: '04-24 01:00', N4: '04-27 01:10' },
  ...{ O1: '04-20 02:20', O2: '04-25 02:10' },
} as const
const ofNeed = (needId: 'N1' | 'N2' | 'N3' | 'N4', unitId: string) => {
  return { needId, unitId, opened: instant(openings[needId]) }
}

type Placing = { time: string; owner: string; more: object }
const placed = (orderId: string, needId: keyof typeof openings, at: Placing): Words => ({
  ...{ type: 'OrderPlaced', orderId, needId, owner: at.owner, contact: null, proxy: null, serviceClass: 'individual' },
  ...{ risks: noRisks, recordedAt: instant(at.time), serviceDueAt: instant('05-08 16:00'), assumed: false },
  ...{ serviceDuePolicy: 'TEST-1', policyVersion: 'TEST-1', planned: null, serviceDueFrom: instant(at.time) },
  needOpened: instant(openings[needId]),
  ...at.more,
})
const openedFields = (orderId: 'O1' | 'O2') => ({ orderId, opened: instant(openings[orderId]) })
const keyFields = (orderId: 'O1' | 'O2', round: number, handler: string) => ({
  ...openedFields(orderId),
  round,
  handler,
})
const O1 = (round: number) => keyFields('O1', round, V1)
const O2 = (handler: string) => keyFields('O2', 1, handler)
const escalated = (from: string, to: string, automatic: boolean): Words => ({
  ...{ type: 'OrderEscalated', ...openedFields('O2'), round: 1, from, to, reason: reason('no-team'), automatic },
  ...{ serviceDueAt: instant('05-08 16:00'), escalatesAt: null, policyVersion: 'TEST-1' },
})
const accepted = (at: object, offerId: string, team: { teamId: string; bodyId: string }): Words => ({
  ...{ type: 'OrderAccepted', ...at, offerId, ...team, claimed: false, planned: null },
  ...{ timeStated: false, risksSeen: true },
})
const B1 = { teamId: 'B1', bodyId: V1 }
const reported = (at: object, time: string, more: object): Words => ({
  ...{
    type: 'ServiceReported',
    ...at,
    reportedAt: instant(time),
    lapsesAt: instant('05-07 09:30'),
    policyVersion: 'TEST-1',
  },
  ...more,
})
const reviewed = (at: object, reviewer: string, more: object): Words => ({
  ...{ type: 'OrderReviewed', ...at, reviewer, comment: null },
  ...more,
})
const closed = (at: object, outcome: string, seated: ReadonlyArray<string>): Words => ({
  ...{ type: 'OrderClosed', ...at, outcome, reopenableUntil: instant('05-11 02:30'), policyVersion: 'TEST-1', seated },
})
const noted = (volunteer: string, round: number, rating: number): Words => ({
  ...{ type: 'ReviewNoted', volunteer, orderId: 'O1', round, rating, orderVersion: 10 * round },
})

const ofOrder = (orderId: string, round: number) => ({ type: 'order', orderId, round })
const inS = { type: 'session', sessionId: 'S' }

interface GoldenRecord {
  readonly volunteer: string
  readonly recordId: string
  readonly bodyId: string
  readonly source: object
  readonly servedUnit: string
  readonly grade: string
  readonly day: string
  readonly minutes: number
  readonly segments: ReadonlyArray<object>
}
const inSession = (volunteer: string, recordId: string, start: string, end: string, minutes: number): GoldenRecord => ({
  ...{ volunteer, recordId, bodyId: V2, source: inS, servedUnit: V2, grade: 'manual', day: '2020-04-29', minutes },
  segments: [interval(start, end)],
})

/** R1 to R9 of the story. */
const goldenRecords = {
  R1: {
    ...{ volunteer: 'a', recordId: 'o.O1.1', bodyId: V1, source: ofOrder('O1', 1), servedUnit: V1, grade: 'system' },
    ...{ day: '2020-04-22', minutes: 130, segments: [interval('04-22 01:00', '04-22 03:10')] },
  },
  R2: {
    ...{ volunteer: 'b', recordId: 'o.O1.1', bodyId: V1, source: ofOrder('O1', 1), servedUnit: V1, grade: 'attested' },
    ...{ day: '2020-04-22', minutes: 120, segments: [interval('04-22 01:00', '04-22 03:00')] },
  },
  R3: {
    ...{ volunteer: 'b', recordId: 'o.O1.2', bodyId: V1, source: ofOrder('O1', 2), servedUnit: V1, grade: 'system' },
    ...{ day: '2020-04-26', minutes: 50, segments: [interval('04-26 01:00', '04-26 01:50')] },
  },
  R4: {
    ...{ volunteer: 'd', recordId: 'o.O2.1', bodyId: 'K', source: ofOrder('O2', 1), servedUnit: V2, grade: 'system' },
    ...{ day: '2020-04-30', minutes: 180 },
    segments: [interval('04-30 06:00', '04-30 07:30'), interval('04-30 07:50', '04-30 09:20')],
  },
  R5: inSession('e', 'R5', '04-29 06:00', '04-29 07:00', 60),
  R6: inSession('c', 'R6', '04-29 00:00', '04-29 04:00', 240),
  R7: inSession('e', 'R7', '04-29 00:00', '04-29 04:00', 240),
  R8: inSession('b', 'R8', '04-29 00:00', '04-29 04:00', 240),
  R9: inSession('e', 'R9', '04-29 03:30', '04-29 04:30', 60),
} as const satisfies Readonly<Record<string, GoldenRecord>>
type Name = keyof typeof goldenRecords

const entered = (name: Name, time: string, marks: ReadonlyArray<string> = []): Words => ({
  ...{ type: 'RecordSubmitted', ...goldenRecords[name], content: 'care', home: null, rosterArea: null, teamId: null },
  ...{ recorder: null, responsible: 'k1', marks, reason: null, recordedAt: instant(time), policyVersion: 'TEST-1' },
})
const copyKeys = (name: Name) => {
  const { volunteer, recordId, bodyId } = goldenRecords[name]
  return { volunteer, recordId, bodyId }
}
const standing = (name: Name, revision: number, changed: object = {}) => {
  const { minutes, day, grade, source, servedUnit } = goldenRecords[name]
  return { ...copyKeys(name), minutes, day, grade, source, servedUnit, revision, ...changed }
}
const held = (name: Name, holdId: string, kind: string): Words => {
  const { minutes, day, grade } = goldenRecords[name]
  return { type: 'RecordHeld', ...copyKeys(name), holdId, kind, because: [], minutes, day, grade }
}
const copyDatedKeys = (name: Name) => ({ ...copyKeys(name), day: goldenRecords[name].day })
const cleared = (name: Name, holdId: string): Words => ({
  ...{ type: 'HoldCleared', ...copyDatedKeys(name), holdId, by: 'q2', reason: reason('list-seen'), stillHeld: false },
})
const verified = (name: Name, approver: string): Words => ({
  ...{ type: 'RecordVerified', ...standing(name, 0), approver, teamId: null, home: null },
})
const ruled = (type: string, name: Name, revision: number): Words => ({
  ...{ type, ...standing(name, revision), by: 'qc', reason: reason('not-there') },
})
const ofStar = { volunteer: 'b', applicationId: 'star-1' }
const refs = (...names: ReadonlyArray<Name>) =>
  names.map((name) => ({ volunteer: goldenRecords[name].volunteer, recordId: goldenRecords[name].recordId }))

const { a, b, h1, clerkV1: k1, clerkV2: k2, dispatcherT2: p2, approverV1: q1, approverV2: q2, approverC: qc } = people

const homes = { a: V1, b: V1, c: V2, d: V2, e: V2 } as const

/** Rows 1 to 20: a need of two, answered in time; served once, not solved, reopened. */
const first: ReadonlyArray<GoldenLine> = [
  ...line('04-01 01:00', people.admin, ...Object.entries(homes).map(([person, home]) => registered(person, home))),
  ...line('04-20 01:00', h1, submitted('N1', 'r1', V1, recorded('04-20 01:00', '04-21 01:00'))),
  ...line('04-20 01:10', people.r2, submitted('N2', 'r2', V1, recorded('04-20 01:10', '04-21 01:10'))),
  ...line('04-20 02:00', k1, {
    ...{ type: 'NeedApproved', ...ofNeed('N1', V1), minutesToAnswer: 60, serviceClass: 'individual' },
    ...{ risks: noRisks, risksStated: false, approvedAt: instant('04-20 02:00') },
  }),
  ...line('04-20 02:00', k1, {
    ...{ type: 'NeedMerged', ...ofNeed('N2', V1), minutesToAnswer: 50, into: 'N1', requester: 'r2' },
  }),
  ...line(
    '04-20 02:20',
    k1,
    placed('O1', 'N1', {
      ...{ time: '04-20 02:20', owner: V1 },
      more: { requester: 'r1', specialty: 'hardship-relief', seats: 2, escalatesAt: instant('04-22 02:20') },
    }),
  ),
  ...line('04-20 06:40', timer, {
    ...{ type: 'OfferExpired', ...O1(1), offerId: 'O1-1', teamId: 'B1', escalatesAt: instant('04-22 02:20') },
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
    ...{ type: 'OrderReopened', ...O1(2), reason: reason('not-solved'), serviceDueAt: instant('05-08 16:00') },
    ...{ assumed: false, serviceDuePolicy: 'TEST-1', policyVersion: 'TEST-1' },
    ...{ serviceDueFrom: instant('04-24 00:30'), escalatesAt: instant('04-26 00:30') },
  }),
]

/** Rows 21 to 34: a second round solves it; another order escalates to the city and is closed without a review. */
const second: ReadonlyArray<GoldenLine> = [
  ...line('04-24 01:00', people.r1, submitted('N3', 'r3', V2, recorded('04-24 01:00', '04-25 01:00'))),
  ...line('04-24 01:10', b, accepted(O1(2), 'O1-3', B1)),
  ...line('04-25 02:00', timer, {
    ...{ type: 'AnswerOverdue', ...ofNeed('N3', V2), dueAt: instant('04-25 01:00') },
  }),
  ...line('04-25 02:00', k2, {
    ...{ type: 'NeedApproved', ...ofNeed('N3', V2), minutesToAnswer: 1500, serviceClass: 'individual' },
    ...{ risks: noRisks, risksStated: false, approvedAt: instant('04-25 02:00') },
  }),
  ...line(
    '04-25 02:10',
    k2,
    placed('O2', 'N3', {
      ...{ time: '04-25 02:10', owner: V2 },
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
    ...{ type: 'NeedReferred', ...ofNeed('N4', V2), minutesToAnswer: 30, receiver: '12345' },
    reason: reason('municipal'),
  }),
  ...line('04-27 02:10', timer, escalated(V2, T2, true)),
  ...line('04-28 01:00', p2, escalated(T2, C, false)),
  ...line('04-28 01:40', people.g, accepted(O2(C), 'O2-1', { teamId: 'K', bodyId: 'K' })),
  ...line('04-30 09:20', timer, entered('R4', '04-30 09:20')),
  ...line('04-30 09:30', people.d, reported(O2(C), '04-30 09:30', { teamId: 'K', seated: ['d'] })),
  ...line('05-06 01:00', qc, verified('R4', 'qc')),
  ...line('05-07 09:30', timer, { type: 'ReviewLapsed', ...O2(C) }, closed(O2(C), 'unreviewed', ['d'])),
]

const burst = ['R6', 'R7', 'R8'] as const

/** Rows 36 to 50: bought hours are entered, verified, bring a star, are found and voided. */
const third: ReadonlyArray<GoldenLine> = [
  ...line('05-15 15:30', people.recorderV2, entered('R5', '05-15 15:30')),
  ...line('05-18 01:00', people.recorderV2, entered('R6', '05-18 01:00', ['late'])),
  ...line('05-18 01:02', people.recorderV2, entered('R7', '05-18 01:02', ['late'])),
  ...line('05-18 01:04', people.recorderV2, entered('R8', '05-18 01:04', ['late'])),
  ...line('05-18 01:04', timer, ...burst.map((name) => held(name, 'burst-1', 'burst'))),
  ...line('05-18 01:06', people.recorderV2, entered('R9', '05-18 01:06', ['late']), held('R9', 'overlap-1', 'overlap')),
  ...line('05-19 01:10', q2, verified('R5', 'q2')),
  ...line('05-19 02:00', q2, ...burst.flatMap((name) => [cleared(name, 'burst-1'), verified(name, 'q2')])),
  ...line('05-19 02:10', q2, { type: 'RecordRejected', ...copyDatedKeys('R9'), by: 'q2', reason: reason('overlap') }),
  ...line('05-20 01:00', b, { type: 'StarApplied', ...ofStar, level: 1, policyVersion: 'TEST-1' }),
  ...line('05-28 01:00', people.starAuthority, {
    ...{ type: 'StarGranted', ...ofStar, level: 1, supersedes: 0, minutes: 410, policyVersion: 'TEST-1' },
    records: refs('R2', 'R3', 'R8'),
  }),
  ...line('06-16 01:00', a, {
    ...{ type: 'CorrectionRequested', ...copyKeys('R1'), correctionId: 'fix-1', by: 'a', reason: reason('came-late') },
  }),
  ...line('06-16 07:00', q1, {
    ...{ type: 'RecordCorrected', ...standing('R1', 1, { minutes: 120 }), correctionId: 'fix-1', approver: 'q1' },
    ...{ segments: [interval('04-22 01:10', '04-22 03:10')], added: false, marks: [], reason: reason('came-late') },
    before: { minutes: 130, day: '2020-04-22', grade: 'system' },
  }),
  ...line('06-17 01:00', qc, ruled('RecordSuspended', 'R6', 1), ruled('RecordSuspended', 'R8', 1)),
  ...line('06-17 01:00', timer, {
    ...{ type: 'StarPutUnderExamination', volunteer: 'b', examination: 1, level: 1, minutes: 170, eligible: 0 },
    ...{ gateOpen: true, lost: refs('R8'), tell: false },
  }),
  ...line('06-17 08:00', qc, ruled('RecordVoided', 'R6', 2), ruled('RecordVoided', 'R8', 2)),
  ...line('06-19 01:00', people.starAuthority, {
    ...{ type: 'StarRevoked', volunteer: 'b', examination: 1, level: 1, reason: reason('hours-void') },
  }),
]

/** In the order of the log. */
export const goldenLines: ReadonlyArray<GoldenLine> = [...first, ...second, ...third]
