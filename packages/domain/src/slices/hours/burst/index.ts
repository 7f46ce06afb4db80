import { tableLifecycle, type Slice } from '@zhiyuan/kernel'
import { BurstCommand, BurstEvent } from './burst.codec.ts'
import { burstDecider } from './burst.decide.ts'
import { burstLifecycle } from './burst.lifecycle.ts'
import type { BurstState } from './burst.read.ts'
import type { BurstRejection } from './burst.rejection.ts'
import { restoreBurst } from './burst.restore.ts'

export * from './burst.codec.ts'
export * from './burst.read.ts'
export type * from './burst.rejection.ts'

/** Bursts: many records as one case with one ruling (H12). */
export const burst: Slice<BurstCommand, BurstState, BurstEvent, BurstRejection, 'burst'> = {
  name: 'burst',
  command: BurstCommand,
  event: BurstEvent,
  decider: burstDecider,
  lifecycle: tableLifecycle(burstLifecycle, ({ type }) => type),
  restoreCommand: restoreBurst,
}
