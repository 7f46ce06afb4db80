import type { LogId } from '@zhiyuan/kernel'
import { slices, views, type LedgerCommand, type LedgerEvent, type LedgerRejection } from '@zhiyuan/domain'
import { openRuntime, promised, type Ports } from '@zhiyuan/runtime'
import { upcasts } from './upcasts.ts'

/** SHA-256 over all events by stream and version, and over the rows of all views by key. */
export interface Digests {
  readonly log: string
  readonly rows: string
}

/** What reads a log from its beginning. */
export interface ReplayOptions {
  /** `projections` is a store of its own, and empty: the ledger's rows are not touched. */
  readonly ports: Ports
  readonly log: LogId
}

/** Folds the whole log into rows anew. No process and no clock runs, and nothing is written to the log: its digests must be the ledger's own. */
export const replay = async ({ ports, log }: ReplayOptions): Promise<Digests> => {
  const runtime = openRuntime<LedgerEvent, LedgerCommand, LedgerRejection>({
    slices,
    processes: [],
    views,
    upcasts,
    log,
    ports,
  })
  await promised(runtime.settle())
  return { log: await promised(runtime.digestLog()), rows: await promised(runtime.digestRows()) }
}
