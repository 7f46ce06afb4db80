/** What one human did in one local day, over all records and bodies (H13). */
import { addDays, localDay, minutesBetween, startOfDay, type Instant, type LocalDay, type Zone } from '@zhiyuan/kernel'
import type { HoldId } from '../../../../vocabulary/ids.ts'
import type { Interval, Segments } from '../../../../vocabulary/values.ts'
import { findGuardPolicy, findZone, readTerms, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import { mostBecause, type RecordHeld } from '../record.codec.ts'
import { isLive, type ServiceRecord } from '../record.state.ts'
import { recordTerms } from '../record.terms.ts'
import { copyEdition, copyRef } from './overlap.ts'
import { copyKeys, copyWorth } from './shared.ts'

/** A local day from its midnight to the next. */
const boundDay = (day: LocalDay, zone: Zone): Interval => ({
  start: startOfDay(zone, day),
  end: startOfDay(zone, addDays(day, 1)),
})

/** More days than any presence touches (H13): what a made-up event says of a longer one is found on its first days. */
const mostDays = 8

/** The days that a segment touches. */
export const listDays = ({ start, end }: Interval, zone: Zone): ReadonlyArray<Interval> => {
  const days: Interval[] = []
  for (let from: Instant = start; from < end && days.length < mostDays;) {
    const day = boundDay(localDay(zone, from), zone)
    days.push(day)
    from = day.end
  }
  return days
}

/** The minutes that lie in the day. */
export const sumDay = (day: Interval, segments: Segments): number =>
  segments.reduce((sum, { start, end }) => {
    const from = start > day.start ? start : day.start
    const to = end < day.end ? end : day.end
    return from < to ? sum + minutesBetween(from, to) : sum
  }, 0)

/** The most minutes of a day that pass, by the policy of the service day; null where it has no such term. */
export const findDayHold = ({ segments }: ServiceRecord, policies: PolicyBook): number | null => {
  const [first] = segments
  const policy = first === undefined ? null : findGuardPolicy(policies, first.start)
  return policy === null ? null : readTerms(recordTerms, policy).dayHold
}

/** H13: the record that takes a day past the policy's minutes is held. The hold names what the other registrations have on it (G2). */
export const holdLongDay = (
  record: ServiceRecord,
  beside: ReadonlyArray<ServiceRecord>,
  policies: PolicyBook,
): ReadonlyArray<RecordHeld> => {
  const { segments } = record
  const most = findDayHold(record, policies)
  if (most === null) return []
  const zone = findZone(policies)
  const all = [record, ...beside.filter(isLive)]
  const days = segments
    .flatMap((segment) => listDays(segment, zone))
    .filter((day) => all.reduce((sum, one) => sum + sumDay(day, one.segments), 0) > most)
  if (days.length === 0) return []
  const holdId = `long-day:${copyEdition(record)}` as HoldId
  const because = all
    .filter((one) => one.volunteer !== record.volunteer && days.some((day) => sumDay(day, one.segments) > 0))
    .slice(0, mostBecause)
    .map(copyRef)
  return [{ type: 'RecordHeld', ...copyKeys(record), holdId, kind: 'long-day', because, ...copyWorth(record) }]
}
