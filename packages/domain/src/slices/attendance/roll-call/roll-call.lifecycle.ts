import type { Lifecycle } from '@zhiyuan/kernel'
import type { RollCallCommand } from './roll-call.codec.ts'
import type { RollCallState } from './roll-call.read.ts'

/** A roll is called once. Each person's presence goes on in the own assignment. */
export const rollCallLifecycle: Lifecycle<RollCallState['type'], RollCallCommand['type']> = {
  initial: 'None',
  final: ['Called'],
  resting: [],
  repeats: ['CallRoll'],
  transitions: [{ from: 'None', command: 'CallRoll', to: ['Called'], by: 'person' }],
  notBuilt: [],
}
