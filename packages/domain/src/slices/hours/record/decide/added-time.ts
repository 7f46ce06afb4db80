/** Time that a correction adds is entered when the correction is made, and is looked at before it counts (H9, H20). */
import { sameContent, type Instant, type PersonId } from '@zhiyuan/kernel'
import type { PolicyBook } from '../../../organisation/policy/policy.read.ts'
import type { Segments } from '../../../../vocabulary/values.ts'
import type { Correction, EnteredTime } from '../record.correction.ts'
import { isCounting, type ServiceRecord } from '../record.state.ts'
import { findLastLookEnd, findLookEnd } from './second-look.ts'

/** The record as if the person who asked for the correction had entered it (H7). */
export const addEntry = (record: ServiceRecord, by: PersonId | null, at: Instant): ServiceRecord => ({
  ...record,
  entries: [...record.entries, { by, segments: record.segments, at }],
})

interface Added {
  readonly by: PersonId
  readonly entered: EnteredTime
}

/** More time that was entered and does not count yet; undefined where there is none. */
const findAdded = ({ corrections }: ServiceRecord): Added | undefined =>
  corrections
    .filter(({ answer }) => answer === null)
    .flatMap(({ by, entered }) => (entered === null ? [] : [{ by, entered }]))[0]

/** The record with that time's entry, so that who asked for it is involved (H7). */
export const withAdded = (record: ServiceRecord): ServiceRecord => {
  const added = findAdded(record)
  return added === undefined ? record : addEntry(record, added.by, added.entered.at)
}

/** These times, if the correction has entered them before. */
export const findEntered = ({ entered }: Correction, segments: Segments): EnteredTime | null =>
  entered !== null && sameContent(entered.segments, segments) ? entered : null

/** Until when one may object: to a record that waits, or to the time that a correction would add. Undefined: not in this state. */
export const findObjectionEnd = (policies: PolicyBook, record: ServiceRecord): Instant | null | undefined => {
  if (record.status === 'submitted' || record.status === 'held') return findLastLookEnd(policies, record)
  const added = isCounting(record) || record.status === 'suspended' ? findAdded(record) : undefined
  if (added === undefined) return undefined
  const { segments, at } = added.entered
  return findLookEnd(policies, { grade: 'manual', marks: record.marks, segments }, at)
}
