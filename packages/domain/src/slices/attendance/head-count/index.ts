import type { Slice } from '@zhiyuan/kernel'
import { HeadCountCommand, HeadCountEvent } from './head-count.codec.ts'
import { headCountDecider, type HeadCountRejection } from './head-count.decide.ts'
import type { HeadCountState } from './head-count.read.ts'
import { restoreHeadCounts } from './head-count.restore.ts'

export * from './head-count.codec.ts'
export * from './head-count.read.ts'
export type { HeadCountRejection, NotTheDay } from './head-count.decide.ts'

/** How many volunteers were at an occasion, told on the day itself (H12). */
export const headCount: Slice<HeadCountCommand, HeadCountState, HeadCountEvent, HeadCountRejection, 'headcount'> = {
  name: 'headcount',
  command: HeadCountCommand,
  event: HeadCountEvent,
  decider: headCountDecider,
  lifecycle: {
    table: null,
    reason: 'head counts stand beside each other; which of them speaks for a list is read off them',
  },
  restoreCommand: restoreHeadCounts,
}
