import { tableLifecycle, type Slice } from '@zhiyuan/kernel'
import { NeedCommand, NeedEvent } from './need.codec.ts'
import { needDecider } from './need.decide.ts'
import { needLifecycle } from './need.lifecycle.ts'
import type { NeedRejection } from './need.rejection.ts'
import type { NeedState } from './need.state.ts'
import { restoreNeed } from './need.restore.ts'

export * from './need.codec.ts'
export * from './need.read.ts'
export type * from './need.rejection.ts'
export * from './need.terms.ts'

/** What residents ask for. */
export const need: Slice<NeedCommand, NeedState, NeedEvent, NeedRejection, 'need'> = {
  name: 'need',
  command: NeedCommand,
  event: NeedEvent,
  decider: needDecider,
  lifecycle: tableLifecycle(needLifecycle, ({ type }) => type),
  restoreCommand: restoreNeed,
}
