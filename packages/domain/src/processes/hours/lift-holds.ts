import { send, type PersonId, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'

/** Whether a registration has left a human, or remained when another left. */
export interface SplitRow {
  readonly split: boolean
}

const lift = (volunteer: PersonId) => send({ type: 'LiftHolds' as const, volunteer })

/**
 * G2: a split has the holds of each registration looked at. A later hold of such a registration has it looked at too, since the hold may
 * rest on what had been read before the split.
 */
export const liftHolds: Process<SplitRow, LedgerEvent, LedgerCommand> = {
  name: 'lift-holds',
  version: 1,
  initial: () => ({ split: false }),
  keys: (event) => {
    if (event.type === 'RegistrationsSplit') return [...event.leaving, ...event.staying]
    return event.type === 'RecordHeld' ? [event.volunteer] : []
  },
  evolve: (row, { data }) => (data.type === 'RegistrationsSplit' ? { split: true } : row),
  react: ({ data }, rows) => {
    if (data.type === 'RegistrationsSplit') return [...data.leaving, ...data.staying].map(lift)
    if (data.type === 'HoldsReviewed') return data.more ? [lift(data.volunteer)] : []
    return data.type === 'RecordHeld' && rows[0]?.split === true ? [lift(data.volunteer)] : []
  },
}
