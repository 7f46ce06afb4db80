import type { GlobalPosition, Page, Recorded, StoredEvent } from '@zhiyuan/runtime'

/** A row of the table of events, as statements here select it; the decoder of events checks its columns. */
export interface EventRow extends StoredEvent {
  readonly position: GlobalPosition
}

/** Positions are selected as texts, since an embedding program may have told `pg` to parse big numbers in its own way. */
export const eventColumns =
  'e.position::text AS position, e.stream, e.version, e.id, e.type, e.header, e.data, e.traceparent'

export const readRecorded = ({ position, ...event }: EventRow): Recorded => ({ position, event })

/** Makes a page; the query reads one row more than the page holds, to see whether there are more. */
export const cutPage = (rows: ReadonlyArray<EventRow>, limit: number): Page => ({
  events: rows.slice(0, limit).map(readRecorded),
  end: rows.length <= limit,
})
