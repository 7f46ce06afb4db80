import { send, type PersonId, type Process, type Reaction } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { HoldId } from '../../vocabulary/ids.ts'
import { occasionKey } from '../../vocabulary/occasion.ts'
import type { Round } from '../../vocabulary/values.ts'
import type { RecordRef } from '../../slices/hours/record/record.codec.ts'

/** The records of an order round that were entered by hand. */
export interface EnteredRow {
  readonly refs: ReadonlyArray<RecordRef>
}

const unsaid = [
  'OrderCancelled',
  'OrderMissed',
  'AbsenceAlleged',
  'AttendanceUnconfirmed',
  'CaptureRefused',
] as const satisfies ReadonlyArray<LedgerEvent['type']>
type Unsaid = Extract<LedgerEvent, { readonly type: (typeof unsaid)[number] }>
/** What says, after a record was entered, that the service did not take place so. */
const isUnsaid = (event: LedgerEvent): event is Unsaid => (unsaid as ReadonlyArray<string>).includes(event.type)

const nameOccasion = (event: Unsaid): string => ('occasion' in event ? occasionKey(event.occasion) : nameRound(event))
const nameRound = ({ orderId, round }: Extract<Unsaid, { readonly round: Round }>): string =>
  occasionKey({ type: 'order', orderId, round })

const hold = (ref: RecordRef, { type }: Unsaid): Reaction<LedgerCommand> =>
  send({ type: 'HoldRecord', ...ref, holdId: `log:${type}` as HoldId, kind: 'contradicts-the-log', because: [] })

const isConcerned = (event: Unsaid, volunteer: PersonId): boolean =>
  !('occasion' in event) || event.volunteer === volunteer

/**
 * H2a: an order that is called off or missed, an absence that is alleged, or a presence for which no one vouched (A9), after a record of it
 * was entered by hand.
 */
export const contradictionHolds: Process<EnteredRow, LedgerEvent, LedgerCommand> = {
  name: 'contradiction-holds',
  version: 1,
  initial: () => ({ refs: [] }),
  keys: (event) => {
    if (event.type === 'RecordSubmitted') return event.grade === 'manual' ? [occasionKey(event.source)] : []
    return isUnsaid(event) ? [nameOccasion(event)] : []
  },
  evolve: (row, { data }) => {
    if (data.type !== 'RecordSubmitted') return row
    const { volunteer, recordId } = data
    return { refs: [...row.refs, { volunteer, recordId }] }
  },
  react: ({ data }, [row]) =>
    isUnsaid(data)
      ? (row?.refs ?? []).filter(({ volunteer }) => isConcerned(data, volunteer)).map((ref) => hold(ref, data))
      : [],
}
