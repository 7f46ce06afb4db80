/** What a check found wrong. Positions and versions are the numbers in the file. */
export type Finding =
  /** SQLite itself says that pages or indexes do not fit together, or cannot be read. */
  | { readonly type: 'PagesDamaged'; readonly cause: string }
  /** A table or guard is changed, missing or strange. */
  | { readonly type: 'SchemaChanged'; readonly name: string }
  /** Positions that were given and hold no event. */
  | { readonly type: 'EventsMissing'; readonly from: number; readonly to: number }
  /** The next event would get a position that was given already. */
  | { readonly type: 'NumberingBehind'; readonly given: number; readonly last: number }
  /** A text of the event is no canonical JSON. */
  | { readonly type: 'EventUnreadable'; readonly position: number; readonly text: 'header' | 'data' }
  /** The header says something else than its row. */
  | { readonly type: 'HeaderDiffers'; readonly position: number; readonly field: 'id' | 'stream' | 'type' | 'version' }
  /** The event does not follow on the one before it in its stream. */
  | { readonly type: 'StreamBroken'; readonly position: number; readonly stream: string; readonly expected: number }
  | { readonly type: 'RowUnreadable'; readonly key: string }
  /** Rows were computed from events that are not there. */
  | { readonly type: 'CheckpointAhead'; readonly name: string; readonly version: number; readonly checkpoint: string }
  | { readonly type: 'SecretUnreadable'; readonly id: string }
