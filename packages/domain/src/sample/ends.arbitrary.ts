import * as fc from 'fast-check'
import { expect } from 'vitest'
import type { Instant, Typed } from '@zhiyuan/kernel'
import { arbitraryOf } from '@zhiyuan/kernel/arbitrary'
import { ends, type EventWords } from './terms.ts'

/** An event as it is drawn from its codec. */
export type DrawnEvent = Typed & Readonly<Record<string, unknown>>

/** The fields of events, as `Type.field`, whose end of a term is not always seen to: by a timer, by a clock of a row. */
export const listUnseenEnds = (
  events: ReadonlyArray<EventWords>,
  isSeen: (event: DrawnEvent, end: Instant) => boolean,
): ReadonlyArray<string> =>
  events.flatMap(({ type, codec, instants }) => {
    const fields = instants.filter((field) => ends.includes(field))
    if (fields.length === 0) return []
    const drawn = fc.sample(arbitraryOf(codec) as fc.Arbitrary<DrawnEvent>, { numRuns: 20, seed: 7 })
    const isUnseen = (field: string): boolean => {
      const running = drawn.filter((event) => event[field] !== null)
      expect(running.length, `${type} is drawn with ${field}`).toBeGreaterThan(0)
      return !running.every((event) => isSeen(event, event[field] as Instant))
    }
    return fields.filter(isUnseen).map((field) => `${type}.${field}`)
  })
