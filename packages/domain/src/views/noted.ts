import type { Actor, Envelope, EventId, Instant } from '@zhiyuan/kernel'

/** The source of a row's fact: the event, when it happened, when it was recorded, and the actor. */
export interface Noted {
  readonly eventId: EventId
  readonly occurredAt: Instant
  readonly recordedAt: Instant
  readonly actor: Actor
}

export const copyNoted = ({ id, occurredAt, recordedAt, actor }: Envelope<unknown>): Noted => ({
  eventId: id,
  occurredAt,
  recordedAt,
  actor,
})
