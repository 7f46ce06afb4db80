import { tableLifecycle, type Slice } from '@zhiyuan/kernel'
import { RollCallCommand, RollCallEvent } from './roll-call.codec.ts'
import { rollCallDecider } from './roll-call.decide.ts'
import { rollCallLifecycle } from './roll-call.lifecycle.ts'
import type { RollCallState } from './roll-call.read.ts'
import type { RollCallRejection } from './roll-call.rejection.ts'
import { restoreRollCall } from './roll-call.restore.ts'

export * from './roll-call.codec.ts'
export * from './roll-call.read.ts'
export type * from './roll-call.rejection.ts'

/** Roll calls: the leader, or a clerk for a caller, says for many that they came or left (A12). */
export const rollCall: Slice<RollCallCommand, RollCallState, RollCallEvent, RollCallRejection, 'rollcall'> = {
  name: 'rollcall',
  command: RollCallCommand,
  event: RollCallEvent,
  decider: rollCallDecider,
  lifecycle: tableLifecycle(rollCallLifecycle, ({ type }) => type),
  restoreCommand: restoreRollCall,
}
