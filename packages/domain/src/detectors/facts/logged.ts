import type { Envelope } from '@zhiyuan/kernel'
import type { LedgerEvent } from '../../ledger.ts'
import type { Evidence } from '../detector.ts'

/** What a detector reads of an event in the log. */
export type Logged = Pick<Envelope<LedgerEvent>, 'stream' | 'version' | 'recordedAt' | 'data'>

export const copyEvidence = ({ stream, version }: Logged): Evidence => ({ stream, version })
