/** An upcast is a program. The lock pins its result for the planted event and for every event that a release stored. */
import { upcast, type Header, type PastEdition } from '@zhiyuan/kernel'
import type { StoredEvent } from '@zhiyuan/runtime'
import { canonicalText } from '../canonical.ts'
import { digestText, type Line } from './line.ts'
import { listEvents, type WordedSlice } from './word-lines.ts'

/** Every type that has past editions, with them. */
const listPast = (slices: ReadonlyArray<WordedSlice>): ReadonlyArray<readonly [string, ReadonlyArray<PastEdition>]> =>
  slices.flatMap((slice) =>
    listEvents(slice).flatMap(([type]) => {
      const editions = slice.upcasts?.[type] ?? []
      return editions.length === 0 ? [] : [[type, editions] as const]
    }),
  )

/** A line for each past edition: its planted event, and how that reads in the next one. */
export const upcastLines = (slices: ReadonlyArray<WordedSlice>): ReadonlyArray<Line> =>
  listPast(slices).flatMap(([type, editions]) =>
    editions.map(({ planted, raise }, index) => {
      const text = `${canonicalText(planted)} reads ${canonicalText(raise(planted))}`
      return { key: `upcast ${type}@${index + 1}`, digest: digestText(text), text }
    }),
  )

const readSchema = ({ header }: StoredEvent): number => (JSON.parse(header) as Header).schema

/** A line for each step from one edition to the next: how the events that a release stored before it read after it. */
export const raisedLines = (
  slices: ReadonlyArray<WordedSlice>,
  over: string,
  stored: ReadonlyArray<StoredEvent>,
): ReadonlyArray<Line> =>
  listPast(slices).flatMap(([type, editions]) => {
    const events = stored.filter((event) => event.type === type)
    return editions.flatMap((_, index) => {
      const raises = { [type]: editions.slice(0, index + 1).map(({ raise }) => raise) }
      const older = events.filter((event) => readSchema(event) <= index + 1)
      if (older.length === 0) return []
      const raised = older.map((event) =>
        canonicalText(upcast(raises, type, readSchema(event), JSON.parse(event.data))),
      )
      return [
        {
          key: `raised ${type}@${index + 1} over ${over}`,
          digest: digestText(raised.join('\n')),
          text: `${older.length} events`,
        },
      ]
    })
  })
