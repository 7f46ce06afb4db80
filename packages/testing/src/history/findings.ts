import type { EventId, StreamName, StreamVersion } from '@zhiyuan/kernel'
import type { GlobalPosition } from '@zhiyuan/runtime'

/** A contradiction between a history and a store's contract. */
export type HistoryFinding =
  /** Acknowledged, and not in the log at the end, or not where it was said to be. */
  | { readonly type: 'AcknowledgementLost'; readonly process: string; readonly id: EventId }
  /** Two appends were acknowledged for one version of a stream. */
  | { readonly type: 'TwoWinners'; readonly stream: StreamName; readonly version: StreamVersion }
  /** One event stands in the log at two places. */
  | { readonly type: 'WrittenTwice'; readonly id: EventId }
  /** An event in the log that no process appended, or whose process was told that nothing was written. */
  | { readonly type: 'UnaskedEvent'; readonly id: EventId }
  /** The log skips a version of a stream, or one of its own numbers. */
  | { readonly type: 'LogGap'; readonly before: EventId }
  /** An append that was acknowledged before the other began stands after it in the log. */
  | { readonly type: 'Reordered'; readonly earlier: EventId; readonly later: EventId }
  /** A page is not a contiguous piece of the log: it leaves events out, changes their order or gives other places. */
  | { readonly type: 'PageTorn'; readonly process: string; readonly invokedAt: bigint }
  /** A page ends before an event that had been acknowledged or seen when the page was asked for. */
  | { readonly type: 'ReadStale'; readonly process: string; readonly invokedAt: bigint; readonly missing: EventId }
  /** A refusal that the log contradicts: the stream stood elsewhere. */
  | { readonly type: 'ConflictUntrue'; readonly process: string; readonly invokedAt: bigint }

/** The whole log as it was read at the end. */
export interface FinalLog {
  readonly events: ReadonlyArray<{
    readonly id: EventId
    readonly stream: StreamName
    readonly version: StreamVersion
    readonly position: GlobalPosition
  }>
  /** Whether its positions are numbered without gaps. */
  readonly dense: boolean
  readonly compare: (a: GlobalPosition, b: GlobalPosition) => number
}
