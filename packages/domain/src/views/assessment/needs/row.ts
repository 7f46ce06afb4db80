import type { Instant, UnitId } from '@zhiyuan/kernel'
import type { NeedId } from '../../../vocabulary/ids.ts'
import type { Code } from '../../../vocabulary/values.ts'
import type { Recorded } from '../../known.ts'

/** An answer to a need (N2), with a `reason` if it is a refusal. A request for information is an answer but not a decision. */
export type AnswerFact = Recorded &
  (
    | { readonly type: 'approved' | 'referred' | 'merged' | 'info-requested' }
    | { readonly type: 'rejected'; readonly reason: Code }
  )

/** The facts of one need that the assessment uses. */
export interface AssessmentNeed {
  readonly needId: NeedId
  readonly submitted: (Recorded & { readonly owner: UnitId; readonly answerDueAt: Instant }) | null
  readonly answers: ReadonlyArray<AnswerFact>
  readonly withdrawn: (Recorded & { readonly unanswered: boolean }) | null
  /** Rulings that the need belonged to another unit from the start (S14). */
  readonly rulings: ReadonlyArray<Recorded & { readonly owner: UnitId }>
}

export const unknownNeed = (key: string): AssessmentNeed => ({
  needId: key as NeedId,
  submitted: null,
  answers: [],
  withdrawn: null,
  rulings: [],
})
