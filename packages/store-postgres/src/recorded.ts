import type { GlobalPosition, Page, Recorded, StoredEvent } from '@zhiyuan/runtime'

/** A row of the table of events, as statements here select it: whatever is in it is looked at where the event is decoded. */
export interface EventRow extends StoredEvent {
  readonly position: GlobalPosition
}

/** Positions come as texts, whatever an embedding program has told `pg` to make of big numbers. */
export const eventColumns =
  'e.position::text AS position, e.stream, e.version, e.id, e.type, e.header, e.data, e.traceparent'

export const readRecorded = ({ position, ...event }: EventRow): Recorded => ({ position, event })

/** A page out of one row more than it takes, if there is one. */
export const cutPage = (rows: ReadonlyArray<EventRow>, limit: number): Page => ({
  events: rows.slice(0, limit).map(readRecorded),
  end: rows.length <= limit,
})
