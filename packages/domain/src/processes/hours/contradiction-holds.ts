import { send, type Process, type Reaction } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { HoldId } from '../../vocabulary/ids.ts'
import { occasionKey } from '../../vocabulary/occasion.ts'
import type { Round, Segments } from '../../vocabulary/values.ts'
import type { RecordRef } from '../../slices/hours/record/record.codec.ts'

interface Entered extends RecordRef {
  readonly segments: Segments
}

/** The records of an order round that were entered by hand. */
export interface EnteredRow {
  readonly entered: ReadonlyArray<Entered>
}

const unsaid = [
  'OrderCancelled',
  'OrderMissed',
  'AbsenceAlleged',
  'AttendanceUnconfirmed',
  'CaptureRefused',
  'AssignmentOpened',
  'CheckedOut',
  'AttendanceConfirmed',
] as const satisfies ReadonlyArray<LedgerEvent['type']>
type Unsaid = Extract<LedgerEvent, { readonly type: (typeof unsaid)[number] }>
/** What may say, after a record was entered, that the service did not take place so. */
const isUnsaid = (event: LedgerEvent): event is Unsaid => (unsaid as ReadonlyArray<string>).includes(event.type)

const nameOccasion = (event: Unsaid): string => ('occasion' in event ? occasionKey(event.occasion) : nameRound(event))
const nameRound = ({ orderId, round }: Extract<Unsaid, { readonly round: Round }>): string =>
  occasionKey({ type: 'order', orderId, round })

const hold = ({ volunteer, recordId }: Entered, { type }: Unsaid): Reaction<LedgerCommand> =>
  send({
    type: 'HoldRecord',
    volunteer,
    recordId,
    holdId: `log:${type}` as HoldId,
    kind: 'contradicts-the-log',
    because: [],
  })

/** Whether it says so of this record: a seat that was bound after it begins (A14), or a presence of which it is no part. */
const isAgainst = (event: Unsaid, { volunteer, segments }: Entered): boolean => {
  if (!('occasion' in event)) return true
  if (event.volunteer !== volunteer) return false
  switch (event.type) {
    case 'AssignmentOpened':
      return segments.some(({ start }) => start < event.boundAt)
    case 'CheckedOut':
    case 'AttendanceConfirmed':
      return segments.some((one) => !event.segments.some(({ start, end }) => one.start < end && start < one.end))
    case 'AbsenceAlleged':
    case 'AttendanceUnconfirmed':
    case 'CaptureRefused':
      return true
  }
}

/**
 * H2a: an order that is called off or missed, an absence that is alleged, a presence for which no one vouched (A9) or another one, and a seat
 * bound later than the record begins (A14), after the record was entered by hand. Minutes that overlap are a hold of their own (H5).
 */
export const contradictionHolds: Process<EnteredRow, LedgerEvent, LedgerCommand> = {
  name: 'contradiction-holds',
  version: 2,
  initial: () => ({ entered: [] }),
  keys: (event) => {
    if (event.type === 'RecordSubmitted') return event.grade === 'manual' ? [occasionKey(event.source)] : []
    return isUnsaid(event) ? [nameOccasion(event)] : []
  },
  evolve: (row, { data }) => {
    if (data.type !== 'RecordSubmitted') return row
    const { volunteer, recordId, segments } = data
    return { entered: [...row.entered, { volunteer, recordId, segments }] }
  },
  react: ({ data }, [row]) =>
    isUnsaid(data) ? (row?.entered ?? []).filter((one) => isAgainst(data, one)).map((one) => hold(one, data)) : [],
}
