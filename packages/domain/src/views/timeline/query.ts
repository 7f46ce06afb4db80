import { minutesBetween } from '@zhiyuan/kernel'
import type { TimelineRow, TimelineStep } from './row.ts'

/** All steps of a need or an order in one list. */
export interface Timeline {
  /** Whole minutes from when the resident voiced the need until it was recorded (N2); null where the question is about an order. */
  readonly lagMinutes: number | null
  readonly steps: ReadonlyArray<TimelineStep>
}

type Steps = ReadonlyArray<TimelineStep>

/** The step before each one in its own row, where the steps stand in the order of the log. */
const listEarlier = (rows: ReadonlyArray<TimelineRow>): ReadonlyMap<string, TimelineStep> =>
  new Map(
    rows.flatMap(({ steps }) =>
      steps.flatMap(({ eventId }, index) => {
        const before = steps[index - 1]
        return before === undefined ? [] : [[eventId, before] as const]
      }),
    ),
  )

/**
 * Orders the steps. Rows keep no log position, so of steps that were recorded at one instant a cause comes before its effect, and both after
 * what their own rows have before them.
 */
const causesFirst = (steps: Steps, earlier: ReadonlyMap<string, TimelineStep>): Steps => {
  const waiting = new Map(steps.map((step) => [step.eventId, step]))
  const ordered: TimelineStep[] = []
  const add = (step: TimelineStep): void => {
    if (!waiting.delete(step.eventId)) return
    const before = earlier.get(step.eventId)
    const cause = step.causedBy === null ? undefined : waiting.get(step.causedBy)
    if (before !== undefined) add(before)
    if (cause !== undefined) add(cause)
    ordered.push(step)
  }
  steps.forEach(add)
  return ordered
}

const byRecording = (a: TimelineStep, b: TimelineStep): number =>
  a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0

/** Joins rows into one list in order of recording. The row in question comes first. */
export const buildTimeline = (rows: ReadonlyArray<TimelineRow>): Timeline => {
  const submitted = rows[0]?.steps.find((step) => step.type === 'NeedSubmitted')
  return {
    lagMinutes:
      submitted === undefined
        ? null
        : Math.max(0, minutesBetween(submitted.facts.voicedAt, submitted.facts.recordedAt)),
    steps: causesFirst(rows.flatMap(({ steps }) => steps).sort(byRecording), listEarlier(rows)),
  }
}
