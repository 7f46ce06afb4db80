import type { EventId, StreamName } from '@zhiyuan/kernel'
import type { LedgerIdentity } from '../wiring.ts'
import type { CommitError, GlobalPosition } from './ports.ts'

/** A stored event that this program cannot read: its place, the path, and what was expected there. */
export interface EventDamaged {
  readonly type: 'EventDamaged'
  /** Its place in the log; null where it was about to be written. */
  readonly position: GlobalPosition | null
  readonly id: EventId
  readonly stream: StreamName
  readonly version: number
  readonly path: string
  readonly expected: string
  /** What to do about it in Chinese and English; only where the event is of another log. */
  readonly advice?: string
}

/** Other writers were faster every time; nothing was written. Send the command again. */
export interface TooMuchContention {
  readonly type: 'TooMuchContention'
  readonly stream: StreamName
  readonly attempts: number
}

/** A mistake in the program: a rule threw, or decided events that its own codecs refuse. Nothing was written. */
export interface Defect {
  readonly type: 'Defect'
  readonly where: string
  readonly cause: string
}

/** Why a log could not be copied. What was copied stays: copy again to go on. */
export type CopyFault =
  /** The target's `place`-th event (from 1) is not the source's (null: the source has none): it is no copy of it. */
  | { readonly type: 'LogsDiffer'; readonly place: number; readonly source: EventId | null; readonly target: EventId }
  /** Another writer wrote to the target's stream meanwhile. */
  | { readonly type: 'TargetChanged'; readonly stream: StreamName }
  /** The target took every event, but does not return them unchanged. */
  | { readonly type: 'DigestsDiffer'; readonly source: string; readonly target: string }

/** Why a backup was not made: there is a file at its path already. Nothing was changed. */
export type BackupFault = { readonly type: 'BackupTargetExists'; readonly to: string }

/** Why a ledger was not opened, with what to do about it in Chinese and English. Nothing was changed (L4). */
export type OpeningFault =
  /** The log does not name its ledger: it is empty, or was written by another program. */
  | { readonly type: 'LedgerNotFounded'; readonly log: string; readonly cause: string; readonly advice: string }
  /**
   * The log is another ledger's: of another name, or of another jurisdiction. Where a founding event of the wanted one stands in it too, since
   * two founded it at the same moment, the advice says so.
   */
  | {
      readonly type: 'OtherLedger'
      readonly wanted: LedgerIdentity
      readonly found: LedgerIdentity
      readonly advice: string
    }

/** Why the runtime could not answer. Never a refusal: the caller did nothing wrong. */
export type Fault = CommitError | BackupFault | CopyFault | OpeningFault | EventDamaged | TooMuchContention | Defect

/** A projection or process that came to an event it cannot take in. The others go on. */
export interface Stopped {
  readonly name: string
  readonly version: number
  readonly eventId: EventId
  readonly cause: string
}

/** What was thrown at a place in the program, as a fault. */
export const defect = (where: string, cause: unknown): Defect => ({
  type: 'Defect',
  where,
  cause: cause instanceof Error ? cause.message : String(cause),
})
