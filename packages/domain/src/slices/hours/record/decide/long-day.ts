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

/** The minutes of a segment by local day. */
const splitSegment = ({ start, end }: Interval, zone: Zone): ReadonlyArray<readonly [LocalDay, number]> => {
  const parts: Array<readonly [LocalDay, number]> = []
  let from: Instant = start
  while (from < end) {
    const day = localDay(zone, from)
    const midnight = startOfDay(zone, addDays(day, 1))
    const to = midnight < end ? midnight : end
    parts.push([day, minutesBetween(from, to)])
    from = to
  }
  return parts
}

const sumDay = (day: LocalDay, segments: Segments, zone: Zone): number =>
  segments
    .flatMap((segment) => splitSegment(segment, zone))
    .reduce((sum, [one, minutes]) => (one === day ? sum + minutes : sum), 0)

/** The days that a record touches. */
const listDays = (segments: Segments, zone: Zone): ReadonlyArray<LocalDay> => [
  ...new Set(segments.flatMap((segment) => splitSegment(segment, zone)).map(([day]) => day)),
]

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
  const isLong = listDays(segments, zone).some(
    (day) => all.reduce((sum, one) => sum + sumDay(day, one, zone), 0) > most,
  )
  if (!isLong) return []
  const holdId = `long-day:${copyEdition(record)}` as HoldId
  return [{ type: 'RecordHeld', ...copyKeys(record), holdId, kind: 'long-day', because: [], ...copyWorth(record) }]
}
