/** Fields that several events of an order share. */
import { boolean, Instant, list, nullable } from '@zhiyuan/kernel'
import { OrderId, PersonId, PolicyVersion, UnitId } from '../../../vocabulary/ids.ts'
import { Reason, Round } from '../../../vocabulary/values.ts'

export const orderFields = { orderId: OrderId }
/** Every event after the first says when the order was opened: rows are kept by that month, which never changes. */
export const openedFields = { ...orderFields, opened: Instant }
/** Every event of a round names the round and the handler: to-do lists are kept by handler. */
export const keyFields = { ...openedFields, round: Round, handler: UnitId }
/** A new handler takes over the order with its due date. */
export const moveFields = {
  ...openedFields,
  round: Round,
  from: UnitId,
  to: UnitId,
  reason: Reason,
  serviceDueAt: Instant,
}
/** When the order escalates by itself (O4, O16); null at the top, which does not escalate (O5), and where no unit above is left that has not had it. */
export const escalationFields = { escalatesAt: nullable(Instant) }
/** An event that starts this term names the edition by which it runs; a return to the queue only repeats the end (G5). */
export const startedEscalationFields = { ...escalationFields, policyVersion: PolicyVersion }
/**
 * O22: an order not scheduled by then is handed back; I06 measures against it. `serviceDuePolicy` was in force at `serviceDueFrom` (G5).
 */
export const serviceDueFields = {
  serviceDueFrom: Instant,
  serviceDueAt: Instant,
  assumed: boolean,
  serviceDuePolicy: PolicyVersion,
}
export const seated = list(PersonId, 0, 500)
