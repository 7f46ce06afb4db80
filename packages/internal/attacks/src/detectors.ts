/** What sees an attack afterwards, over the whole log: the detectors, and the check that is drawn. */
import { detect as detectAll } from '@zhiyuan/domain/detectors'
import type { LedgerEnvelope } from '@zhiyuan/ledger'

/** A pattern that names people, or a drawn record that names its volunteer. */
export interface Finding {
  readonly detector: string
  readonly persons: ReadonlyArray<string>
}
export type Detect = (events: ReadonlyArray<LedgerEnvelope>) => ReadonlyArray<Finding>

/** The detector that draws honest people as well: it sees an attack only where it draws a record of one who gained. */
export const drawn = 'drawn-check'

export const detect: Detect = (events) => {
  const found = detectAll(events)
  if (found._tag === 'Left') throw new Error(JSON.stringify(found.left))
  return found.right
}
