/** The format of our files. */
export interface Format {
  /** SQLite's `application_id`: names the program and the kind of file. */
  readonly applicationId: number
  /** SQLite's `user_version`: the edition of the tables. */
  readonly version: number
  /** PRAGMAs that each connection sets for itself. */
  readonly settings: string
  /** Every table and trigger, in the text that SQLite keeps. */
  readonly schema: Readonly<Record<string, string>>
  /** A query for what is missing at the end of the log. */
  readonly missing: string
  /** The same for the middle of the log; it takes longer the larger the file is. */
  readonly cutOut: string
}

const nothing = 'SELECT NULL AS what WHERE false'

const appendOnly = (name: string, when: string): string =>
  `CREATE TRIGGER ${name} BEFORE ${when} BEGIN SELECT RAISE(ABORT, 'events are append-only'); END`

const taken = `EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM events WHERE stream = NEW.stream AND version = NEW.version)`

/** With NORMAL, acknowledged commits are lost when the power fails; macOS flushes only with fullfsync. */
const durable = 'PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA trusted_schema = OFF'

/**
 * The pages of the write-ahead log that are carried into the file at once, 40 MB of them: rows that change often are then written there once
 * instead of many times. A commit is as durable either way.
 */
const carried = 'PRAGMA wal_autocheckpoint = 10000'

/**
 * Events and rows. An event's header and data are two texts of canonical JSON, stored as they came; a query finds it by the columns beside
 * them. Edition 1, before the first release, had one text for both.
 * A position is never given twice, even after the tail of the log was deleted (AUTOINCREMENT);
 * `INSERT OR REPLACE` fires no DELETE trigger, so that replacing has a guard of its own.
 * Rows of views are too long for WITHOUT ROWID: writing them would take twice the time.
 */
export const ledgerFormat: Format = {
  applicationId: 0x5a594c31,
  version: 2,
  settings: `${durable}; ${carried}`,
  schema: {
    events: `CREATE TABLE events (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  stream TEXT NOT NULL,
  version INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  header TEXT NOT NULL,
  data TEXT NOT NULL,
  traceparent TEXT,
  UNIQUE (stream, version)
) STRICT`,
    events_never_change: appendOnly('events_never_change', 'UPDATE ON events'),
    events_never_go: appendOnly('events_never_go', 'DELETE ON events'),
    events_are_never_replaced: appendOnly('events_are_never_replaced', `INSERT ON events WHEN ${taken}`),
    projections: `CREATE TABLE projections (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  checkpoint TEXT NOT NULL,
  UNIQUE (name, version)
) STRICT`,
    projection_rows: `CREATE TABLE projection_rows (
  projection INTEGER NOT NULL,
  key TEXT NOT NULL,
  row TEXT NOT NULL,
  PRIMARY KEY (projection, key)
) STRICT`,
    active_projections: `CREATE TABLE active_projections (
  name TEXT PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID`,
  },
  missing: `SELECT 'events from ' || (there + 1) || ' to ' || given AS what FROM (
  SELECT (SELECT coalesce(max(position), 0) FROM events) AS there,
    (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'events') AS given
) WHERE there <> given`,
  cutOut: `SELECT (there - kept) || ' events before position ' || there AS what FROM (
  SELECT (SELECT coalesce(max(position), 0) FROM events) AS there, (SELECT count(*) FROM events) AS kept
) WHERE there <> kept`,
}

/** Secrets in a file of their own; one that was destroyed keeps only its id. */
export const vaultFormat: Format = {
  applicationId: 0x5a595631,
  version: 1,
  settings: `${durable}; PRAGMA secure_delete = ON`,
  schema: {
    secrets: `CREATE TABLE secrets (
  id TEXT PRIMARY KEY,
  salt TEXT,
  text TEXT,
  CHECK ((salt IS NULL) = (text IS NULL))
) STRICT`,
  },
  missing: nothing,
  cutOut: nothing,
}

/** The files of this package, by what they hold. */
export const formats = { ledger: ledgerFormat, vault: vaultFormat }

export type Kind = keyof typeof formats

/** The kinds of files whose format meets a condition. */
export const listKinds = (isSuch: (format: Format) => boolean): ReadonlyArray<Kind> =>
  (Object.keys(formats) as ReadonlyArray<Kind>).filter((kind) => isSuch(formats[kind]))
