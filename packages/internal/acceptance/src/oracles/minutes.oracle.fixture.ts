/**
 * Minutes, span, day and visit of records (H13, H6, H21).
 *
 * Choice: a presence has at least one segment; each ends after it starts, and none starts before the one ahead of it has ended. Two that touch are allowed.
 * Choice: the span, first start to last end, breaks included, is closed: the longest plan + the check-out term itself passes.
 * Choice: "in a day" is a local day of one human, over all records given and all bodies: a record is split at the local midnight,
 * and each piece is floored to minutes. A single record of more than 16 h in one day is the simplest case.
 * Choice: more than the limit is strict, 960 minutes pass. The record that takes the day past the limit, in the order of entry, and each later one of that day are
 * caught; H12 alone says "the earlier ones too". Caps (H6) follow the same order, as marks.
 * Choice: the event of a cap is one order's round or session, over all its days.
 * Choice: a visit belongs to the local day on which its record starts (S7).
 * Choice: a chain (H21) is told in the order of service, not of entry, over all places and days; a gap of 30 minutes itself adjoins, and so does an overlap. `system`
 * records neither join nor break it. The fifth and each later record of one chain carries the mark.
 */
import { day, localDay, startDay } from './calendar.oracle.fixture.ts'

export interface Segment {
  readonly start: number
  readonly end: number
}

export interface Visit {
  readonly record: string
  readonly human: string
  readonly place: string
  readonly grade: 'system' | 'attested' | 'manual'
  readonly segments: readonly Segment[]
}

const floorMinutes = ({ start, end }: Segment): number => Math.floor((end - start) / 60_000)

export const countMinutes = (segments: readonly Segment[]): number =>
  segments.reduce((sum, segment) => sum + floorMinutes(segment), 0)

const measureSpan = (segments: readonly Segment[]): Segment => ({
  start: Math.min(...segments.map(({ start }) => start)),
  end: Math.max(...segments.map(({ end }) => end)),
})

export interface SpanTerms {
  readonly longestPlanMinutes: number
  readonly checkOutMinutes: number
}

export type PresenceFault = 'no-segment' | 'segment-backwards' | 'segments-overlap' | 'span-too-long' | 'other-minutes'

/** Tells the first reason to refuse a presence; null where it stands. `stated` is what a Backfill says, null for other records. */
export const findFault = (
  segments: readonly Segment[],
  stated: number | null,
  terms: SpanTerms,
): PresenceFault | null => {
  if (segments.length === 0) return 'no-segment'
  if (segments.some(({ start, end }) => end <= start)) return 'segment-backwards'
  if (segments.some(({ start }, index) => index > 0 && start < segments[index - 1]!.end)) return 'segments-overlap'
  const { start, end } = measureSpan(segments)
  if (end - start > (terms.longestPlanMinutes + terms.checkOutMinutes) * 60_000) return 'span-too-long'
  return stated !== null && stated !== countMinutes(segments) ? 'other-minutes' : null
}

/** Splits the minutes of segments by local day. */
const splitMinutes = (segments: readonly Segment[], offsetMinutes: number): ReadonlyMap<string, number> => {
  const days = new Map<string, number>()
  for (const { start, end } of segments) {
    for (let from = start; from < end;) {
      const date = localDay(from, offsetMinutes)
      const to = Math.min(end, startDay(date, offsetMinutes) + day)
      days.set(date, (days.get(date) ?? 0) + floorMinutes({ start: from, end: to }))
      from = to
    }
  }
  return days
}

/** Tells the records, in the order of entry, at which a running sum of some key stands above the limit. */
const findExcess = (
  records: readonly Visit[],
  measure: (record: Visit) => ReadonlyMap<string, number>,
  limit: number,
): readonly string[] => {
  const sums = new Map<string, number>()
  return records
    .filter((record) => {
      const parts = [...measure(record)].map(([key, minutes]) => {
        const sum = (sums.get(`${record.human} ${key}`) ?? 0) + minutes
        sums.set(`${record.human} ${key}`, sum)
        return sum
      })
      return parts.some((sum) => sum > limit)
    })
    .map(({ record }) => record)
}

/** Records held for more than 16 h of one human in one local day. Rejected, withdrawn and voided ones are not given. */
export const holdLongDays = (records: readonly Visit[], dayHold: number, offsetMinutes: number): readonly string[] =>
  findExcess(records, ({ segments }) => splitMinutes(segments, offsetMinutes), dayHold)

/** Records marked for the daily cap. */
export const markDays = (records: readonly Visit[], cap: number, offsetMinutes: number): readonly string[] =>
  findExcess(records, ({ segments }) => splitMinutes(segments, offsetMinutes), cap)

/** Records marked for the cap of one order or session. */
export const markEvents = (records: readonly Visit[], cap: number): readonly string[] =>
  findExcess(records, ({ place, segments }) => new Map([[place, countMinutes(segments)]]), cap)

/** One visit is one human in one order or session on one local day. */
export const countVisits = (records: readonly Visit[], offsetMinutes: number): number =>
  new Set(
    records.map(({ human, place, segments }) =>
      JSON.stringify([human, place, localDay(measureSpan(segments).start, offsetMinutes)]),
    ),
  ).size

export interface ChainTerms {
  readonly gapMinutes: number
  readonly most: number
}

const orderSpans = (records: readonly Visit[]) =>
  records
    .map(({ record, segments }) => ({ record, ...measureSpan(segments) }))
    .sort((a, b) => a.start - b.start || a.end - b.end || (a.record < b.record ? -1 : 1))

/** Records marked as links of a chain. */
export const markChains = (records: readonly Visit[], { gapMinutes, most }: ChainTerms): readonly string[] => {
  const marked: string[] = []
  for (const human of new Set(records.map((record) => record.human))) {
    let links = 0
    let chainEnd = -Infinity
    for (const span of orderSpans(records.filter((one) => one.human === human && one.grade !== 'system'))) {
      links = span.start - chainEnd <= gapMinutes * 60_000 ? links + 1 : 1
      chainEnd = Math.max(chainEnd, span.end)
      if (links > most) marked.push(span.record)
    }
  }
  return marked
}
