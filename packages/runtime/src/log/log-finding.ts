import type { EventId } from '@zhiyuan/kernel'
import type { GlobalPosition } from '../ports/ports.ts'

/** What may be wrong with an event of a log, or with its place. */
export type LogFlaw =
  /** The header or the data is not canonical JSON (RFC 8785): not JSON at all, or with spaces, another order, a repeated key, another spelling of a value. */
  | 'TextNotCanonical'
  /** The header does not fit its codec, or belongs to another place. */
  | 'HeaderUnfit'
  /** The versions of its stream do not run 0, 1, 2, … in the order of the log. */
  | 'StreamBroken'
  /** It is of another log or jurisdiction than the first event. */
  | 'OtherLedger'
  /** It was recorded earlier than the event before it, by more than two clocks may differ (S12). */
  | 'TimeFell'
  /** It is said to have happened later than it was recorded, by more than a command may be ahead when it is sent (S12). */
  | 'OccurredAhead'
  /** Its read set names an event of another stream that comes after it, or never. */
  | 'ReadSetAhead'
  /** Its read set names one stream twice. */
  | 'ReadTwice'
  /** Its cause is an event that does not come before it, or another one than its process names. */
  | 'CauseMissing'
  /** Its correlation id is not that of its cause. */
  | 'CorrelationDiffers'
  /** The first event of the log does not found it (L4). */
  | 'NotFounded'
  /** The log is founded a second time (L4). */
  | 'FoundedTwice'
  /** The founding event names another log or jurisdiction than its header (L4). */
  | 'FoundingDiffers'
  /** It was decided by newer rules than this program knows. */
  | 'RulesUnknown'
  /** Its type, schema or data fit no codec of the ledger. */
  | 'WordsUnfit'
  /** Its id does not derive from its command's id, its stream and its place in the decision. */
  | 'EventIdDiffers'
  /** The events of its decision are not neighbours, or the first of them is missing. */
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
