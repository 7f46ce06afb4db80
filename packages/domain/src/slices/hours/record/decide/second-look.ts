/** A `manual` or late record is looked at a second time before it counts (H20). */
import type { Instant } from '@zhiyuan/kernel'
import { computeDue, findGuardPolicy, readTerms, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import type { SecondLookRuns } from '../../../../vocabulary/rejections.ts'
import type { ServiceRecord } from '../record.state.ts'
import { recordTerms } from '../record.terms.ts'

type Looked = Pick<ServiceRecord, 'grade' | 'marks' | 'segments'>

/** When the second look of a record ends that was entered at `enteredAt`, by the term of the service day (G5); null where none is due. */
export const findLookEnd = (
  policies: PolicyBook,
  { grade, marks, segments: [first] }: Looked,
  enteredAt: Instant,
): Instant | null => {
  if (first === undefined || (grade !== 'manual' && !marks.includes('late'))) return null
  const policy = findGuardPolicy(policies, first.start)
  const term = policy === null ? null : readTerms(recordTerms, policy).secondLook
  return policy === null || term === null ? null : computeDue(policies, policy, { term, from: enteredAt }).dueAt
}

/** The record was last entered then: by a Backfill, a resubmission or added time. */
export const findLastLookEnd = (policies: PolicyBook, record: ServiceRecord): Instant | null =>
  findLookEnd(policies, record, record.entries.at(-1)?.at ?? record.recordedAt)

/** When the look that runs now ends: at the record, or at the time that a correction would add. */
export const findRunningLookEnd = (policies: PolicyBook, record: ServiceRecord): Instant | null => {
  const added = record.corrections.find(({ entered, answer }) => entered !== null && answer === null)?.entered ?? null
  return added === null
    ? findLastLookEnd(policies, record)
    : findLookEnd(policies, { grade: 'manual', marks: record.marks, segments: added.segments }, added.at)
}

export const refuseLooked = (until: Instant | null, now: Instant): SecondLookRuns | null =>
  until !== null && now < until ? { type: 'SecondLookRuns', until } : null
