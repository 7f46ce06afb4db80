import { slices, views, type LedgerEvent, type LedgerCommand, type LedgerRejection } from '@zhiyuan/domain'
import { openRuntime, promised } from '@zhiyuan/runtime'
import type { Digests, LedgerOptions } from './ledger.ts'
import { logNamed } from './names.ts'
import { upcasts } from './upcasts.ts'

/**
 * Folds the whole log into rows anew, in the projection store that it is handed; no process acts, nothing is appended.
 * An auditor compares the digests with those of the ledger: the same log gives the same rows, on any machine.
 *
 * @example
 * const digests = await replay({ ports: { ...ports, projections: memoryProjectionStore() }, log })
 */
export const replay = async ({ ports, log }: Pick<LedgerOptions, 'ports' | 'log'>): Promise<Digests> => {
  const runtime = openRuntime<LedgerEvent, LedgerCommand, LedgerRejection>({
    slices,
    processes: [],
    views,
    upcasts,
    log: logNamed(log),
    ports,
  })
  await promised(runtime.settle())
  return { log: await promised(runtime.digestLog()), rows: await promised(runtime.digestRows()) }
}
