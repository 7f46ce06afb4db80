/** Corrections that were asked for, with what was entered for them and how they were answered (H9). */
import type { Instant, PersonId } from '@zhiyuan/kernel'
import type { CorrectionId } from '../../../vocabulary/ids.ts'
import type { Reason, Segments } from '../../../vocabulary/values.ts'

/** More time than the record has, as a correction enters it (H20). */
export interface EnteredTime {
  readonly segments: Segments
  readonly at: Instant
}

/** A correction that was ever asked for; `answer` is null until there is one, `entered` until it adds time that is looked at first. */
export interface Correction {
  readonly correctionId: CorrectionId
  readonly by: PersonId
  readonly reason: Reason
  readonly askedAt: Instant
  readonly entered: EnteredTime | null
  readonly answer: CorrectionAnswer | null
}
export type CorrectionAnswer =
  | { readonly type: 'corrected'; readonly approver: PersonId; readonly segments: Segments; readonly reason: Reason }
  | { readonly type: 'upheld'; readonly approver: PersonId; readonly reason: Reason }

type Change = Partial<Pick<Correction, 'entered' | 'answer'>>

/** The corrections after a change of the one with that id. */
export const changeCorrection = (
  corrections: ReadonlyArray<Correction>,
  correctionId: CorrectionId,
  change: Change,
): ReadonlyArray<Correction> =>
  corrections.map((one) => (one.correctionId === correctionId ? { ...one, ...change } : one))
