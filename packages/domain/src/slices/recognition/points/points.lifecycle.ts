import type { Lifecycle } from '@zhiyuan/kernel'
import type { PointsCommand } from './points.codec.ts'
import type { PointsStateName } from './points.state.ts'

/** A balance of points. Any credit may be reversed in full at any time, so every state leads to every lower one. */
export const pointsLifecycle: Lifecycle<PointsStateName, PointsCommand['type']> = {
  initial: 'None',
  final: [],
  resting: ['Available', 'Spent', 'Owing'],
  repeats: [],
  transitions: [
    { from: 'None', command: 'CreditPoints', to: ['Available', 'None'], by: 'process' },
    { from: 'None', command: 'ReversePoints', to: ['None'], by: 'process' },
    { from: 'Available', command: 'RedeemPoints', to: ['Available', 'Spent'], by: 'person' },
    { from: 'Available', command: 'CancelRedemption', to: ['Available'], by: 'unit' },
    { from: 'Available', command: 'CreditPoints', to: ['Available', 'Spent', 'Owing', 'None'], by: 'process' },
    { from: 'Available', command: 'ReversePoints', to: ['Available', 'Spent', 'Owing', 'None'], by: 'process' },
    { from: 'Spent', command: 'CancelRedemption', to: ['Available'], by: 'unit' },
    { from: 'Spent', command: 'CreditPoints', to: ['Available', 'Spent', 'Owing'], by: 'process' },
    { from: 'Spent', command: 'ReversePoints', to: ['Spent', 'Owing'], by: 'process' },
    { from: 'Owing', command: 'CancelRedemption', to: ['Available', 'Spent', 'Owing', 'None'], by: 'unit' },
    { from: 'Owing', command: 'CreditPoints', to: ['Available', 'Spent', 'Owing'], by: 'process' },
    { from: 'Owing', command: 'ReversePoints', to: ['Owing'], by: 'process' },
  ],
  notBuilt: [
    { from: 'Available', to: 'Reserved', rule: 'W8' },
    { from: 'Reserved', to: 'Spent', rule: 'W8' },
    { from: 'Reserved', to: 'Available', rule: 'W8' },
    { from: 'Reserved', to: 'Reversed', rule: 'W8' },
    { from: 'Available', to: 'Expired', rule: 'W9' },
    { from: 'Expired', to: 'Reversed', rule: 'W9' },
  ],
}
