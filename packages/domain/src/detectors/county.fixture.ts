/** Logs for detectors: services as their events. */
import * as E from 'fp-ts/lib/Either.js'
import { expect } from 'vitest'
import { plusMillis, type Instant, type Typed } from '@zhiyuan/kernel'
import { nationalDefaultPolicy } from '../presets/policies.ts'
import { detect } from './detect.ts'
import type { Detector, Finding } from './detector.ts'
import type { Logged } from './facts/logged.ts'

type Event = Typed & Readonly<Record<string, unknown>>
/** An event, and when it was recorded. */
export interface Line {
  readonly at: string
  readonly event: Event
}

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
  readonly review?: { readonly by: string; readonly rating: number; readonly verdict?: string } | null
  readonly followedUpBy?: string | null
  readonly grade?: string
  readonly recorder?: string | null
  readonly unit?: string
  readonly team?: string
  readonly lookUntil?: string | null
  /** That of its line, where it is of a sheet. */
  readonly recordId?: string
  /** The one who verified it had returned it before. */
  readonly returned?: boolean
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
      serviceDuePolicy: 'HABITS-1',
      escalatesAt: null,
      policyVersion: 'HABITS-1',
    },
    {
      type: 'OrderScheduled',
      ...around,
      planned: interval(plan.start, plan.minutes),
      missedAt: later(plan.start, 7200),
      policyVersion: 'HABITS-1',
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
            verdict: review.verdict ?? 'solved',
            comment: null,
            seated: [volunteer],
            reviewedAt: may(31),
            ownTeam: false,
            replaces: null,
            replaceableUntil: null,
            policyVersion: 'HABITS-1',
          },
        ]),
    ...(followedUpBy === null
      ? []
      : [{ type: 'OrderFollowedUp', ...around, by: followedUpBy, verdict: 'solved', comment: null }]),
  ]
}

const recordLines = (served: Served): ReadonlyArray<Line> => {
  const { id, volunteer, requester, start, minutes, grade = 'system', recorder = null } = served
  const { unit = '131081104201', team: teamId = 'B1', lookUntil = null, returned = false } = served
  const { recordId = `R-${id}` } = served
  const { verified = { by: 'q1', at: later(start, 86_400) } } = served
  const source = requester === null ? { type: 'session', sessionId: id } : { type: 'order', orderId: id, round: 1 }
  const ended = later(start, minutes * 60)
  const common = { volunteer, recordId, bodyId: unit }
  const worth = { minutes, day: start.slice(0, 10), grade }
  return [
    {
      at: ended,
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
        policyVersion: 'HABITS-1',
      },
    },
    ...(returned && verified !== null
      ? [
          {
            at: verified.at,
            event: {
              type: 'RecordReturned',
              ...common,
              day: worth.day,
              grade,
              by: verified.by,
              reason: { code: 'look-again', text: null },
            },
          },
        ]
      : []),
    ...(verified === null
      ? []
      : [
          {
            at: verified.at,
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
  ...orderEvents(served).map((event) => ({ at: may(31), event })),
  ...recordLines(served),
]

/** Events as they are, such as those of teams, units and merges. */
export const say = (...events: ReadonlyArray<Event>): ReadonlyArray<Line> =>
  events.map((event) => ({ at: may(1), event }))

const nameStream = (data: object): string => {
  if ('recordId' in data && 'volunteer' in data) return `record-${String(data.volunteer)}`
  if ('occasion' in data)
    return `at-${JSON.stringify(data.occasion)}.${'volunteer' in data ? String(data.volunteer) : ''}`
  if ('orderId' in data) return `order-${String(data.orderId)}`
  return 'teamId' in data ? `team-${String(data.teamId)}` : 'county'
}

/** The log of these events in the order in which they were recorded: each has its stream and the version there. */
export const buildFacts = (...lines: ReadonlyArray<ReadonlyArray<Line>>): ReadonlyArray<Logged> => {
  const versions = new Map<string, number>()
  const recorded = lines.flat().sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))
  return recorded.map(({ at: recordedAt, event: data }) => {
    const stream = nameStream(data)
    const version = versions.get(stream) ?? 0
    versions.set(stream, version + 1)
    // A test decodes what this file makes.
    return { id: `${stream}.${version}`, stream, version, recordedAt, data } as unknown as Logged
  })
}

/** What is found in a log; fails where it is refused. */
export const detectAll = (...asked: Parameters<typeof detect>): ReadonlyArray<Finding> => {
  const found = detect(...asked)
  expect(found).toHaveProperty('right')
  return E.isRight(found) ? found.right : []
}

/** What one detector finds in these events. */
export const findAmong = (detector: Detector, ...lines: ReadonlyArray<ReadonlyArray<Line>>): ReadonlyArray<Finding> =>
  detectAll(buildFacts(...lines), [detector])

/** Numbers from 0. */
export const times = <A>(count: number, make: (index: number) => A): ReadonlyArray<A> =>
  Array.from({ length: count }, (_, index) => make(index))

/** The policy by which all services were recorded. */
export const adopted = say({ type: 'PolicyAdopted', ...nationalDefaultPolicy, adoptedAt: may(1) })
