/** What several events of an order say. */
import { boolean, Instant, list, nullable } from '@zhiyuan/kernel'
import { OrderId, PersonId, PolicyVersion, UnitId } from '../../../vocabulary/ids.ts'
import { Reason, Round } from '../../../vocabulary/values.ts'

export const orderFields = { orderId: OrderId }
/** Every event after the first says when the order was opened: rows are kept by the month of opening, which never changes. */
export const openedFields = { ...orderFields, opened: Instant }
/** Every step says in which round and at which handler it was made: to-do lists are kept by handler. */
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
/** 48 h after it opened at this handler it escalates by itself (O4, O16); null at the top, which does not escalate (O5). */
export const escalationFields = { escalatesAt: nullable(Instant) }
/** Where those hours begin, the event names the edition that they run by; a return to the queue only repeats their end (G5). */
export const startedEscalationFields = { ...escalationFields, policyVersion: PolicyVersion }
/** O22: handed back when it passes unscheduled; I06 measures against it. `serviceDuePolicy` was in force at `serviceDueFrom` (G5). */
export const serviceDueFields = {
  serviceDueFrom: Instant,
  serviceDueAt: Instant,
  assumed: boolean,
  serviceDuePolicy: PolicyVersion,
}
export const seated = list(PersonId, 0, 500)
