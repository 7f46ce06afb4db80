/** The service done: its segments and minutes (H13), its day and marks (H4, H6). */
import * as E from 'fp-ts/lib/Either.js'
import { futureBoundMs, msPerDay, plusMillis, toMillis, type Instant, type LocalDay } from '@zhiyuan/kernel'
import {
  findLocalDay,
  computeDue,
  findGuardPolicy,
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
import { findLatestEnd } from '../record.span.ts'
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

/** H13: one record is one presence. */
const refuseSpan = (policies: PolicyBook, segments: Segments): RecordRejection | null => {
  const start = findStart(segments)
  const latest = findLatestEnd(policies, start)
  if (E.isLeft(latest)) return latest.left
  const end = segments.at(-1)?.end ?? start
  return end > latest.right ? { type: 'SpanTooLong', latestEnd: latest.right } : null
}

/** What a person may enter: one presence, and at most a day of it without a break. */
export const refuseEntered = (
  policies: PolicyBook,
  { segments, minutes }: { readonly segments: Segments; readonly minutes: Minutes },
  now: Instant,
): RecordRejection | null => {
  const segment = segments.findIndex(({ start, end }) => toMillis(end) - toMillis(start) > msPerDay)
  if (segment !== -1) return { type: 'SegmentUnfit', segment, because: 'too-long' }
  return refuseServed(segments, minutes, now) ?? refuseSpan(policies, segments)
}

/** H9: whether some new segment lies outside the old ones. */
export const addsTime = ({ segments: before }: Pick<ServiceRecord, 'segments'>, after: Segments): boolean =>
  !after.every((one) => before.some(({ start, end }) => start <= one.start && one.end <= end))

/** H9: added time makes the record `manual`. */
export const judgeGrade = (record: Pick<ServiceRecord, 'segments' | 'grade'>, after: Segments): EvidenceGrade =>
  addsTime(record, after) ? 'manual' : record.grade

const findStart = ([first]: Segments): Instant => (first as Interval).start

/**
 * The local day of the first segment's start (S7), and the policy by which records of that day are judged. Its terms guard truth, so one that was
 * adopted later with a date before never reaches back (G5). Of a day before the first policy the one that covers it later holds.
 */
export interface ServiceDay {
  readonly day: LocalDay
  readonly policy: Policy
}

export const serviceDay = (policies: PolicyBook, segments: Segments): E.Either<PolicyMissing, ServiceDay> => {
  const start = findStart(segments)
  const policy = findGuardPolicy(policies, start) ?? findPolicy(policies, start)
  return policy === null
    ? E.left(policyMissing(policies, start))
    : E.right({ day: findLocalDay(policy, start), policy })
}

interface Span {
  readonly from: number
  readonly to: number
}
const measureSpan = (segments: Segments): Span => ({
  from: toMillis(findStart(segments)),
  to: toMillis(segments.at(-1)?.end ?? findStart(segments)),
})

/** The record to mark, and the human's other records. */
export interface Marked {
  readonly source: Occasion
  readonly segments: Segments
  readonly minutes: Minutes
  readonly grade: EvidenceGrade
  readonly recordedAt: Instant
  /** All other records of the same human. */
  readonly beside: ReadonlyArray<ServiceRecord>
}

const total = (records: ReadonlyArray<ServiceRecord>, of: (record: ServiceRecord) => boolean): number =>
  records.reduce((sum, record) => (isLive(record) && of(record) ? sum + record.minutes : sum), 0)

/** H21: with this record, more than the policy's records of this human adjoin, at most its gap apart, each made without an own check-out. */
const isInChain = (policies: PolicyBook, { grade, segments, beside }: Marked): boolean => {
  const start = findStart(segments)
  const policy = findGuardPolicy(policies, start)
  const terms = policy === null ? null : readTerms(recordTerms, policy).chain
  if (terms === null || grade === 'system') return false
  const spans = beside.filter((one) => isLive(one) && one.grade !== 'system').map((one) => measureSpan(one.segments))
  const reach = { ...measureSpan(segments) }
  let joined: ReadonlyArray<Span>
  const left = new Set(spans)
  do {
    joined = [...left].filter(
      (one) => one.from <= reach.to + terms.gap * 60_000 && reach.from <= one.to + terms.gap * 60_000,
    )
    for (const one of joined) {
      left.delete(one)
      reach.from = Math.min(reach.from, one.from)
      reach.to = Math.max(reach.to, one.to)
    }
  } while (joined.length > 0)
  return spans.length - left.size + 1 > terms.most
}

/** H4, H6: marks never cut minutes; the caps are those of the service day. */
export const listMarks = (policies: PolicyBook, { day, policy }: ServiceDay, marked: Marked): ReadonlyArray<Mark> => {
  const { late: lateTerm, caps } = readTerms(recordTerms, policy)
  const { source, segments, minutes, recordedAt, beside } = marked
  const end = segments.at(-1)?.end ?? recordedAt
  const late = recordedAt >= computeDue(policies, policy, { term: lateTerm, from: end }).dueAt
  const ofDay = minutes + total(beside, (record) => record.day === day)
  const ofEvent = minutes + total(beside, (record) => isSameOccasion(record.source, source))
  return [
    ...(late ? ['late' as const] : []),
    ...(ofDay > caps.perDay ? ['over-day-cap' as const] : []),
    ...(ofEvent > caps.perEvent ? ['over-event-cap' as const] : []),
    ...(isInChain(policies, marked) ? ['chain' as const] : []),
  ]
}
