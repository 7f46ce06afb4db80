import type { DatabaseSync } from 'node:sqlite'
import type { GlobalPosition, Page, Recorded } from '@zhiyuan/runtime'
import { storedEnvelope } from './stored-json.ts'

/** A row of the table of events. */
export type EventRow = readonly [position: number, envelope: string]

/** A question for rows of events. As arrays they come in three quarters of the time of objects. */
export const eventRows = (db: DatabaseSync, where: string) => {
  const statement = db.prepare(`SELECT position, envelope FROM events WHERE ${where}`)
  statement.setReturnArrays(true)
  return (...values: ReadonlyArray<string | number>): ReadonlyArray<EventRow> =>
    statement.all(...values) as unknown as ReadonlyArray<EventRow>
}

export const recordedOf = ([position, envelope]: EventRow): Recorded => ({
  position: String(position) as GlobalPosition,
  event: storedEnvelope(envelope, () => `event ${position}`),
})

/** A page out of one row more than it takes, if there is one. */
export const pageOf = (rows: ReadonlyArray<EventRow>, limit: number): Page => ({
  events: rows.slice(0, limit).map(recordedOf),
  end: rows.length <= limit,
})
