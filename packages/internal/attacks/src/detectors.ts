/** What sees an attack afterwards: each detector looks at the whole log. Checks that are drawn by lot would stand here too; the ledger draws none. */
import type { LedgerEnvelope } from '@zhiyuan/ledger'

export interface Detector {
  readonly name: string
  readonly finds: (events: ReadonlyArray<LedgerEnvelope>) => boolean
}

export const detectors: ReadonlyArray<Detector> = []
