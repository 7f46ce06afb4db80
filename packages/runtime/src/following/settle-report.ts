import type { EventId, ProcessName } from '@zhiyuan/kernel'
import type { Stopped } from '../ports/fault.ts'

/** A process's command that the domain refused: mostly a timer that no longer applies. */
export interface Refused {
  readonly process: ProcessName
  readonly cause: EventId
  readonly command: string
  readonly rejection: { readonly type: string }
}

/** What a settle did. All zero and empty when the ledger was at rest. */
export interface SettleReport {
  /** Events that views and processes took in. */
  readonly events: number
  /** Commands that processes sent, deadlines too. */
  readonly commands: number
  /** Those that were no-ops, or had been done before. */
  readonly noOps: number
  /** Timers that came due. */
  readonly timers: number
  /** Refused commands of processes, by type of rejection. */
  readonly refused: Readonly<Record<string, number>>
  /** The last few of them. */
  readonly lastRefused: ReadonlyArray<Refused>
  /** Projections and processes that stand still until they are mended and opened again. */
  readonly stopped: ReadonlyArray<Stopped>
  /** Rows that were quarantined in this settle because of an event they could not take in. */
  readonly quarantined: ReadonlyArray<Stopped & { readonly key: string }>
}
