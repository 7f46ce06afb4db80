import { send, type Instant, type PersonId, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { HostedOccasion } from '../../slices/hours/record/record.codec.ts'
import type { Occasion } from '../../vocabulary/occasion.ts'

interface Presence {
  readonly volunteer: PersonId
  readonly at: Instant | null | undefined
  readonly late: boolean
}
const start = (occasion: Occasion | HostedOccasion, { volunteer, at, late }: Presence) => {
  if (occasion.type !== 'order' || at === undefined || at === null) return []
  const { orderId, round } = occasion
  return [send({ type: 'StartService' as const, orderId, round, volunteer, at, late })]
}

/** When a record by hand says that service began; null where there is none. */
export interface StartRow {
  readonly at: Instant | null
}

const entered = ['RecordSubmitted', 'RecordResubmitted', 'RecordVerified'] as const
type Entered = Extract<LedgerEvent, { readonly type: (typeof entered)[number] }>
const isEntered = (event: LedgerEvent): event is Entered => (entered as ReadonlyArray<string>).includes(event.type)
const isByHand = (event: Entered): boolean => event.type === 'RecordResubmitted' || event.grade === 'manual'

/**
 * The first check-in begins the order's service, or takes on a round that was missed meanwhile (A15). What was told late is proven once it is
 * confirmed, or the body's recorder enters it under own name (A14), by a ruling that the service took place against the log (H2a), or by a
 * record by hand once another person has verified it.
 */
export const serviceStart: Process<StartRow, LedgerEvent, LedgerCommand> = {
  name: 'service-start',
  version: 2,
  initial: () => ({ at: null }),
  keys: (event) => (isEntered(event) && isByHand(event) ? [`${event.volunteer}.${event.recordId}`] : []),
  evolve: (row, { data }) =>
    data.type === 'RecordSubmitted' || data.type === 'RecordResubmitted'
      ? { at: data.segments[0]?.start ?? null }
      : row,
  react: ({ data }, [row]) => {
    if (data.type === 'CheckedIn') return start(data.occasion, data)
    const at = 'segments' in data ? data.segments[0]?.start : row?.at
    if (data.type === 'AttendanceConfirmed' || data.type === 'CaptureTakenOver')
      return start(data.occasion, { volunteer: data.volunteer, at, late: false })
    return data.type === 'TookPlaceRuled' || data.type === 'RecordVerified'
      ? start(data.source, { volunteer: data.volunteer, at, late: false })
      : []
  },
}
