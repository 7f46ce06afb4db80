/** What others may read of a volunteer's points. */
import { fact, type Fact, type PersonId, type StreamName } from '@zhiyuan/kernel'
import { pointsFold, type PointsState } from './points.state.ts'

export type { Credit, PointsState, PointsStateName, Redemption } from './points.state.ts'
export { pointsFold, pointsStateName } from './points.state.ts'
export { pointsFor } from './rate.ts'

export const pointsStream = (volunteer: PersonId): StreamName => `points-${volunteer}`
export const pointsFact = (volunteer: PersonId): Fact<PointsState> => fact(pointsStream(volunteer), pointsFold)
