/** H5: no minute of one human counts twice, over all registrations: what of it a decision about records needs. */
import type { HoldId } from '../../../../vocabulary/ids.ts'
import type { Segments } from '../../../../vocabulary/values.ts'
import { indexByTime } from '../overlap.ts'
import { mostBecause, type RecordHeld, type RecordRef } from '../record.codec.ts'
import type { RecordRejection } from '../record.rejection.ts'
import { isCounting, isLive, type Hold, type ServiceRecord, type RecordState } from '../record.state.ts'
import { isLater } from '../record.counted-once.ts'
import type { Others } from './shared.ts'

export const copyRef = ({ volunteer, recordId }: ServiceRecord): RecordRef => ({ volunteer, recordId })

export const listRecords = ({ records }: RecordState): ReadonlyArray<ServiceRecord> => [...records.values()]

/** Every record of the human but the one in question. */
export const listOtherRecords = (
  state: RecordState,
  others: Others,
  but: string | null,
): ReadonlyArray<ServiceRecord> => [
  ...listRecords(state).filter(({ recordId }) => recordId !== but),
  ...[...others.values()].flatMap(listRecords),
]

/** The live ones that overlap. */
export const listOverlapping = (
  beside: ReadonlyArray<ServiceRecord>,
  segments: Segments,
): ReadonlyArray<ServiceRecord> => indexByTime(beside.filter(isLive))(segments)

/** Verified intervals never overlap. */
export const refuseOverlap = (beside: ReadonlyArray<ServiceRecord>, segments: Segments): RecordRejection | null => {
  const because = listOverlapping(beside, segments).filter(isCounting).map(copyRef)
  return because.length === 0 ? null : { type: 'OverlapsVerified', because }
}

/** What counts stays; of two that count, or of two that do not, the one recorded first. */
const givesWay = (one: ServiceRecord, other: ServiceRecord): boolean =>
  isCounting(one) === isCounting(other) ? isLater(one, other) : isCounting(other)

const isOverlap = ({ kind }: Hold): boolean => kind === 'overlap'
/** A burst is another question, with a ruling of its own: it leaves overlaps unsettled. */
const waitsForRuling = ({ holds }: ServiceRecord): boolean =>
  holds.some((hold) => isOverlap(hold) && hold.cleared === null)

/** A person cleared a hold of this record that named the other. */
const wasRuled = ({ holds }: ServiceRecord, { volunteer, recordId }: ServiceRecord): boolean =>
  holds.some(
    (hold) =>
      isOverlap(hold) &&
      hold.cleared !== null &&
      hold.because.some((one) => one.volunteer === volunteer && one.recordId === recordId),
  )

/**
 * Whether nothing is to be done about two records that overlap: they do not both count, and one waits for a ruling, or a person ruled on the
 * pair. While a record is held its other overlaps wait with it; that two count at once is never settled.
 */
const isSettled = (one: ServiceRecord, other: ServiceRecord): boolean =>
  !(isCounting(one) && isCounting(other)) &&
  (waitsForRuling(one) || waitsForRuling(other) || wasRuled(one, other) || wasRuled(other, one))

/** A record, and stronger ones that it has to give way to: at most as many as a hold names. */
export interface Weaker {
  readonly record: ServiceRecord
  readonly stronger: ReadonlyArray<ServiceRecord>
}

/** Which of some records have to give way to others, which may be among them: those whose overlap is not settled. */
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

/** Rises with each entry and each change of standing: a hold cleared for what a record was does not excuse what it became. */
const edition = ({ entries, approver, revision }: ServiceRecord): number =>
  entries.length - 1 + (approver === null ? 0 : 1) + revision

/** H5: an overlapping capture is kept, and held until ruled. */
export const holdOverlap = (record: ServiceRecord, others: ReadonlyArray<ServiceRecord>): ReadonlyArray<RecordHeld> => {
  const because = others.slice(0, mostBecause).map(copyRef)
  const [first] = because
  if (first === undefined) return []
  const { volunteer, recordId, bodyId, minutes, day, grade } = record
  const holdId = `overlap:${first.volunteer}:${first.recordId}:${edition(record)}` as HoldId
  return [{ type: 'RecordHeld', volunteer, recordId, bodyId, holdId, kind: 'overlap', because, minutes, day, grade }]
}
