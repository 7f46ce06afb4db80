import { send } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'

/** The first check-in begins the order's service, or takes on a round that was missed meanwhile (A15); every later one is a no-op. */
export const serviceStart = defineProcess('service-start', {
  CheckedIn: ({ occasion, volunteer, at }) => {
    if (occasion.type !== 'order') return []
    const { orderId, round } = occasion
    return [send({ type: 'StartService', orderId, round, volunteer, at })]
  },
})
