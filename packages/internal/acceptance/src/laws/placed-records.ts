/**
 * No record beyond what the log can place (H2a). What counts lies within a presence that the log knows of its volunteer; or, for an order, within
 * its planned time or from the first check-in to the report, of a person who was seated in the round; for a session, within the time of one that
 * was published before it began, each by 30 minutes; or a named person has ruled that it took place all the same.
 */
import { occasionKey, type Occasion } from '@zhiyuan/domain'
import type { WorldLaw } from '@zhiyuan/testing'
import { broken, followLog, handle } from './following.ts'
import { followHumans } from './humans.ts'

interface Span {
  readonly start: string
  readonly end: string
}

/** The county's policy lets a record reach so far beyond. */
const fitMs = 30 * 60_000
const lies = ({ start, end }: Span, within: Span): boolean =>
  Date.parse(start) >= Date.parse(within.start) - fitMs && Date.parse(end) <= Date.parse(within.end) + fitMs

/** One order round or one session, as the log tells of it. */
interface Place {
  readonly planned: ReadonlyArray<Span>
  readonly seated: ReadonlyArray<string>
  readonly firstCheckIn: string | null
  readonly reported: string | null
  /** What each volunteer's presence came to, by any event. */
  readonly stays: ReadonlyArray<{ readonly volunteer: string; readonly segments: ReadonlyArray<Span> }>
}
const nowhere: Place = { planned: [], seated: [], firstCheckIn: null, reported: null, stays: [] }

interface Told {
  readonly volunteer: string
  readonly source: Occasion
  readonly segments: ReadonlyArray<Span>
  readonly ruled: boolean
}

const followPlaces = () => {
  const places = new Map<string, Place>()
  const findPlace = (key: string): Place => places.get(key) ?? nowhere
  const change = (key: string, more: (place: Place) => Partial<Place>): void => {
    places.set(key, { ...findPlace(key), ...more(findPlace(key)) })
  }
  const ofRound = ({ orderId, round }: { readonly orderId: string; readonly round: number }): string =>
    `o.${orderId}.${round}`
  const plan = (event: { readonly orderId: string; readonly round: number; readonly planned: Span | null }): void => {
    const { planned } = event
    if (planned !== null) change(ofRound(event), (place) => ({ planned: [...place.planned, planned] }))
  }
  const stay = (event: {
    readonly occasion: Occasion
    readonly volunteer: string
    readonly segments: ReadonlyArray<Span>
  }): void => {
    const { occasion, volunteer, segments } = event
    change(occasionKey(occasion), ({ stays }) => ({ stays: [...stays, { volunteer, segments }] }))
  }
  const take = handle({
    OrderAccepted: plan,
    ServiceTimeSet: plan,
    ServiceTimeAgreed: plan,
    OrderScheduled: plan,
    SeatTaken: (event) => {
      change(ofRound(event), ({ seated }) => ({ seated: [...seated, event.volunteer] }))
    },
    AssignmentSubstituted: ({ occasion, by }) => {
      change(occasionKey(occasion), ({ seated }) => ({ seated: [...seated, by] }))
    },
    CheckedIn: ({ occasion, at }) => {
      change(occasionKey(occasion), ({ firstCheckIn }) => ({
        firstCheckIn: firstCheckIn === null || at < firstCheckIn ? at : firstCheckIn,
      }))
    },
    ServiceReported: (event) => {
      change(ofRound(event), () => ({ reported: event.reportedAt }))
    },
    SessionPublished: ({ sessionId, planned, publishedAt }) => {
      if (publishedAt < planned.start) change(`s.${sessionId}`, () => ({ planned: [planned] }))
    },
    CheckedOut: stay,
    PresenceCaptured: stay,
    AttendanceConfirmed: stay,
    CaptureTakenOver: stay,
    PresenceProven: stay,
  })
  return { findPlace, take }
}

export const placedRecords: WorldLaw = {
  name: 'H2a: no record counts beyond what the log can place',
  watch: (loop) => {
    const follow = followLog(loop)
    const humans = followHumans()
    const { findPlace, take } = followPlaces()
    const told = new Map<string, Told>()
    const nameRecord = ({ volunteer, recordId }: { readonly volunteer: string; readonly recordId: string }) =>
      `${volunteer} ${recordId}`
    const say = (event: Omit<Told, 'ruled'> & { readonly recordId: string }): void => {
      const { volunteer, source, segments } = event
      told.set(nameRecord(event), { volunteer, source, segments, ruled: false })
    }
    const rule = (event: { readonly volunteer: string; readonly recordId: string }): void => {
      const record = told.get(nameRecord(event))
      if (record !== undefined) told.set(nameRecord(event), { ...record, ruled: true })
    }
    const isPlaced = ({ volunteer, source, segments, ruled }: Told): boolean => {
      const { planned, seated, firstCheckIn, reported, stays } = findPlace(occasionKey(source))
      const own = stays.filter((one) => humans.isOneHuman(one.volunteer, volunteer)).flatMap((one) => one.segments)
      const served = firstCheckIn === null || reported === null ? [] : [{ start: firstCheckIn, end: reported }]
      const isSeated = source.type === 'session' || seated.some((one) => humans.isOneHuman(one, volunteer))
      const windows = isSeated ? [...planned, ...served, ...own] : own
      return ruled || segments.every((segment) => windows.some((window) => lies(segment, window)))
    }
    const count = (event: { readonly volunteer: string; readonly recordId: string }): void => {
      const record = told.get(nameRecord(event))
      if (record !== undefined && !isPlaced(record))
        broken(
          `${nameRecord(event)} counts ${JSON.stringify(record.segments)}, beyond ${JSON.stringify(findPlace(occasionKey(record.source)))}`,
        )
    }
    const takeRecord = handle({
      RecordSubmitted: say,
      RecordResubmitted: say,
      RecordCorrected: (event) => {
        say(event)
        count(event)
      },
      TookPlaceRuled: rule,
      RecordVerified: count,
      RecordReinstated: count,
    })
    const check = (): void => {
      for (const written of follow()) {
        humans.take(written.data)
        take(written)
        takeRecord(written)
      }
    }
    return { done: check, rested: check }
  },
}
