/** The format of our schemas. */
export interface Format {
  /** The kind of schema, as its table `format` names it. */
  readonly kind: 'ledger' | 'vault'
  /** The number of the oldest edition that can be brought up to the newest. */
  readonly oldest: number
  /** SQL of each edition from the oldest on, given the quoted name of the schema. Editions are added, never edited. */
  readonly editions: ReadonlyArray<(schema: string) => string>
  /** The rights of its users, by table. */
  readonly grants: Readonly<Record<string, string>>
  /** The rights that its users must not have: table, then rights. */
  readonly forbidden: Readonly<Record<string, ReadonlyArray<string>>>
  /** Triggers that guard it, by table. */
  readonly guards: Readonly<Record<string, ReadonlyArray<string>>>
  /** A query whose every row names something missing. */
  readonly missing: (schema: string) => string
}

/** The number of the newest edition. */
export const newestEdition = ({ oldest, editions }: Format): number => oldest + editions.length - 1

/**
 * An event's header and data are two texts of canonical JSON, stored as they came; a query finds it by the columns beside them. Edition 1,
 * before the first release, had one text for both.
 * Positions come from the one row of `head`, under its lock: they are dense, and become visible in order. A sequence would
 * give positions out before the commit, and readers that go on after the last position they saw would miss events.
 * Names and keys are compared by their bytes, under any locale of the database. Keys of rows are bytes, since a text of PostgreSQL holds no NUL.
 */
const ledgerTwo = (s: string): string => `
CREATE TABLE ${s}.events (
  position bigint PRIMARY KEY,
  stream text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  id text COLLATE "C" NOT NULL UNIQUE,
  type text COLLATE "C" NOT NULL,
  header text NOT NULL,
  data text NOT NULL,
  traceparent text,
  UNIQUE (stream, version)
);
CREATE TABLE ${s}.head (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  position bigint NOT NULL
);
INSERT INTO ${s}.head (position) VALUES (0);
CREATE TABLE ${s}.projections (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  checkpoint text NOT NULL,
  UNIQUE (name, version)
);
CREATE TABLE ${s}.projection_rows (
  projection integer NOT NULL,
  key bytea NOT NULL,
  row text NOT NULL,
  PRIMARY KEY (projection, key)
);
CREATE TABLE ${s}.active_projections (
  name text COLLATE "C" PRIMARY KEY,
  version integer NOT NULL
);
CREATE FUNCTION ${s}.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0];
END $$;
CREATE TRIGGER events_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${s}.events
  FOR EACH STATEMENT EXECUTE FUNCTION ${s}.refuse('events are append-only');
CREATE TRIGGER head_never_goes_back BEFORE UPDATE ON ${s}.head
  FOR EACH ROW WHEN (NEW.position < OLD.position) EXECUTE FUNCTION ${s}.refuse('positions are never given twice');
CREATE TRIGGER head_never_goes BEFORE DELETE OR TRUNCATE ON ${s}.head
  FOR EACH STATEMENT EXECUTE FUNCTION ${s}.refuse('positions are never given twice');
`

export const ledgerFormat: Format = {
  kind: 'ledger',
  oldest: 2,
  editions: [ledgerTwo],
  grants: {
    format: 'SELECT',
    events: 'SELECT, INSERT',
    head: 'SELECT, UPDATE',
    projections: 'SELECT, INSERT, UPDATE, DELETE',
    projection_rows: 'SELECT, INSERT, UPDATE, DELETE',
    active_projections: 'SELECT, INSERT, UPDATE',
  },
  forbidden: { events: ['UPDATE', 'DELETE', 'TRUNCATE'], head: ['INSERT', 'DELETE', 'TRUNCATE'] },
  guards: { events: ['events_are_append_only'], head: ['head_never_goes_back', 'head_never_goes'] },
  missing: (s) => `
SELECT 'events from ' || (there + 1) || ' to ' || given AS what FROM (
  SELECT coalesce((SELECT max(position) FROM ${s}.events), 0) AS there, coalesce((SELECT position FROM ${s}.head), 0) AS given
) AS ends WHERE there <> given`,
}

const vaultOne = (s: string): string => `
CREATE TABLE ${s}.secrets (
  id text COLLATE "C" PRIMARY KEY,
  salt text,
  text text,
  CHECK ((salt IS NULL) = (text IS NULL))
);`

/** Secrets in a schema of their own; one that was destroyed keeps only its id. */
export const vaultFormat: Format = {
  kind: 'vault',
  oldest: 1,
  editions: [vaultOne],
  grants: { format: 'SELECT', secrets: 'SELECT, INSERT, UPDATE' },
  forbidden: { secrets: ['DELETE', 'TRUNCATE'] },
  guards: {},
  missing: () => `SELECT 'nothing' AS what WHERE false`,
}
