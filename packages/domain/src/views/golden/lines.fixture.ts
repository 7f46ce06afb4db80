/** What every chapter of the golden story is written with: a line of the log, and the values that its events share. */
import type { Typed } from '@zhiyuan/kernel'
import type { people, timer } from '../../fixtures/people.ts'

/** An event, when it was recorded, and by whom. */
export interface GoldenLine {
  readonly at: string
  readonly by: (typeof people)[keyof typeof people] | typeof timer
  readonly event: Typed & Readonly<Record<string, unknown>>
}

/** An instant of 2020 from its month, day and time. */
export const instant = (time: string): string => `2020-${time.replace(' ', 'T')}:00.000Z`
/** An event as this story says it: checked by its codec when the log is built. */
export type Words = Typed & Readonly<Record<string, unknown>>
/** The events that one command brought. */
export const line = (time: string, by: GoldenLine['by'], ...events: ReadonlyArray<Words>): ReadonlyArray<GoldenLine> =>
  events.map((event) => ({ at: instant(time), by, event }))

export const reason = (code: string) => ({ code, text: null })
export const interval = (start: string, end: string) => ({ start: instant(start), end: instant(end) })
export const noRisks = { known: false, description: null }
