import type { Instant } from '@zhiyuan/kernel'
import { sumMinutes } from '../../../../vocabulary/minutes.ts'
import type { Minutes, Segments } from '../../../../vocabulary/values.ts'
import type { AssignmentFacts, AssignmentState, PresenceFacts } from '../assignment.state.ts'
import { copyRef } from './shared.ts'

/** The most that `Minutes` holds; a stay that could be longer is refused at its check-in. */
export const mostMinutes = 100_000

/** The instants at which segments began: a check-in, and the ends of breaks. */
export const listStarts = (state: AssignmentState): ReadonlyArray<Instant> => {
  if (!('segments' in state)) return []
  const ended = state.segments.map(({ start }) => start)
  return state.type === 'Present' || state.type === 'CheckOutMissing' ? [...ended, state.since] : ended
}
export const listEnds = (state: AssignmentState): ReadonlyArray<Instant> =>
  'segments' in state ? state.segments.map(({ end }) => end) : []

/** The ended segments, and the running one up to its end. */
export const endSegments = ({ segments, since }: PresenceFacts, end: Instant): Segments => [
  ...segments,
  { start: since, end },
]

/** The segments up to an instant. */
export const cutSegments = (segments: Segments, end: Instant): Segments =>
  segments.filter(({ start }) => start < end).map((one) => (one.end > end ? { start: one.start, end } : one))

/** The part of an event from which a record is made. */
export const describeAttendance = ({ ref, service, attempt }: AssignmentFacts, segments: Segments) => {
  const { teamId, bodyId, owner, specialty } = service
  const minutes = sumMinutes(segments) as Minutes
  return { ...copyRef(ref), teamId, bodyId, owner, specialty, segments, minutes, attempt }
}
