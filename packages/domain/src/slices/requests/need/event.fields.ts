/** Fields that several events of a need share. */
import { boolean, Instant, nullable } from '@zhiyuan/kernel'
import { NeedId, PolicyVersion, UnitId } from '../../../vocabulary/ids.ts'
import { Minutes, Reason } from '../../../vocabulary/values.ts'
import { Pending } from './need.values.ts'

/** Every event after the first says when the need was recorded: rows are kept by that month, which never changes. */
export const openedFields = { needId: NeedId, opened: Instant }
export const keyFields = { ...openedFields, unitId: UnitId }
/** How long the answer took, in whole minutes since the need was recorded. */
export const answeredFields = { ...keyFields, minutesToAnswer: Minutes }
/** An answer clock that starts with the event (N2). */
export const clockFields = { answerDueAt: Instant, assumed: boolean, policyVersion: PolicyVersion }
/** A need that has another owner; what waits there, and until when, goes along. */
export const moveFields = {
  ...openedFields,
  from: UnitId,
  to: UnitId,
  reason: Reason,
  /** Null where nothing waits there. */
  pending: nullable(Pending),
}
/** When the answer clock stopped. What was left of it goes on where the office itself gives the need back to its clerk (N2). */
export const stoppedFields = { stoppedAt: Instant }
