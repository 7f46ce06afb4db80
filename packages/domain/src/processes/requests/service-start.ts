import { send } from '@zhiyuan/kernel'
import { reacting } from '../reacting.ts'

/** The first check-in begins the order's service; every later one is silent. */
export const serviceStart = reacting('service-start', {
  CheckedIn: ({ occasion, at }) => {
    if (occasion.type !== 'order') return []
    const { orderId, round } = occasion
    return [send({ type: 'StartService', orderId, round, at })]
  },
})
