/** Minutes of the county's days, and what was served in them. */
import { plusMillis, type Instant } from '@zhiyuan/kernel'
import type { CountyBeat, CountyDeed, CountyLook, CountyStep } from '../scene.ts'

const minute = 60_000
/** The instant so many minutes later. */
export const addMinutes = (instant: string, minutes: number): string =>
  // Instants of the county are those of its ledger, or were made by this.
  plusMillis(instant as Instant, minutes * minute)

/** So many minutes from `start`, as a record says them (H13). */
export const stay = (start: string, minutes: number) => ({
  segments: [{ start, end: addMinutes(start, minutes) }],
  minutes,
})

/** Nothing is done until then. */
export const waitUntil = (until: string): CountyBeat => ({ until })

/** A beat of which one learns from what is seen by then; null where there is nothing. */
export const whenSeen =
  <T>(find: (look: CountyLook) => T | null | undefined, act: (found: T, now: string) => CountyBeat): CountyStep =>
  (look) => {
    const found = find(look)
    return found === null || found === undefined ? null : act(found, look.now)
  }

/** Deeds a few minutes apart, with no one else's in between. Processes act while the minutes pass. */
export const inOneGo = (deeds: ReadonlyArray<CountyDeed>): ReadonlyArray<CountyStep> =>
  deeds.flatMap((one, index): ReadonlyArray<CountyStep> => {
    const step = { ...one, atOnce: index < deeds.length - 1 }
    return index === 0 ? [step] : [({ now }) => waitUntil(addMinutes(now, 3)), step]
  })
