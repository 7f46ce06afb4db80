import type { Lifecycle } from '@zhiyuan/kernel'
import type { BurstCommand } from './burst.codec.ts'
import type { BurstState } from './burst.read.ts'

/** A burst by its last case: what is entered after the ruling opens the next one (H12). */
export const burstLifecycle: Lifecycle<BurstState['type'], BurstCommand['type']> = {
  initial: 'None',
  final: [],
  resting: ['Ruled'],
  repeats: ['RuleBurst'],
  transitions: [
    { from: 'None', command: 'NoteBurst', to: ['Open'], by: 'process' },
    { from: 'Open', command: 'NoteBurst', to: ['Open'], by: 'process' },
    { from: 'None', command: 'DoubtDay', to: ['None'], by: 'process' },
    { from: 'Open', command: 'DoubtDay', to: ['Open'], by: 'process' },
    { from: 'Ruled', command: 'DoubtDay', to: ['Ruled'], by: 'process' },
    { from: 'Open', command: 'RuleBurst', to: ['Ruled'], by: 'unit' },
    { from: 'Ruled', command: 'NoteBurst', to: ['Open'], by: 'process' },
  ],
  notBuilt: [],
}
