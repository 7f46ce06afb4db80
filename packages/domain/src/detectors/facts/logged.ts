import type { Envelope, StreamName, Typed } from '@zhiyuan/kernel'
import type { LedgerEvent } from '../../ledger.ts'

/** An event in a log, of any slice: what is read of it. */
export type LoggedBy<E extends Typed> = Pick<Envelope<E>, 'id' | 'stream' | 'version' | 'recordedAt' | 'data'>

/** What a detector reads of an event in the log. */
export type Logged = LoggedBy<LedgerEvent>

/** An event that an auditor opens. */
export interface Evidence {
  readonly stream: StreamName
  /** Its position in the stream, from 0. */
  readonly version: number
}

export const copyEvidence = ({ stream, version }: Logged): Evidence => ({ stream, version })
