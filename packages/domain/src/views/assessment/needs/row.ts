import type { Instant, UnitId } from '@zhiyuan/kernel'
import type { NeedId } from '../../../vocabulary/ids.ts'
import type { Side, WithdrawnBy } from '../../../slices/requests/need/need.codec.ts'
import type { Code } from '../../../vocabulary/values.ts'
import type { Recorded } from '../../known.ts'

/** An answer to a need (N2), with a `reason` if it is a refusal. A request for information is an answer but not a decision. */
export type AnswerFact = Recorded &
  (
    | { readonly type: 'approved' | 'referred' | 'info-requested' }
    | { readonly type: 'rejected'; readonly reason: Code }
    /** A merge that N14 would not have proposed is a class of its own (N5). */
    | { readonly type: 'merged'; readonly proposed: boolean }
  )

/** The facts of one need that the assessment uses. */
export interface AssessmentNeed {
  readonly needId: NeedId
  readonly submitted:
    (Recorded & { readonly owner: UnitId; readonly answerDueAt: Instant; readonly voicedAt: Instant }) | null
  readonly answers: ReadonlyArray<AnswerFact>
  /** Answer clocks that started after the first: with information, without it in the end, or when a merge ended (N2, N5, N7). */
  readonly laterClocks: ReadonlyArray<Recorded & { readonly answerDueAt: Instant }>
  /** When it lapsed without information (N7). */
  readonly lapsed: Recorded | null
  readonly withdrawn:
    (Recorded & { readonly unanswered: boolean; readonly by: WithdrawnBy; readonly side: Side }) | null
  /** Rulings that the need belonged to another unit from the start (S14). */
  readonly rulings: ReadonlyArray<Recorded & { readonly owner: UnitId }>
}

export const unknownNeed = (key: string): AssessmentNeed => ({
  needId: key as NeedId,
  submitted: null,
  answers: [],
  laterClocks: [],
  lapsed: null,
  withdrawn: null,
  rulings: [],
})
