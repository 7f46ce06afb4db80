import { send } from '@zhiyuan/kernel'
import { reacting } from '../reacting.ts'

/** The first check-in begins the order's service; every later one is silent. */
export const serviceStart = reacting('service-start', {
  CheckedIn: ({ orderId, round, at }) => [send({ type: 'StartService', orderId, round, at })],
})
