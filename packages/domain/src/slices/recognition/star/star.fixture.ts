/** Stars of volunteer b for this package's tests: b's service, its reviews, and the events that lead to a star. */
import type { Typed } from '@zhiyuan/kernel'
import type { MakeTrial, Says, Trial } from '../../../fixtures/lifecycle.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import type { StarCommand } from './star.codec.ts'
import type { StarStateName } from './star.state.ts'

type Plain = Readonly<Record<string, unknown>>
export const reason = (code: string) => ({ code, text: null })

export interface Served {
  readonly volunteer?: string
  readonly recordId: string
  readonly minutes: number
  readonly grade?: string
  readonly source?: Plain
  /** From 00:00Z on; the day is 04-29 unless stated otherwise. */
  readonly day?: string
}
const session = { type: 'session', sessionId: 'S' }
const round = (number: number) => ({ type: 'order', orderId: 'O1', round: number })

/** b's service: the two rounds of O1, and 4 hours of a session that turn out not to have been served. */
export const R2: Served = { recordId: 'o.O1.1', minutes: 120, grade: 'attested', source: round(1), day: '2020-04-22' }
export const R3: Served = { recordId: 'o.O1.2', minutes: 50, grade: 'system', source: round(2), day: '2020-04-26' }
export const R8: Served = { recordId: 'R8', minutes: 240 }

const makeStanding = ({
  volunteer = 'b',
  recordId,
  minutes,
  grade = 'manual',
  source = session,
  day = '2020-04-29',
}: Served) => ({
  volunteer,
  recordId,
  bodyId: units.V2,
  minutes,
  day,
  grade,
  source,
  servedUnit: units.V2,
})

const makeSegment = ({ day = '2020-04-29', minutes }: Served) => {
  const two = (n: number): string => String(n).padStart(2, '0')
  const end = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  return { start: `${day}T00:00:00.000Z`, end: `${day}T${end}:00.000Z` }
}

/** A record that was entered and verified: it counts. */
export const verified = (served: Served): ReadonlyArray<Typed & Plain> => {
  return [
    {
      type: 'RecordSubmitted',
      ...makeStanding(served),
      segments: [makeSegment(served)],
      content: 'culture-arts',
      recordingUnit: units.V1,
      home: units.V1,
      rosterArea: null,
      teamId: null,
      recorder: 'k2',
      responsible: 'q2',
      marks: [],
      reason: null,
      recordedAt: '2020-05-18T01:00:00.000Z',
      lookUntil: null,
      policyVersion: 'TEST-1',
    },
    {
      type: 'RecordVerified',
      ...makeStanding(served),
      revision: 0,
      approver: 'q2',
      teamId: null,
      home: units.V1,
    },
  ]
}
export const suspended = (served: Served) => ({
  type: 'RecordSuspended',
  ...makeStanding(served),
  revision: 1,
  by: 'qc',
  reason: reason('not-there'),
})
export const reinstated = (served: Served) => ({
  type: 'RecordReinstated',
  ...makeStanding(served),
  revision: 2,
  by: 'qc',
  reason: reason('was-there'),
})
export const voided = (served: Served) => ({
  type: 'RecordVoided',
  ...makeStanding(served),
  revision: 2,
  by: 'qc',
  reason: reason('not-there'),
})
export const corrected = (served: Served, minutes: number) => ({
  type: 'RecordCorrected',
  ...makeStanding({ ...served, minutes }),
  recordingUnit: '131081104201',
  revision: 1,
  correctionId: 'fix-1',
  approver: 'q1',
  segments: [makeSegment({ ...served, minutes })],
  added: false,
  enteredAt: '2020-06-16T07:00:00.000Z',
  marks: [],
  before: { minutes: served.minutes, day: makeStanding(served).day, grade: makeStanding(served).grade },
  reason: reason('came-late'),
})

/** b's service, with the later events of its records. */
export const serving = (records: ReadonlyArray<Served>, ...later: ReadonlyArray<Typed & Plain>) => ({
  'record-b': [...records.flatMap(verified), ...later] as ReadonlyArray<Typed & Plain>,
})

/** The review that closed a round of O1; a later one has a later place in the order's stream. */
export const reviewed = (number: number, rating: number, orderVersion = number === 1 ? 14 : 25) => ({
  type: 'ReviewNoted',
  volunteer: 'b',
  orderId: 'O1',
  round: number,
  rating,
  reviewer: 'r1',
  orderVersion,
})
/** 2 for the first round and 5 for the second: the mean is 3.50, exactly at the gate. */
export const reviews = [reviewed(1, 2), reviewed(2, 5)]

const cited = { policyVersion: 'TEST-1', guardVersion: 'TEST-1' }
/** The terms of TEST-1 that guard less than their defaults. */
export const laxer = [
  'attendance.told',
  'records.publishedSessions',
  'records.secondLook',
  'stars.manualShare',
] as const
const ref = { volunteer: 'b', applicationId: 'star-b-1' }
const listRefs = (...served: ReadonlyArray<Served>) => served.map(({ recordId }) => ({ volunteer: 'b', recordId }))

