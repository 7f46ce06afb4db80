import type { SeatsOverlap } from '../../slices/attendance/diary/diary.codec.ts'
import type { Actor, EventId, Instant, PersonId, Typed } from '@zhiyuan/kernel'
import type { AssignmentEvent } from '../../slices/attendance/assignment/assignment.codec.ts'
import type { NeedId, OrderId, RecordId } from '../../vocabulary/ids.ts'
import type { Occasion } from '../../vocabulary/occasion.ts'
import type { NeedEvent } from '../../slices/requests/need/need.codec.ts'
import type { OrderEvent } from '../../slices/requests/order/order.codec.ts'
import type { RecordEvent } from '../../slices/hours/record/record.codec.ts'

/** The subject of a timeline row. */
export type TimelineEvent = NeedEvent | OrderEvent | AssignmentEvent | RecordEvent | SeatsOverlap

/** The data of an event. The ranking of a dispatch is left out; the id of the event leads to it. */
type Words<E extends Typed> = E extends Typed
  ? { readonly type: E['type']; readonly facts: Omit<E, 'type' | 'ranking'> }
  : never

/** One step of a need: what happened, when, when it was recorded, and who did it (N6). */
export type TimelineStep = Words<TimelineEvent> & {
  readonly eventId: EventId
  /** The step to which a process reacted with this one. */
  readonly causedBy: EventId | null
  readonly at: Instant
  readonly recordedAt: Instant
  readonly who: Actor
}

/** The steps of one need, of one order or session with its assignments, or of one record, in their order. */
export interface TimelineRow {
  readonly steps: ReadonlyArray<TimelineStep>
  /** The rows that continue it: a need leads to its orders and to the need into which it was merged, an order or session to its records. */
  readonly leadsTo: ReadonlyArray<string>
}

export const needKey = (need: NeedId): string => `need:${need}`
export const orderKey = (order: OrderId): string => `order:${order}`
/** The key of the row of an occasion: all rounds of an order share one row. */
export const occasionRowKey = (occasion: Occasion): string =>
  occasion.type === 'order' ? orderKey(occasion.orderId) : `session:${occasion.sessionId}`
export const recordKey = (volunteer: PersonId, record: RecordId): string => `record:${volunteer}:${record}`
