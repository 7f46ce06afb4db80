import type { Envelope, StreamName } from '@zhiyuan/kernel'
import type { LedgerEvent } from '../../ledger.ts'

/** What a detector reads of an event in the log. */
export type Logged = Pick<Envelope<LedgerEvent>, 'stream' | 'version' | 'recordedAt' | 'data'>

/** An event that an auditor opens. */
export interface Evidence {
  readonly stream: StreamName
  /** Its position in the stream, from 0. */
  readonly version: number
}

export const copyEvidence = ({ stream, version }: Logged): Evidence => ({ stream, version })
