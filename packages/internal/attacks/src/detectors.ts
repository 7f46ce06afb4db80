/** What sees an attack afterwards, over the whole log. Checks that are drawn by lot would stand here too; the ledger draws none. */
import { detect as detectAll } from '@zhiyuan/domain/detectors'
import type { LedgerEnvelope } from '@zhiyuan/ledger'

/** A pattern that names people. */
export interface Finding {
  readonly detector: string
  readonly persons: ReadonlyArray<string>
}
export type Detect = (events: ReadonlyArray<LedgerEnvelope>) => ReadonlyArray<Finding>

export const detect: Detect = (events) => {
  const found = detectAll(events)
  if (found._tag === 'Left') throw new Error(JSON.stringify(found.left))
  return found.right
}
