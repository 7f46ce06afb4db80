import { minutesBetween, type Instant } from '@zhiyuan/kernel'
import type { Minutes, Segments } from '../../../../vocabulary/values.ts'
import type { PresenceFacts } from '../assignment.state.ts'
import { copyRef } from './shared.ts'

/** What `Minutes` holds; a stay that could be longer is refused at its check-in. */
export const mostMinutes = 100_000

/** H13: the sum over segments of whole minutes, each rounded down. */
export const sumMinutes = (segments: Segments): number =>
  segments.reduce((sum, { start, end }) => sum + minutesBetween(start, end), 0)

/** The segments with the one that runs ended. */
export const endSegments = ({ segments, since }: PresenceFacts, end: Instant): Segments => [
  ...segments,
  { start: since, end },
]

/** What the events say from which a record is made. */
export const describeAttendance = ({ ref, service }: PresenceFacts, segments: Segments) => {
  const { teamId, bodyId, owner, specialty } = service
  return { ...copyRef(ref), teamId, bodyId, owner, specialty, segments, minutes: sumMinutes(segments) as Minutes }
}
