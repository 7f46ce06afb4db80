import type { Instant, UnitId } from '@zhiyuan/kernel'
import { isKnown, listKnown } from '../../known.ts'
import type { AnswerFact, AssessmentNeed } from './row.ts'

/** A need as known at an instant. */
export interface KnownNeed {
  /** The unit it was submitted to, or the one that a ruling says it had belonged to from the start (S14). */
  readonly owner: UnitId
  readonly recordedAt: Instant
  readonly answerDueAt: Instant
  /** First answer of any kind; asking for information is one. */
  readonly answeredAt: Instant | null
  /** First answer that settles what becomes of it. */
  readonly decision: AnswerFact | null
  readonly withdrawnUnansweredAt: Instant | null
}

/** Null where it is not known yet. */
export const findKnownNeed = (
  { submitted, answers, withdrawn, rulings }: AssessmentNeed,
  at: Instant,
): KnownNeed | null => {
  if (!isKnown(submitted, at)) return null
  const { recordedAt, owner, answerDueAt } = submitted
  const given = listKnown(answers, at)
  return {
    owner: listKnown(rulings, at).at(-1)?.owner ?? owner,
    recordedAt,
    answerDueAt,
    answeredAt: given[0]?.recordedAt ?? null,
    decision: given.find(({ type }) => type !== 'info-requested') ?? null,
    withdrawnUnansweredAt: isKnown(withdrawn, at) && withdrawn.unanswered ? withdrawn.recordedAt : null,
  }
}
