/** How a record stood at an instant: whether its minutes count, and if not, why (S8). */
import type { Instant } from '@zhiyuan/kernel'
import type { HoldId } from '../../ids.ts'
import { knownAt } from '../known.ts'
import type { RecordFact, RecordHistory, Worth } from './record-history.ts'

type Step = 'submitted' | 'returned' | 'withdrawn' | 'rejected' | 'verified' | 'suspended' | 'voided'
/** Only a verified record counts. One that waits under a hold is held; one that had been verified is suspended by it (H12). */
export type Standing = Step | 'held'

/** A record as known at an instant. */
export interface KnownRecord extends Worth {
  readonly standing: Standing
  /** Recorded later than policy allows (H4): shown, and counts. */
  readonly late: boolean
}

interface Progress {
  readonly step: Step
  readonly worth: Worth | null
  readonly late: boolean
  readonly holds: ReadonlyArray<HoldId>
}

const begin: Progress = { step: 'submitted', worth: null, late: false, holds: [] }

const onward = (so: Progress, fact: RecordFact): Progress => {
  switch (fact.type) {
    case 'submitted':
    case 'resubmitted':
      return { ...so, step: 'submitted', worth: fact, late: fact.marks.includes('late') }
    case 'corrected':
      return { ...so, step: 'verified', worth: fact, late: fact.marks.includes('late') }
    case 'held':
      return { ...so, worth: so.worth ?? fact, holds: [...so.holds.filter((id) => id !== fact.holdId), fact.holdId] }
    case 'hold-cleared':
      return { ...so, holds: so.holds.filter((id) => id !== fact.holdId) }
    case 'verified':
    case 'reinstated':
      return { ...so, step: 'verified', worth: fact }
    case 'suspended':
    case 'voided':
      return { ...so, step: fact.type, worth: fact }
    case 'returned':
    case 'withdrawn':
    case 'rejected':
      return { ...so, step: fact.type }
  }
}

/** Null where nothing is known of it yet. */
export const recordAt = (history: RecordHistory, at: Instant): KnownRecord | null => {
  const { step, worth, late, holds } = knownAt(history.facts, at).reduce(onward, begin)
  if (worth === null) return null
  const { day, minutes, grade } = worth
  const standing = holds.length > 0 && step === 'submitted' ? 'held' : step
  return { standing, day, minutes, grade, late }
}
