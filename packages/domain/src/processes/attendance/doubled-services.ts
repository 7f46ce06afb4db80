import { send, type Instant, type PersonId, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { Round } from '../../vocabulary/values.ts'

/** An order of which a second team has accepted what the first one had served; null where there is none. */
export interface DoubledRow {
  readonly doubled: { readonly round: Round; readonly volunteer: PersonId; readonly at: Instant } | null
}

/** A15: once the second team is let go, the round goes on with the first one, which had served. */
export const doubledServices: Process<DoubledRow, LedgerEvent, LedgerCommand> = {
  name: 'doubled-services',
  version: 2,
  initial: () => ({ doubled: null }),
  keys: (event) =>
    event.type === 'ServiceDoubled' || event.type === 'FirstServiceCancelled' || event.type === 'OrderHandedBack'
      ? [event.orderId]
      : [],
  evolve: (row, { data }) => {
    if (data.type === 'FirstServiceCancelled') return { doubled: null }
    if (data.type !== 'ServiceDoubled') return row
    const { round, volunteer, at } = data
    return { doubled: { round, volunteer, at } }
  },
  react: ({ data }, [row]) => {
    const doubled = row?.doubled ?? null
    if (data.type !== 'OrderHandedBack' || doubled?.round !== data.round) return []
    return [send({ type: 'StartService', orderId: data.orderId, ...doubled, late: true })]
  },
}
