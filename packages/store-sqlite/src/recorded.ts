import type { Envelope } from '@zhiyuan/kernel'
import type { GlobalPosition, Page, Recorded } from '@zhiyuan/runtime'
import { storedJson } from './stored-json.ts'

/** A row of the table of events, as statements here select it. */
export type EventRow = Readonly<Record<string, unknown>>

export const recordedOf = ({ position, envelope }: EventRow): Recorded => ({
  position: String(position) as GlobalPosition,
  event: storedJson(envelope, () => `event ${String(position)}`) as Envelope<unknown>,
})

/** A page out of one row more than it takes, if there is one. */
export const pageOf = (rows: ReadonlyArray<EventRow>, limit: number): Page => ({
  events: rows.slice(0, limit).map(recordedOf),
  end: rows.length <= limit,
})
