import { send, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { RecordRef } from '../../slices/hours/record/record.codec.ts'
import type { OrderRound } from '../../vocabulary/occasion.ts'

/** A record by hand of an order round, and why it tells of no minutes. */
export interface PerformerRow {
  /** Null for a record of another kind: a presence has a seat, and a session no order. */
  readonly source: OrderRound | null
  readonly held: boolean
  readonly suspended: boolean
  readonly ended: boolean
}

const changing = [
  'RecordSubmitted',
  'RecordHeld',
  'HoldCleared',
  'HoldLifted',
  'RecordSuspended',
  'RecordReinstated',
  'RecordRejected',
  'RecordWithdrawn',
  'RecordVoided',
] as const satisfies ReadonlyArray<LedgerEvent['type']>
type Changing = Extract<LedgerEvent, { readonly type: (typeof changing)[number] }>
const isChanging = (event: LedgerEvent): event is Changing =>
  (changing as ReadonlyArray<string>).includes(event.type) &&
  (event.type !== 'RecordSubmitted' || event.grade === 'manual')

const nameRecord = ({ volunteer, recordId }: RecordRef): string => `${volunteer}.${recordId}`

const evolve = (row: PerformerRow, event: Changing): PerformerRow => {
  switch (event.type) {
    case 'RecordSubmitted':
      return event.source.type === 'order' ? { ...row, source: event.source } : row
    case 'RecordHeld':
      return { ...row, held: true }
    case 'HoldCleared':
    case 'HoldLifted':
      return { ...row, held: event.stillHeld }
    case 'RecordSuspended':
      return { ...row, suspended: true }
    case 'RecordReinstated':
      return { ...row, suspended: false }
    case 'RecordRejected':
    case 'RecordWithdrawn':
    case 'RecordVoided':
      return { ...row, ended: true }
  }
}

/** O9: who has minutes in a round without a seat neither reviews nor follows it up. A record that is held or rejected silences no one. */
export const notePerformers: Process<PerformerRow, LedgerEvent, LedgerCommand> = {
  name: 'note-performers',
  version: 2,
  initial: () => ({ source: null, held: false, suspended: false, ended: false }),
  keys: (event) => (isChanging(event) ? [nameRecord(event)] : []),
  evolve: (row, { data }) => (isChanging(data) ? evolve(row, data) : row),
  react: ({ data }, [row]) => {
    if (!isChanging(data) || row === undefined || row.source === null) return []
    const { orderId, round } = row.source
    const { volunteer, recordId } = data
    const hasMinutes = !row.held && !row.suspended && !row.ended
    return [send({ type: 'NotePerformer', orderId, round, volunteer, recordId, hasMinutes })]
  },
}
