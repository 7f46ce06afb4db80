import type { GlobalPosition, Page, Recorded } from '@zhiyuan/runtime'
import { storedEnvelope } from './stored-json.ts'

/** A row of the table of events, as statements here select it. */
export interface EventRow {
  readonly position: GlobalPosition
  readonly envelope: string
}

export const recordedOf = ({ position, envelope }: EventRow): Recorded => ({
  position,
  event: storedEnvelope(envelope, () => `event ${position}`),
})

/** A page out of one row more than it takes, if there is one. */
export const pageOf = (rows: ReadonlyArray<EventRow>, limit: number): Page => ({
  events: rows.slice(0, limit).map(recordedOf),
  end: rows.length <= limit,
})
