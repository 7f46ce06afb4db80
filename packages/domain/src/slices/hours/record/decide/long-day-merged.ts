/** H13 over the registrations of one human: a merge joins days of which each was short (G2). */
import type { Instant, Zone } from '@zhiyuan/kernel'
import type { HoldId } from '../../../../vocabulary/ids.ts'
import { findZone, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import { mostBecause, type RecordHeld } from '../record.codec.ts'
import { isLater } from '../record.counted-once.ts'
import { isHeld, isLive, type ServiceRecord } from '../record.state.ts'
import { findDayHold, listDays, sumDay } from './long-day.ts'
import { copyRef } from './overlap.ts'
import { copyKeys, copyWorth } from './shared.ts'

/** Who is held does not count, and is judged again once its holds are cleared. */
const mayCount = (record: ServiceRecord): boolean => isLive(record) && !isHeld(record)

type Records = ReadonlyArray<ServiceRecord>

/** By the midnight that begins each day, with every record once. */
const indexDays = (records: Records, zone: Zone): ReadonlyMap<Instant, Records> => {
  const days = new Map<Instant, ServiceRecord[]>()
  for (const record of records.filter(mayCount)) {
    const starts = record.segments.flatMap((segment) => listDays(segment, zone)).map(({ start }) => start)
    for (const start of new Set(starts)) days.set(start, [...(days.get(start) ?? []), record])
  }
  return days
}

/** A person cleared such holds of this record that named all of the others. */
const wasRuled = ({ holds }: ServiceRecord, others: Records): boolean => {
  const ruled = holds.flatMap(({ kind, cleared, because }) => (kind === 'long-day' && cleared !== null ? because : []))
  return others.every((other) =>
    ruled.some(({ volunteer, recordId }) => other.volunteer === volunteer && other.recordId === recordId),
  )
}

const hold = (record: ServiceRecord, others: Records): RecordHeld => {
  const holdId = `long-day-merged:${record.holds.length}` as HoldId
  const because = others.slice(0, mostBecause).map(copyRef)
  return { type: 'RecordHeld', ...copyKeys(record), holdId, kind: 'long-day', because, ...copyWorth(record) }
}

/**
 * The records here that take a day of the human past the policy's minutes, with what the other registrations have on that day and what was
 * recorded here before. The registration that is looked at gives way, so that no other one has to be told.
 */
export const findMergedDays = (
  own: Records,
  theirs: Records,
  policies: PolicyBook,
): ReadonlyArray<{ readonly record: ServiceRecord; readonly held: RecordHeld }> => {
  const zone = findZone(policies)
  const foreign = indexDays(theirs, zone)
  const here = indexDays(own, zone)
  return own.filter(mayCount).flatMap((record) => {
    const most = findDayHold(record, policies)
    if (most === null) return []
    const days = record.segments.flatMap((segment) => listDays(segment, zone))
    const others = days.flatMap((day) => {
      const beside = foreign.get(day.start) ?? []
      const before = (here.get(day.start) ?? []).filter((one) => one === record || isLater(record, one))
      const minutes = [...before, ...beside].reduce((sum, { segments }) => sum + sumDay(day, segments), 0)
      return minutes > most ? beside : []
    })
    return others.length === 0 || wasRuled(record, others) ? [] : [{ record, held: hold(record, others) }]
  })
}
