/** The service done: its segments and minutes (H13), its day and marks (H4, H6). */
import * as E from 'fp-ts/lib/Either.js'
import { futureBoundMs, msPerDay, plusMillis, toMillis, type Instant, type LocalDay } from '@zhiyuan/kernel'
import {
  findLocalDay,
  computeDue,
  findPolicy,
  policyMissing,
  readTerms,
  type Policy,
  type PolicyBook,
} from '../../../organisation/policy/policy.read.ts'
import { sumMinutes } from '../../../../vocabulary/minutes.ts'
import type { PolicyMissing } from '../../../../vocabulary/rejections.ts'
import type { EvidenceGrade, Interval, Minutes, Segments } from '../../../../vocabulary/values.ts'
import type { Mark } from '../record.codec.ts'
import { isSameOccasion, type Occasion } from '../../../../vocabulary/occasion.ts'
import type { RecordRejection } from '../record.rejection.ts'
import { isLive, type ServiceRecord } from '../record.state.ts'
import { recordTerms } from '../record.terms.ts'

const findFlaw = ({ start, end }: Interval, before: Interval | undefined, latest: Instant) => {
  if (end <= start) return 'not-rising' as const
  if (before !== undefined && start < before.end) return 'overlaps' as const
  return end > latest ? ('in-future' as const) : null
}

/** H1, H13: the segments are in order, do not overlap and are over; the minutes are as stated, and more than 0. */
export const refuseServed = (segments: Segments, stated: Minutes, now: Instant): RecordRejection | null => {
  const latest = plusMillis(now, futureBoundMs)
  for (const [segment, one] of segments.entries()) {
    const because = findFlaw(one, segments[segment - 1], latest)
    if (because !== null) return { type: 'SegmentUnfit', segment, because }
  }
  const sum = sumMinutes(segments)
  if (sum === 0) return { type: 'NothingServed' }
  return sum === stated ? null : { type: 'MinutesDiffer', stated, sum }
}

/** What a person may enter: at most a day of presence without a break. */
export const refuseEntered = (segments: Segments, stated: Minutes, now: Instant): RecordRejection | null => {
  const segment = segments.findIndex(({ start, end }) => toMillis(end) - toMillis(start) > msPerDay)
  return segment === -1 ? refuseServed(segments, stated, now) : { type: 'SegmentUnfit', segment, because: 'too-long' }
}

/** H9: whether some new segment lies outside the old ones. */
export const addsTime = ({ segments: before }: Pick<ServiceRecord, 'segments'>, after: Segments): boolean =>
  !after.every((one) => before.some(({ start, end }) => start <= one.start && one.end <= end))

/** H9: added time makes the record `manual`. */
export const judgeGrade = (record: Pick<ServiceRecord, 'segments' | 'grade'>, after: Segments): EvidenceGrade =>
  addsTime(record, after) ? 'manual' : record.grade

const findStart = ([first]: Segments): Instant => (first as Interval).start

/** The local day of the first segment's start, and the policy of that day (G5, S7). */
export interface ServiceDay {
  readonly day: LocalDay
  readonly policy: Policy
}

export const serviceDay = (policies: PolicyBook, segments: Segments): E.Either<PolicyMissing, ServiceDay> => {
  const start = findStart(segments)
  const policy = findPolicy(policies, start)
  return policy === null
    ? E.left(policyMissing(policies, start))
    : E.right({ day: findLocalDay(policy, start), policy })
}

/** The record to mark, and the human's other records. */
export interface Marked {
  readonly source: Occasion
  readonly segments: Segments
  readonly minutes: Minutes
  readonly recordedAt: Instant
  /** All other records of the same human. */
  readonly beside: ReadonlyArray<ServiceRecord>
}

const total = (records: ReadonlyArray<ServiceRecord>, of: (record: ServiceRecord) => boolean): number =>
  records.reduce((sum, record) => (isLive(record) && of(record) ? sum + record.minutes : sum), 0)

/** H4, H6: marks never cut minutes; the caps are those of the service day. */
export const listMarks = (policies: PolicyBook, { day, policy }: ServiceDay, marked: Marked): ReadonlyArray<Mark> => {
  const { late: lateTerm, caps } = readTerms(recordTerms, policy)
  const { source, segments, minutes, recordedAt, beside } = marked
  const late = recordedAt >= computeDue(policies, policy, { term: lateTerm, from: findStart(segments) }).dueAt
  const ofDay = minutes + total(beside, (record) => record.day === day)
  const ofEvent = minutes + total(beside, (record) => isSameOccasion(record.source, source))
  return [
    ...(late ? ['late' as const] : []),
    ...(ofDay > caps.perDay ? ['over-day-cap' as const] : []),
    ...(ofEvent > caps.perEvent ? ['over-event-cap' as const] : []),
  ]
}
