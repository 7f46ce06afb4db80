import type { Instant } from '@zhiyuan/kernel'
import { sumMinutes } from '../../../../vocabulary/minutes.ts'
import type { Minutes, Segments } from '../../../../vocabulary/values.ts'
import type { PresenceFacts } from '../assignment.state.ts'
import { copyRef } from './shared.ts'

/** The most that `Minutes` holds; a stay that could be longer is refused at its check-in. */
export const mostMinutes = 100_000

/** The ended segments, and the running one up to its end. */
export const endSegments = ({ segments, since }: PresenceFacts, end: Instant): Segments => [
  ...segments,
  { start: since, end },
]

/** The part of an event from which a record is made. */
export const describeAttendance = ({ ref, service }: PresenceFacts, segments: Segments) => {
  const { teamId, bodyId, owner, specialty } = service
  return { ...copyRef(ref), teamId, bodyId, owner, specialty, segments, minutes: sumMinutes(segments) as Minutes }
}
