import type { Slice } from '@zhiyuan/kernel'
import { WatchCommand, WatchEvent } from './watch.codec.ts'
import { watchDecider, type WatchRejection } from './watch.decide.ts'
import type { WatchState } from './watch.read.ts'
import { restoreWatch } from './watch.restore.ts'

export * from './watch.codec.ts'
export * from './watch.read.ts'
export type { WatchRejection } from './watch.decide.ts'

/** Watches over the pace of rulings and approvals (H12), and over what counts on one unit's word (H20, A9). */
export const watch: Slice<WatchCommand, WatchState, WatchEvent, WatchRejection, 'watch'> = {
  name: 'watch',
  command: WatchCommand,
  event: WatchEvent,
  decider: watchDecider,
  lifecycle: { table: null, reason: 'a watch has no state of its own; each run and word is told once and seen once' },
  restoreCommand: restoreWatch,
}
