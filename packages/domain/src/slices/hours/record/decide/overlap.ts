/** H5: no minute of one human counts twice, over all registrations. This is the part that decisions about records need. */
import type { HoldId } from '../../../../vocabulary/ids.ts'
import type { Segments } from '../../../../vocabulary/values.ts'
import { indexByTime } from '../overlap.ts'
import { mostBecause, type RecordHeld, type RecordRef } from '../record.codec.ts'
import type { RecordRejection } from '../record.rejection.ts'
import { isCounting, isLive, isOpen, type Hold, type ServiceRecord, type RecordState } from '../record.state.ts'
import { isLater } from '../record.counted-once.ts'
import type { Others } from './shared.ts'

export const copyRef = ({ volunteer, recordId }: ServiceRecord): RecordRef => ({ volunteer, recordId })

export const listRecords = ({ records }: RecordState): ReadonlyArray<ServiceRecord> => [...records.values()]

/** Every record of the human except the one in question. */
export const listOtherRecords = (
  state: RecordState,
  others: Others,
  but: string | null,
): ReadonlyArray<ServiceRecord> => [
  ...listRecords(state).filter(({ recordId }) => recordId !== but),
  ...[...others.values()].flatMap(listRecords),
]

/** The live records that overlap these segments. */
export const listOverlapping = (
  beside: ReadonlyArray<ServiceRecord>,
  segments: Segments,
): ReadonlyArray<ServiceRecord> => indexByTime(beside.filter(isLive))(segments)

/** Verified intervals never overlap. */
export const refuseOverlap = (beside: ReadonlyArray<ServiceRecord>, segments: Segments): RecordRejection | null => {
  const because = listOverlapping(beside, segments).filter(isCounting).map(copyRef)
  return because.length === 0 ? null : { type: 'OverlapsVerified', because }
}

/** H5: of two that do not count, what the ledger was told as it happened does not give way to an entry by hand. */
const outranks = (one: ServiceRecord, other: ServiceRecord): boolean =>
  !isCounting(one) && !isCounting(other) && one.grade === 'system' && other.grade === 'manual'

/** A record gives way to one that counts; of two that count, or two that do not, the one recorded later does, unless it outranks the other. */
const givesWay = (one: ServiceRecord, other: ServiceRecord): boolean => {
  if (isCounting(one) !== isCounting(other)) return isCounting(other)
  return !outranks(one, other) && (outranks(other, one) || isLater(one, other))
}

const isOverlap = ({ kind }: Hold): boolean => kind === 'overlap'
/** A burst hold is ruled on by itself, so it does not settle overlaps. */
const waitsForRuling = ({ holds }: ServiceRecord): boolean => holds.some((hold) => isOverlap(hold) && isOpen(hold))

/** A person cleared a hold of this record that named the other. */
const wasRuled = ({ holds }: ServiceRecord, { volunteer, recordId }: ServiceRecord): boolean =>
  holds.some(
    (hold) =>
      isOverlap(hold) &&
      hold.cleared !== null &&
      hold.because.some((one) => one.volunteer === volunteer && one.recordId === recordId),
  )

/**
 * Whether an overlap needs no action: not both records count, and one of them waits for a ruling or a person ruled on the pair. While a
 * record is held, its other overlaps wait with it. Two records that both count are never settled.
 */
const isSettled = (one: ServiceRecord, other: ServiceRecord): boolean =>
  !(isCounting(one) && isCounting(other)) &&
  (waitsForRuling(one) || waitsForRuling(other) || wasRuled(one, other) || wasRuled(other, one))

/** A record, and the stronger ones to which it has to give way: at most as many as a hold names. */
export interface Weaker {
  readonly record: ServiceRecord
  readonly stronger: ReadonlyArray<ServiceRecord>
}

/** The records that have to give way to others, because their overlap is not settled. `against` may contain the records themselves. */
export const findWeaker = (
  records: ReadonlyArray<ServiceRecord>,
  against: ReadonlyArray<ServiceRecord>,
): ReadonlyArray<Weaker> => {
  const findOverlapping = indexByTime(against.filter(isLive))
  return records.filter(isLive).flatMap((record) => {
    const isStronger = (other: ServiceRecord): boolean =>
      other !== record && givesWay(record, other) && !isSettled(record, other)
    const stronger = findOverlapping(record.segments, isStronger, mostBecause)
    return stronger.length === 0 ? [] : [{ record, stronger }]
  })
}

/**
 * Rises with each entry, each change of standing and each lifted hold, so that a hold cleared for an earlier content does not excuse a later
 * one, and no hold has the id of another.
 */
export const copyEdition = ({ entries, approver, revision, holds }: ServiceRecord): number =>
  entries.length - 1 + (approver === null ? 0 : 1) + revision + holds.filter(({ lifted }) => lifted).length

/** H5: an overlapping capture is kept, and held until a person rules. */
export const holdOverlap = (record: ServiceRecord, others: ReadonlyArray<ServiceRecord>): ReadonlyArray<RecordHeld> => {
  const because = others.slice(0, mostBecause).map(copyRef)
  const [first] = because
  if (first === undefined) return []
  const { volunteer, recordId, bodyId, minutes, day, grade } = record
  const holdId = `overlap:${first.volunteer}:${first.recordId}:${copyEdition(record)}` as HoldId
  return [{ type: 'RecordHeld', volunteer, recordId, bodyId, holdId, kind: 'overlap', because, minutes, day, grade }]
}

/** H5: what was entered just now gives way to all that it overlaps. Where it outranks a record of the same registration, that one is held instead. */
export const holdEntered = (
  record: ServiceRecord,
  own: ReadonlyArray<ServiceRecord>,
  beside: ReadonlyArray<ServiceRecord>,
): ReadonlyArray<RecordHeld> => {
  const stronger = listOverlapping(beside, record.segments).filter((other) => !outranks(record, other))
  const weaker = findWeaker(
    own.filter((other) => outranks(record, other)),
    [record],
  )
  return [...holdOverlap(record, stronger), ...weaker.flatMap((one) => holdOverlap(one.record, one.stronger))]
}
