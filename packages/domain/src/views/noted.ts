import type { Actor, Envelope, EventId, Instant } from '@zhiyuan/kernel'

/** Which event says so, when that was and was recorded, and who did it: every fact of a row carries it. */
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
