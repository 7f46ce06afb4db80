import type { Instant, UnitId } from '@zhiyuan/kernel'
import type { NeedId } from '../../../vocabulary/ids.ts'
import type { Code } from '../../../vocabulary/values.ts'
import type { Recorded } from '../../known.ts'

/** An answer to a need (N2); `reason` where it is a refusal. Asking for information is an answer, and no decision. */
export type AnswerFact = Recorded &
  (
    | { readonly type: 'approved' | 'referred' | 'merged' | 'info-requested' }
    | { readonly type: 'rejected'; readonly reason: Code }
  )

/** Everything that an assessment needs to know of one need. */
export interface AssessmentNeed {
  readonly needId: NeedId
  readonly submitted: (Recorded & { readonly owner: UnitId; readonly answerDueAt: Instant }) | null
  readonly answers: ReadonlyArray<AnswerFact>
  readonly withdrawn: (Recorded & { readonly unanswered: boolean }) | null
  /** Rulings that it was another unit's from the start (S14). */
  readonly rulings: ReadonlyArray<Recorded & { readonly owner: UnitId }>
}

export const unknownNeed = (key: string): AssessmentNeed => ({
  needId: key as NeedId,
  submitted: null,
  answers: [],
  withdrawn: null,
  rulings: [],
})
