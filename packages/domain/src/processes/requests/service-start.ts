import { send, type Instant, type PersonId } from '@zhiyuan/kernel'
import type { HostedOccasion } from '../../slices/hours/record/record.codec.ts'
import type { Occasion } from '../../vocabulary/occasion.ts'
import { defineProcess } from '../define-process.ts'

interface Presence {
  readonly volunteer: PersonId
  readonly at: Instant | undefined
  readonly late: boolean
}
const start = (occasion: Occasion | HostedOccasion, { volunteer, at, late }: Presence) => {
  if (occasion.type !== 'order' || at === undefined) return []
  const { orderId, round } = occasion
  return [send({ type: 'StartService' as const, orderId, round, volunteer, at, late })]
}

/**
 * The first check-in begins the order's service, or takes on a round that was missed meanwhile (A15). What was told late is proven once it is
 * confirmed, or the body's recorder enters it under own name (A14), or by a ruling that the service took place against the log (H2a).
 */
export const serviceStart = defineProcess('service-start', {
  CheckedIn: ({ occasion, volunteer, at, late }) => start(occasion, { volunteer, at, late }),
  AttendanceConfirmed: ({ occasion, volunteer, segments: [first] }) =>
    start(occasion, { volunteer, at: first?.start, late: false }),
  CaptureTakenOver: ({ occasion, volunteer, segments: [first] }) =>
    start(occasion, { volunteer, at: first?.start, late: false }),
  TookPlaceRuled: ({ source, volunteer, segments: [first] }) =>
    start(source, { volunteer, at: first?.start, late: false }),
})
