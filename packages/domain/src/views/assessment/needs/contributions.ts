import { minutesBetween } from '@zhiyuan/kernel'
import type { Measure, Sink } from '../contribution.ts'
import { within, type Frame } from '../frame.ts'
import { needAt, type KnownNeed } from './need-at.ts'
import type { AssessmentNeed } from './row.ts'

/** I04: due by K, and not withdrawn unanswered before it was due. */
const isCounted = ({ answerDueAt, withdrawnUnansweredAt }: KnownNeed, { knownAt }: Frame): boolean =>
  answerDueAt <= knownAt && (withdrawnUnansweredAt === null || withdrawnUnansweredAt >= answerDueAt)

const ofNeed = (frame: Frame, { needId }: AssessmentNeed, need: KnownNeed, into: Sink): void => {
  const { owner: unit, recordedAt, answerDueAt, answeredAt, decision } = need
  const give = (measure: Measure, n: number, d: number): void => {
    into({ measure, unit, view: 'assessment-needs', row: needId, n, d })
  }
  if (isCounted(need, frame)) {
    give('I04', answeredAt !== null && answeredAt <= answerDueAt ? 1 : 0, 1)
    if (answeredAt === null) give('I04.unanswered', 1, 0)
  }
  if (decision === null) return
  give('I04.decision', minutesBetween(recordedAt, decision.recordedAt), 1)
  if (decision.type === 'referred') give('I11.referred', 1, 0)
  if (decision.type === 'rejected') give(`I11.rejected.${decision.reason}`, 1, 0)
}

/** I04, and what stands beside I11: needs recorded in the period, by owner. */
export const needContributions = (frame: Frame, into: Sink): void => {
  for (const row of frame.input.needs) {
    const need = needAt(row, frame.knownAt)
    if (need !== null && within(frame, need.recordedAt)) ofNeed(frame, row, need, into)
  }
}
