import { tableLifecycle, type Slice } from '@zhiyuan/kernel'
import { PointsCommand, PointsEvent } from './points.codec.ts'
import { pointsDecider } from './points.decide.ts'
import { pointsLifecycle } from './points.lifecycle.ts'
import type { PointsRejection } from './points.rejection.ts'
import { pointsStateName, type PointsState } from './points.state.ts'
import { restorePoints } from './points.restore.ts'

export * from './points.codec.ts'
export * from './points.read.ts'
export type * from './points.rejection.ts'
export * from './points.terms.ts'
export * from './spendable.read.ts'

/** Points that verified service earns and that buy goods or courtesies: a ledger apart from hours. */
export const points: Slice<PointsCommand, PointsState, PointsEvent, PointsRejection, 'points'> = {
  name: 'points',
  command: PointsCommand,
  event: PointsEvent,
  decider: pointsDecider,
  lifecycle: tableLifecycle(pointsLifecycle, pointsStateName),
  restoreCommand: restorePoints,
}
