import { send } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'

/**
 * The first check-in begins the order's service, or takes on a round that was missed meanwhile (A15); every later one is a no-op. So does a
 * ruling that the service took place against the log (H2a).
 */
export const serviceStart = defineProcess('service-start', {
  CheckedIn: ({ occasion, volunteer, at }) => {
    if (occasion.type !== 'order') return []
    const { orderId, round } = occasion
    return [send({ type: 'StartService', orderId, round, volunteer, at })]
  },
  TookPlaceRuled: ({ source, volunteer, segments: [first] }) => {
    if (source.type !== 'order' || first === undefined) return []
    const { orderId, round } = source
    return [send({ type: 'StartService', orderId, round, volunteer, at: first.start })]
  },
})
