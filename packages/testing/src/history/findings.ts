import type { EventId, StreamName, StreamVersion } from '@zhiyuan/kernel'
import type { GlobalPosition } from '@zhiyuan/runtime'

/** Where a history contradicts what a store promises. */
export type HistoryFinding =
  /** Acknowledged, and not in the log at the end, or not where it was said to be. */
  | { readonly type: 'AcknowledgementLost'; readonly process: string; readonly id: EventId }
  /** Two were told that they wrote one version of a stream. */
  | { readonly type: 'TwoWinners'; readonly stream: StreamName; readonly version: StreamVersion }
  /** One event stands in the log at two places. */
  | { readonly type: 'WrittenTwice'; readonly id: EventId }
  /** Nobody asked for it, or whoever did was told that nothing was written. */
  | { readonly type: 'UnaskedEvent'; readonly id: EventId }
  /** The log leaves a version of a stream, or one of its own numbers, out. */
  | { readonly type: 'LogGap'; readonly before: EventId }
  /** Acknowledged before the other was asked for, and after it in the log. */
  | { readonly type: 'Reordered'; readonly earlier: EventId; readonly later: EventId }
  /** A page is not a piece of the log: it leaves events out, changes their order or tells of other places. */
  | { readonly type: 'PageTorn'; readonly process: string; readonly invokedAt: bigint }
  /** A page ends the log or stream before what had been acknowledged or seen when it was asked for. */
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
