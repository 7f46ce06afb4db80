/** What one human did in one local day, over all records and bodies (H13). */
import { addDays, localDay, minutesBetween, startOfDay, type Instant, type LocalDay, type Zone } from '@zhiyuan/kernel'
import type { HoldId } from '../../../../vocabulary/ids.ts'
import type { Interval, Segments } from '../../../../vocabulary/values.ts'
import { findGuardPolicy, findZone, readTerms, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import type { RecordHeld } from '../record.codec.ts'
import { isLive, type ServiceRecord } from '../record.state.ts'
import { recordTerms } from '../record.terms.ts'
import { copyEdition } from './overlap.ts'
import { copyKeys, copyWorth } from './shared.ts'

/** A local day from its midnight to the next. */
const boundDay = (day: LocalDay, zone: Zone): Interval => ({
  start: startOfDay(zone, day),
  end: startOfDay(zone, addDays(day, 1)),
})

/** The days that a segment touches. */
const listDays = ({ start, end }: Interval, zone: Zone): ReadonlyArray<Interval> => {
  const days: Interval[] = []
  for (let from: Instant = start; from < end;) {
    const day = boundDay(localDay(zone, from), zone)
    days.push(day)
    from = day.end
  }
  return days
}

/** The minutes that lie in the day. */
const sumDay = (day: Interval, segments: Segments): number =>
  segments.reduce((sum, { start, end }) => {
    const from = start > day.start ? start : day.start
    const to = end < day.end ? end : day.end
    return from < to ? sum + minutesBetween(from, to) : sum
  }, 0)

/** H13: the record that takes a day past the policy's minutes is held. */
export const holdLongDay = (
  record: ServiceRecord,
  beside: ReadonlyArray<ServiceRecord>,
  policies: PolicyBook,
): ReadonlyArray<RecordHeld> => {
  const { segments } = record
  const [first] = segments
  const policy = first === undefined ? null : findGuardPolicy(policies, first.start)
  const most = policy === null ? null : readTerms(recordTerms, policy).dayHold
  if (most === null) return []
  const zone = findZone(policies)
  const all = [record, ...beside.filter(isLive)].map((one) => one.segments)
  const isLong = segments
    .flatMap((segment) => listDays(segment, zone))
    .some((day) => all.reduce((sum, one) => sum + sumDay(day, one), 0) > most)
  if (!isLong) return []
  const holdId = `long-day:${copyEdition(record)}` as HoldId
  return [{ type: 'RecordHeld', ...copyKeys(record), holdId, kind: 'long-day', because: [], ...copyWorth(record) }]
}