export const applied = (level = 1, applicationId = 'star-b-1') => ({
  type: 'StarApplied',
  volunteer: 'b',
  applicationId,
  level,
  ...cited,
})
export const examined = (heard = 0) => ({
  type: 'ApplicationExamined',
  ...ref,
  heard,
  examiner: 's',
  minutes: 410,
  manual: 240,
})
export const noticeOpened = (endsAt = '2020-05-27T16:00:00.000Z') => ({
  type: 'NoticeOpened',
  ...ref,
  heard: 0,
  openedAt: '2020-05-20T02:00:00.000Z',
  endsAt,
  assumed: false,
  policyVersion: 'TEST-1',
})
export const objected = { type: 'ObjectionRaised', ...ref, by: 'c', reason: reason('was-not-there') }
export const refused = { type: 'ApplicationRefused', ...ref, reason: reason('unfit') }
export const lapsed = { type: 'ApplicationLapsed', ...ref, level: 1, eligible: 0, tell: false }
export const granted = (level = 1, records: ReadonlyArray<Served> = [R2, R3, R8]) => ({
  type: 'StarGranted',
  ...ref,
  level,
  supersedes: 0,
  minutes: records.reduce((sum, { minutes }) => sum + minutes, 0),
  manual: 240,
  ...cited,
  laxer,
  records: listRefs(...records),
})
export const questioned = (examination = 1, level = 1) => ({
  type: 'StarPutUnderExamination',
  volunteer: 'b',
  examination,
  level,
  minutes: 170,
  manual: 0,
  eligible: 0,
  gateOpen: true,
  lost: listRefs(R8),
  tell: false,
})
export const revoked = (examination = 1) => ({
  type: 'StarRevoked',
  volunteer: 'b',
  examination,
  level: 1,
  reason: reason('hours-void'),
})

/** The events that lead to a star of a level. */
export const toNotice = (level = 1): ReadonlyArray<Typed> => [...reviews, applied(level), examined(), noticeOpened()]
export const toGranted = (level = 1, records: ReadonlyArray<Served> = [R2, R3, R8]): ReadonlyArray<Typed> => [
  ...toNotice(level),
  granted(level, records),
]

/** 15 hours more, with which b is eligible for star 3. */
const R21: Served = { recordId: 'R21', minutes: 900, day: '2020-05-02' }
const rich = [R2, R3, R8, R21]

const pasts: Readonly<Record<StarStateName, ReadonlyArray<Typed>>> = {
  None: [],
  Applied: [...reviews, applied(2)],
  Examined: [...reviews, applied(2), examined()],
  Notice: toNotice(2),
  Objected: [...toNotice(2), objected],
  Granted: toGranted(2, rich),
  UnderExamination: [...toGranted(2, rich), questioned(1, 2)],
  Refused: [...reviews, applied(2), examined(), refused],
  Lapsed: [...reviews, applied(2), lapsed],
  Revoked: [...toGranted(2, rich), questioned(1, 2), revoked()],
}

const endings: ReadonlyArray<StarCommand['type']> = ['UpholdStar', 'LowerStar', 'RevokeStar']
/** A command about a loss is sent when R21 is void: 410 minutes are left, enough for star 1. */
const aboutLoss: ReadonlyArray<StarCommand['type']> = ['ReexamineStar', ...endings]

const openStates: ReadonlyArray<StarStateName> = ['Applied', 'Examined', 'Notice', 'Objected']

/** If an examination ends while an application is open, its star came from an earlier application. */
const findPast = (state: StarStateName, command: StarCommand['type']): ReadonlyArray<Typed> => {
  const past = pasts[state]
  if (!endings.includes(command) || !openStates.includes(state)) return past
  const earlier = toGranted(2, rich).map((event) => ({
    ...event,
    ...('applicationId' in event && { applicationId: 'star-b-0' }),
  }))
  return [...earlier, ...past, questioned(1, 2)]
}

export const starTrial: MakeTrial<StarStateName, StarCommand> = (state, type) => {
  const says: Says<StarCommand, 'volunteer'> = {
    NoteReview: { orderId: 'O2', round: 1, rating: 4, reviewer: 'r1', orderVersion: 9 },
    ApplyForStar: { applicationId: state === 'None' ? 'star-b-1' : 'star-b-2', level: state === 'Granted' ? 3 : 2 },
    ExamineApplication: { applicationId: 'star-b-1', heard: state === 'Objected' ? 1 : 0 },
    OpenNotice: { applicationId: 'star-b-1', heard: state === 'Objected' ? 1 : 0 },
    RaiseObjection: { applicationId: 'star-b-1', reason: reason('was-not-there') },
    RefuseApplication: { applicationId: 'star-b-1', reason: reason('unfit') },
    GrantStar: { applicationId: 'star-b-1' },
    ReexamineStar: { tell: true },
    UpholdStar: { examination: state === 'Revoked' ? 2 : 1, reason: reason('served-since') },
    LowerStar: { examination: state === 'Revoked' ? 2 : 1, level: 1, reason: reason('hours-void') },
    RevokeStar: { examination: 1, reason: reason('hours-void') },
  }
  const actors: Readonly<Partial<Record<StarCommand['type'], Trial<StarCommand>['actor']>>> = {
    NoteReview: timer,
    ReexamineStar: timer,
    ApplyForStar: people.b,
    RaiseObjection: people.c,
  }
  return {
    past: findPast(state, type),
    knowing: serving(rich, ...(aboutLoss.includes(type) ? [suspended(R21), voided(R21)] : [])),
    command: { volunteer: 'b', ...says[type], type } as Trial<StarCommand>['command'],
    now: type === 'RaiseObjection' ? '2020-05-27T15:00:00.000Z' : '2020-05-28T01:00:00.000Z',
    actor: actors[type] ?? people.starAuthority,
  }
}
