import type { EventId } from '@zhiyuan/kernel'
import type { GlobalPosition } from '../ports/ports.ts'

/** What may be wrong with an event of a log, or with its place. */
export type LogFlaw =
  /** The header or the data is no canonical JSON (RFC 8785): no JSON, or spaces, another order, a key twice, another way to write the same. */
  | 'TextNotCanonical'
  /** The header has not the words of one, or is not the one of its place. */
  | 'HeaderUnfit'
  /** The versions of its stream do not run 0, 1, 2, … in the order of the log. */
  | 'StreamBroken'
  /** It is of another log or jurisdiction than the first event. */
  | 'OtherLedger'
  /** It was recorded earlier than the event before it, by more than two clocks may differ (S12). */
  | 'TimeFell'
  /** It is said to have happened later than it was recorded, by more than a command may be ahead when it is sent (S12). */
  | 'OccurredAhead'
  /** It rests on an event of another stream that comes after it, or never. */
  | 'ReadSetAhead'
  /** It rests on one stream twice. */
  | 'ReadTwice'
  /** It acts on an event that does not come before it, or on another one than its process says. */
  | 'CauseMissing'
  /** It belongs to another chain of commands than the event it acts on. */
  | 'CorrelationDiffers'
  /** The first event of the log does not found it (L4). */
  | 'NotFounded'
  /** The log is founded a second time (L4). */
  | 'FoundedTwice'
  /** The founding says another log or jurisdiction than its header (L4). */
  | 'FoundingDiffers'
  /** Newer rules than this program knows decided it. */
  | 'RulesUnknown'
  /** Its type, schema or data are no words of the ledger. */
  | 'WordsUnfit'
  /** Its id is not made of its command's, its stream and its place in the decision. */
  | 'EventIdDiffers'
  /** The events of its decision do not stand beside each other, from the first on. */
  | 'DecisionTorn'
  /** The events of its decision answer another command than its digest says, or a command about another stream. */
  | 'CommandDiffers'

/** One thing that is wrong with a log: at which event, and where in it; header and data have one path, as an envelope has. */
export interface LogFinding {
  readonly type: LogFlaw
  readonly position: GlobalPosition
  readonly id: EventId
  readonly path: string
  readonly expected: string
}
