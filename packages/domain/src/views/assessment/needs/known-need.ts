import type { Instant, UnitId } from '@zhiyuan/kernel'
import { isKnown, listKnown } from '../../known.ts'
import type { AnswerFact, AssessmentNeed } from './row.ts'

/** A need as known at an instant. */
export interface KnownNeed {
  /** The unit to which it was submitted, or the unit to which it belonged from the start by a later ruling (S14). */
  readonly owner: UnitId
  readonly recordedAt: Instant
  readonly answerDueAt: Instant
  /** The first answer of any kind; a request for information is one. */
  readonly answeredAt: Instant | null
  /** The first answer that decides on the need. */
  readonly decision: AnswerFact | null
  readonly withdrawnUnansweredAt: Instant | null
}

/** Reads a need from its row; null where it is not known at that instant. */
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
