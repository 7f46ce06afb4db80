import type { Actor, EventId, Instant, PersonId, Typed } from '@zhiyuan/kernel'
import type { AssignmentEvent } from '../../slices/attendance/assignment/assignment.codec.ts'
import type { NeedId, OrderId, RecordId } from '../../vocabulary/ids.ts'
import type { Occasion } from '../../vocabulary/occasion.ts'
import type { NeedEvent } from '../../slices/requests/need/need.codec.ts'
import type { OrderEvent } from '../../slices/requests/order/order.codec.ts'
import type { RecordEvent } from '../../slices/hours/record/record.codec.ts'

/** What a timeline tells of. */
export type TimelineEvent = NeedEvent | OrderEvent | AssignmentEvent | RecordEvent

/** An event's own words; the ranking of a dispatch stays with the event, which is named by its id. */
type Words<E extends Typed> = E extends Typed
  ? { readonly type: E['type']; readonly facts: Omit<E, 'type' | 'ranking'> }
  : never

/** One step of a need: what happened, when, when it was recorded, and who did it (N6). */
export type TimelineStep = Words<TimelineEvent> & {
  readonly eventId: EventId
  /** The step that a process answered by this one. */
  readonly causedBy: EventId | null
  readonly at: Instant
  readonly recordedAt: Instant
  readonly who: Actor
}

/** The steps of one need, of one order or session with its assignments, or of one record, in their order. */
export interface TimelineRow {
  readonly steps: ReadonlyArray<TimelineStep>
  /** Rows that tell on: a need leads to its orders and to the need that it was merged into, an order or session to its records. */
  readonly leadsTo: ReadonlyArray<string>
}

export const needKey = (need: NeedId): string => `need:${need}`
export const orderKey = (order: OrderId): string => `order:${order}`
/** The row that tells of an occasion: all rounds of an order have one. */
export const occasionRowKey = (occasion: Occasion): string =>
  occasion.type === 'order' ? orderKey(occasion.orderId) : `session:${occasion.sessionId}`
export const recordKey = (volunteer: PersonId, record: RecordId): string => `record:${volunteer}:${record}`
