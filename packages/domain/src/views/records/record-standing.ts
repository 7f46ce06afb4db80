/** The standing of a record at an instant: whether its minutes count, and if not, why (S8). */
import type { Instant } from '@zhiyuan/kernel'
import type { HoldId } from '../../vocabulary/ids.ts'
import type { Segments } from '../../vocabulary/values.ts'
import type { RecordFact, RecordHistory, Worth } from './record-history.ts'

type Step = 'submitted' | 'returned' | 'withdrawn' | 'rejected' | 'verified' | 'suspended' | 'voided'
/** Only a verified record counts. A hold makes a waiting record `held` and a verified record `suspended` (H12). */
export type Standing = Step | 'held'

/** A record as known at an instant. */
export interface KnownRecord extends Worth {
  readonly standing: Standing
  readonly segments: Segments
  /** Recorded later than the policy allows (H4): it is shown as late, and counts. */
  readonly late: boolean
}

/** Reads a record as known at an instant; null where nothing is known of it. A plain loop, because an assessment reads every record. */
export const findKnownRecord = ({ facts }: RecordHistory, at: Instant): KnownRecord | null => {
  let step: Step = 'submitted'
  let late = false
  let worth: Worth | null = null
  let segments: Segments = []
  const holds = new Set<HoldId>()
  for (const fact of facts) {
    if (fact.recordedAt > at) continue
    step = nextStep(step, fact)
    if (fact.type === 'held') holds.add(fact.holdId)
    else if (fact.type === 'hold-cleared') holds.delete(fact.holdId)
    if ('marks' in fact) {
      late = fact.marks.includes('late')
      segments = fact.segments
    }
    if ('minutes' in fact && (fact.type !== 'held' || worth === null)) worth = fact
  }
  if (worth === null) return null
  const { day, minutes, grade } = worth
  return { standing: holds.size > 0 && step === 'submitted' ? 'held' : step, day, minutes, grade, late, segments }
}

const nextStep = (step: Step, { type }: RecordFact): Step => {
  switch (type) {
    case 'held':
    case 'hold-cleared':
      return step
    case 'resubmitted':
      return 'submitted'
    case 'corrected':
    case 'reinstated':
      return 'verified'
    case 'submitted':
    case 'verified':
    case 'suspended':
    case 'voided':
    case 'returned':
    case 'withdrawn':
    case 'rejected':
      return type
  }
}
