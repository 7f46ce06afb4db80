import type { HoldId } from '@zhiyuan/domain'
import { openHolds } from './queries/open-holds.ts'
import { rankTeams, type RankedTeams } from './queries/rank-teams.ts'
import type { Sources } from './queries/sources.ts'

/** What may be asked of the ledger. Rows are those of the last `settle`; a fault of a store throws a `LedgerFault`. */
export interface LedgerQueries {
  /** The teams for an order, best first, and who is left out for which reason; null where there is no such order. */
  readonly rankTeams: (orderId: string) => Promise<RankedTeams | null>
  /** The holds that keep a record from counting. */
  readonly openHolds: (volunteer: string, recordId: string) => Promise<ReadonlyArray<HoldId>>
}

export const queriesOf = (sources: Sources): LedgerQueries => ({
  rankTeams: rankTeams(sources),
  openHolds: openHolds(sources),
})
