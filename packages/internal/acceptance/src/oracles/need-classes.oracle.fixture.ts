/**
 * The classes of a need in and beside I04 (N2, N5, N15, N16, S6, I04).
 *
 * Choice: the universe is the needs recorded in [from, to). Left out are `not-due` (first due after K) and, of the rest, `taken-back`. d and the two
 * are the universe, each need once.
 * Choice: `taken-back` asks for a withdrawal by the requester's side before the first due, strictly, and with no answer before it.
 * Choice: a clock has ended by K when it was answered or withdrawn by K or when its due is at or before K. An answer at the due itself keeps it.
 * Choice: a later clock that the requester's side withdraws before its due ends without a verdict. One withdrawn by the office was not kept.
 * Choice: twins, abuse, lapsed, withdrawn by the office and unanswered are parts of d that stand beside the figure; a need may be in several.
 * Choice: `merged` counts a need that was ever merged by K, so that merging and undoing hides nothing. `not-twin` counts one merge without a proposal.
 * Choice: `unanswered` is a need whose last clock ended by K without an answer or a withdrawal.
 * Choice: the median of the lags since the need was voiced is of d; of an even number it is the mean of the two in the middle, rounded down.
 */
import { findSide } from './need-facts.oracle.fixture.ts'
import type { AnswerClock, Need } from './need.oracle.fixture.ts'

export type AnswerClass = 'outside' | 'not-due' | 'taken-back' | 'kept' | 'not-kept'
export type AnswerPart = 'unanswered' | 'merged' | 'not-twin' | 'lapsed' | 'withdrawn-by-office' | 'abuse'

export interface AnswerPeriod {
  readonly from: number
  readonly to: number
  readonly known: number
}

const isWithdrawnBySide = (need: Need): boolean =>
  need.withdrawnBy !== null && findSide(need.withdrawnBy) === 'requester'

const isClockKept = (clock: AnswerClock, need: Need, known: number): boolean => {
  const { endedAt, endedBy, due } = clock
  if (endedAt === null) return due > known
  if (endedBy === 'answer') return endedAt <= due
  return isWithdrawnBySide(need) && endedAt < due
}

/** The class of a need. The need is told as it stands at K. */
export const classifyAnswer = (need: Need, { from, to, known }: AnswerPeriod): AnswerClass => {
  const { at } = need.submitted
  const first = need.clocks[0]
  if (at < from || at >= to || first === undefined || at > known) return 'outside'
  if (first.due > known) return 'not-due'
  const isTakenBack =
    first.endedBy === 'withdrawal' && isWithdrawnBySide(need) && (first.endedAt ?? Infinity) < first.due
  if (isTakenBack) return 'taken-back'
  return need.clocks.every((clock) => isClockKept(clock, need, known)) ? 'kept' : 'not-kept'
}

/** The parts beside I04 in which a need of d stands. */
export const findAnswerParts = (need: Need, known: number): readonly AnswerPart[] => {
  const last = need.clocks.at(-1)
  const parts: AnswerPart[] = []
  if (last !== undefined && last.endedAt === null && last.due <= known) parts.push('unanswered')
  if (need.merges.length > 0) parts.push('merged')
  if (need.merges.includes(false)) parts.push('not-twin')
  if (need.phase === 'lapsed') parts.push('lapsed')
  if (need.withdrawnBy !== null && findSide(need.withdrawnBy) === 'office') parts.push('withdrawn-by-office')
  if (need.isAbuse) parts.push('abuse')
  return parts
}

export interface AnswerFigure {
  readonly n: number
  readonly d: number
  readonly notDue: number
  readonly takenBack: number
  readonly universe: number
  readonly medianLag: number | null
}

export const countAnswers = (needs: readonly Need[], period: AnswerPeriod): AnswerFigure => {
  const classes = needs.map((need) => classifyAnswer(need, period))
  const count = (name: AnswerClass): number => classes.filter((one) => one === name).length
  const lags = needs
    .filter((_, index) => classes[index] === 'kept' || classes[index] === 'not-kept')
    .map(({ submitted }) => submitted.at - submitted.voicedAt)
    .sort((a, b) => a - b)
  const upper = lags[Math.floor(lags.length / 2)]
  const lower = lags[Math.floor((lags.length - 1) / 2)]
  return {
    n: count('kept'),
    d: count('kept') + count('not-kept'),
    notDue: count('not-due'),
    takenBack: count('taken-back'),
    universe: classes.length - count('outside'),
    medianLag: upper === undefined || lower === undefined ? null : Math.floor((upper + lower) / 2),
  }
}
