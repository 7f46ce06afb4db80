/** Two orders of one need that are alike (O26). */
import type { StreamName } from '@zhiyuan/kernel'
import { units } from '../../../fixtures/people.ts'
import { approved, orderNoted, submitted } from '../need/need.fixture.ts'
import { openedO1, placed, type Told } from './order.fixture.ts'

/** O9 is another order of N1, like O1. */
export const twinKnown = {
  'need-N1': [submitted, approved, ...['O1', 'O9'].map((orderId) => ({ ...orderNoted, orderId }))],
  'order-O9': [{ ...placed, orderId: 'O9' }],
} satisfies Readonly<Record<StreamName, ReadonlyArray<Told>>>
export const twinsNoted = { type: 'TwinsNoted', ...openedO1, owner: units.V1, twins: ['O9'], before: [] }
