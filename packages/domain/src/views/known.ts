/** Each fact of a row keeps the instant of its recording, so that a figure as known at K is a filter. */
import type { Instant } from '@zhiyuan/kernel'

/** A fact of a row, with the instant of its recording. */
export interface Recorded {
  readonly recordedAt: Instant
}

/** Lists the facts known at an instant, in the order of the log. */
export const listKnown = <A extends Recorded>(facts: ReadonlyArray<A>, at: Instant): ReadonlyArray<A> =>
  facts.filter(({ recordedAt }) => recordedAt <= at)

/** Whether a fact that happens once is known at an instant. */
export const isKnown = <A extends Recorded>(fact: A | null, at: Instant): fact is A =>
  fact !== null && fact.recordedAt <= at
