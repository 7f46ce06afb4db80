import { tableLifecycle, type Slice } from '@zhiyuan/kernel'
import { StarCommand, StarEvent } from './star.codec.ts'
import { starDecider } from './star.decide.ts'
import { starLifecycle } from './star.lifecycle.ts'
import type { StarRejection } from './star.rejection.ts'
import { starStateName, type StarState } from './star.state.ts'
import { restoreStar } from './star.restore.ts'

export * from './eligibility.ts'
export * from './star.codec.ts'
export * from './star.read.ts'
export type * from './star.rejection.ts'
export * from './star.terms.ts'

/**
 * Stars that service earns. A volunteer applies; an application is examined, put on public notice and granted; a star is examined again
 * when its ground is lost.
 */
export const star: Slice<StarCommand, StarState, StarEvent, StarRejection, 'star'> = {
  name: 'star',
  command: StarCommand,
  event: StarEvent,
  decider: starDecider,
  lifecycle: tableLifecycle(starLifecycle, starStateName),
  restoreCommand: restoreStar,
}
