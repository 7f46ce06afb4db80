/** What others may read of a volunteer's points. */
import { streamRead, type PersonId, type StreamName, type StreamRead } from '@zhiyuan/kernel'
import { pointsFold, type PointsState } from './points.state.ts'

export type { Credit, PointsState, PointsStateName, Redemption } from './points.state.ts'
export { pointsFold, pointsStateName } from './points.state.ts'
export { computePoints } from './rate.ts'

export const pointsStream = (volunteer: PersonId): StreamName => `points-${volunteer}`
export const pointsRead = (volunteer: PersonId): StreamRead<PointsState> =>
  streamRead(pointsStream(volunteer), pointsFold)
