import { minutesBetween } from '@zhiyuan/kernel'
import type { TimelineRow, TimelineStep } from './row.ts'

/** All steps of a need or an order in one list. */
export interface Timeline {
  /** Whole minutes from when the resident voiced the need until it was recorded (N2); null where the question is about an order. */
  readonly lagMinutes: number | null
  readonly steps: ReadonlyArray<TimelineStep>
}

/** Orders the steps. Rows keep no log position, so of steps that were recorded at one instant a cause comes before its effect. */
const causesFirst = (steps: ReadonlyArray<TimelineStep>): ReadonlyArray<TimelineStep> => {
  const waiting = new Map(steps.map((step) => [step.eventId, step]))
  const ordered: TimelineStep[] = []
  const add = (step: TimelineStep): void => {
    if (!waiting.delete(step.eventId)) return
    const cause = step.causedBy === null ? undefined : waiting.get(step.causedBy)
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
    steps: causesFirst(rows.flatMap(({ steps }) => steps).sort(byRecording)),
  }
}
