import type { LogFinding } from '@zhiyuan/runtime'

/** A finding of a check: about the file, or about an event of its log. */
export type Finding =
  /** SQLite reports that pages or indexes do not fit together, or cannot be read. */
  | { readonly type: 'PagesDamaged'; readonly cause: string }
  /** A table or trigger is changed, missing or strange. */
  | { readonly type: 'SchemaChanged'; readonly name: string }
  /** Positions that were given but hold no event. */
  | { readonly type: 'EventsMissing'; readonly from: number; readonly to: number }
  /** The next event would get a position that was given before. */
  | { readonly type: 'NumberingBehind'; readonly given: number; readonly last: number }
  | LogFinding
  | { readonly type: 'RowUnreadable'; readonly key: string }
  /** Rows were computed from events that are not there. */
  | { readonly type: 'CheckpointAhead'; readonly name: string; readonly version: number; readonly checkpoint: string }
  | { readonly type: 'SecretUnreadable'; readonly id: string }
