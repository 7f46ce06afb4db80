/** H5: no minute of one human counts twice, over all registrations. */
import type { HoldId } from '../../../../vocabulary/ids.ts'
import type { Segments } from '../../../../vocabulary/words.ts'
import type { RecordRef } from '../record.codec.ts'
import type { RecordRejection } from '../record.rejection.ts'
import { counts, isLive, type ServiceRecord, type RecordState } from '../record.state.ts'

/** Half-open segments share an instant; both lists are in order of time. */
const overlaps = (a: Segments, b: Segments): boolean => {
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one, other] = [a[i], b[j]]
    if (one === undefined || other === undefined) return false
    if (one.start < other.end && other.start < one.end) return true
    if (one.end <= other.end) i += 1
    else j += 1
  }
  return false
}

export const refOf = ({ volunteer, recordId }: ServiceRecord): RecordRef => ({ volunteer, recordId })

/** Every record of the human but the one in question; `facts` may hold other reads beside the service streams. */
export const recordsBeside = (
  { records }: RecordState,
  facts: Readonly<Record<string, unknown>>,
  but: string | null,
): ReadonlyArray<ServiceRecord> => {
  const own = [...records.values()].filter(({ recordId }) => recordId !== but)
  const others = Object.entries(facts).filter(([name]) => name.startsWith('record-'))
  return others.length === 0
    ? own
    : [...own, ...others.flatMap(([, state]) => [...(state as RecordState).records.values()])]
}

/** The live ones that overlap. */
export const overlapping = (beside: ReadonlyArray<ServiceRecord>, segments: Segments): ReadonlyArray<ServiceRecord> =>
  beside.filter((one) => isLive(one) && overlaps(one.segments, segments))

/** Verified intervals never overlap. */
export const refuseOverlap = (beside: ReadonlyArray<ServiceRecord>, segments: Segments): RecordRejection | null => {
  const because = overlapping(beside, segments).filter(counts).map(refOf)
  return because.length === 0 ? null : { type: 'OverlapsVerified', because }
}

/** Rises with each entry and each change of standing: a hold cleared for what a record was does not excuse what it became. */
const edition = ({ entries, approver, revision }: ServiceRecord): number =>
  entries.length - 1 + (approver === null ? 0 : 1) + revision

/** H5: an overlapping capture is kept, and held until ruled. */
export const heldForOverlap = (record: ServiceRecord, others: ReadonlyArray<ServiceRecord>) => {
  const because = others.map(refOf).slice(0, 100)
  const [first] = because
  if (first === undefined) return []
  const { volunteer, recordId, bodyId, minutes, day, grade } = record
  const holdId = `overlap:${first.volunteer}:${first.recordId}:${edition(record)}` as HoldId
  const kind = 'overlap' as const
  return [{ type: 'RecordHeld' as const, volunteer, recordId, bodyId, holdId, kind, because, minutes, day, grade }]
}
