/** Logs for detectors: services as their events, each decoded by its slice's codec. */
import { plusMillis, type Instant, type StreamName, type StreamVersion, type Typed } from '@zhiyuan/kernel'
import { buildLog, type Line } from '@zhiyuan/testing'
import { policy } from '../policy.ts'
import { people } from '../fixtures/people.ts'
import { organisation } from '../slices/organisation/units/index.ts'
import { team } from '../slices/organisation/team/index.ts'
import { humans } from '../slices/people/humans/index.ts'
import { order } from '../slices/requests/order/index.ts'
import { record } from '../slices/hours/record/index.ts'
import { detect } from './detect.ts'
import type { Detector, Finding } from './detector.ts'
import type { Logged } from './facts/logged.ts'

type Event = Line['event']

/** A service of an order or a session that was recorded, and verified where it says so. */
export interface Served {
  readonly id: string
  readonly volunteer: string
  /** A session has none. */
  readonly requester?: string | null
  readonly proxy?: string | null
  readonly start: string
  readonly minutes: number
  /** The plan, where it is another than the service. */
  readonly plan?: { readonly start: string; readonly minutes: number }
  readonly review?: { readonly by: string; readonly rating: number } | null
  readonly followedUpBy?: string | null
  readonly grade?: string
  readonly recorder?: string | null
  readonly unit?: string
  readonly team?: string
  readonly lookUntil?: string | null
  /** Null: it waits. */
  readonly verified?: { readonly by: string; readonly at: string } | null
}

/** An instant some seconds later. */
export const later = (at: string, seconds: number): string => plusMillis(at as Instant, seconds * 1000)
export const interval = (start: string, minutes: number) => ({ start, end: later(start, minutes * 60) })
/** An instant of May 2020. */
export const may = (day: number, time = '01:00'): string => `2020-05-${String(day).padStart(2, '0')}T${time}:00.000Z`

const header = { opened: may(1), round: 1, handler: '131081104201' }

const orderEvents = (served: Served): ReadonlyArray<Event> => {
  const { id, volunteer, requester = 'r1', proxy = null, start, minutes, plan = { start, minutes } } = served
  const { review = null, followedUpBy = null } = served
  if (requester === null) return []
  const around = { orderId: id, ...header }
  return [
    {
      type: 'OrderPlaced',
      orderId: id,
      needId: `need-${id}`,
      needOpened: may(1),
      owner: header.handler,
      requester,
      contact: null,
      proxy,
      specialty: 'hardship-relief',
      serviceClass: 'individual',
      risks: { known: false, description: null },
      seats: 3,
      planned: null,
      day: null,
      intended: null,
      recordedAt: may(1),
      superviseFrom: may(1),
      superviseAt: null,
      serviceDueFrom: may(1),
      serviceDueAt: may(31),
      assumed: false,
      serviceDuePolicy: 'TEST-1',
      escalatesAt: null,
      policyVersion: 'TEST-1',
    },
    {
      type: 'OrderScheduled',
      ...around,
      planned: interval(plan.start, plan.minutes),
      missedAt: later(plan.start, 7200),
      policyVersion: 'TEST-1',
    },
    ...(review === null
      ? []
      : [
          {
            type: 'OrderReviewed',
            ...around,
            reviewer: review.by,
            as: review.by === proxy ? 'proxy' : 'requester',
            rating: review.rating,
            verdict: 'solved',
            comment: null,
            seated: [volunteer],
            reviewedAt: may(31),
            ownTeam: false,
            replaces: null,
            replaceableUntil: null,
            policyVersion: 'TEST-1',
          },
        ]),
    ...(followedUpBy === null
      ? []
      : [{ type: 'OrderFollowedUp', ...around, by: followedUpBy, verdict: 'solved', comment: null }]),
  ]
}

const recordLines = (served: Served): ReadonlyArray<Line> => {
  const { id, volunteer, requester, start, minutes, grade = 'system', recorder = null } = served
  const { unit = '131081104201', team: teamId = 'B1', lookUntil = null } = served
  const { verified = { by: 'q1', at: later(start, 86_400) } } = served
  const source = requester === null ? { type: 'session', sessionId: id } : { type: 'order', orderId: id, round: 1 }
  const ended = later(start, minutes * 60)
  const common = { volunteer, recordId: `R-${id}`, bodyId: unit }
  const worth = { minutes, day: start.slice(0, 10), grade }
  return [
    {
      at: ended,
      by: people.a,
      event: {
        type: 'RecordSubmitted',
        ...common,
        ...worth,
        source,
        segments: [interval(start, minutes)],
        content: 'hardship-relief',
        servedUnit: unit,
        home: null,
        rosterArea: null,
        recordingUnit: unit,
        teamId,
        recorder,
        responsible: 'b',
        marks: [],
        reason: null,
        recordedAt: ended,
        lookUntil,
        policyVersion: 'TEST-1',
      },
    },
    ...(verified === null
      ? []
      : [
          {
            at: verified.at,
            by: people.a,
            event: {
              type: 'RecordVerified',
              ...common,
              ...worth,
              source,
              servedUnit: unit,
              revision: 0,
              approver: verified.by,
              teamId,
              home: null,
            },
          },
        ]),
  ]
}

/** The events of one service. */
export const serve = (served: Served): ReadonlyArray<Line> => [
  ...orderEvents(served).map((event) => ({ at: may(31), by: people.a, event })),
  ...recordLines(served),
]

/** Events as they are, such as those of teams, units and merges. */
export const say = (...events: ReadonlyArray<Typed & object>): ReadonlyArray<Line> =>
  events.map((event) => ({ at: may(1), by: people.admin, event: event as Event }))

const streamOf = (data: object): string => {
  if ('recordId' in data && 'volunteer' in data) return `record-${String(data.volunteer)}`
  if ('orderId' in data) return `order-${String(data.orderId)}`
  return 'teamId' in data ? `team-${String(data.teamId)}` : 'county'
}

/** The log of these events in their order: each has its stream and the version there. */
export const logOf = (...lines: ReadonlyArray<ReadonlyArray<Line>>): ReadonlyArray<Logged> => {
  const versions = new Map<string, number>()
  return buildLog([order, record, team, organisation, humans, policy], lines.flat()).map((envelope) => {
    const stream = streamOf(envelope.data)
    const version = versions.get(stream) ?? 0
    versions.set(stream, version + 1)
    return { ...envelope, stream: stream as StreamName, version: version as StreamVersion }
  })
}

/** What one detector finds in these events. */
export const findIn = (detector: Detector, ...lines: ReadonlyArray<ReadonlyArray<Line>>): ReadonlyArray<Finding> =>
  detect(logOf(...lines), [detector])

/** Numbers from 0. */
export const times = <A>(count: number, make: (index: number) => A): ReadonlyArray<A> =>
  Array.from({ length: count }, (_, index) => make(index))
