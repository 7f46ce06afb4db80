import { streamRead, type Fold, type LogId, type StreamName, type StreamRead } from '@zhiyuan/kernel'
import type { LedgerFounded, FoundingEvent } from './ledger.codec.ts'

/** Which ledger this is, and who founded it. */
export type Founding = Omit<LedgerFounded, 'type'>

/** The stream of the ledger itself: its one event is the first of the log. */
export const ledgerStream = (log: LogId): StreamName => `ledger-${log}`

/** The first founding stands. No command writes a later one, and if one stood there it would change nothing (L4). */
export const foundingFold: Fold<Founding | null, FoundingEvent> = {
  initial: null,
  evolve: (founding, { log, jurisdiction, ledgerId, administrator, unit }) =>
    founding ?? { log, jurisdiction, ledgerId, administrator, unit },
}

/** How the ledger was founded; null before it was. */
export const foundingRead = (log: LogId): StreamRead<Founding | null> => streamRead(ledgerStream(log), foundingFold)
