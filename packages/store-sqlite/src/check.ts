import type { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import * as E from 'fp-ts/lib/Either.js'
import type { DecodeRefused } from '@zhiyuan/kernel'
import { optional, optionKinds, refuseOptions, type LogLaws, type OptionRules, type StoreError } from '@zhiyuan/runtime'
import { schemaChanges } from './accept.ts'
import { eventFindings } from './check-events.ts'
import type { Finding } from './finding.ts'
import { formats, type Kind } from './format.ts'
import { readInOneState, type Looked } from './one-state.ts'
import { classifyError } from './store-failure.ts'

export interface CheckOptions {
  /** Path of a file with events and rows, or of a vault. */
  readonly file: string
  /**
   * The laws of the ledger's logs: `ledgerLaws()` of `@zhiyuan/ledger`. Without them the log's founding, rules, codecs and commands
   * are not checked.
   */
  readonly laws?: LogLaws
  /** How long it waits for other processes before it is refused as `StoreBusy`, in milliseconds; 5,000 if not said. */
  readonly patienceMs?: number
  /** Hears how many events of how many were checked. */
  readonly progress?: (done: number, total: number) => void
}

export interface Checked {
  readonly kind: Kind
  /** Events that were checked; 0 in a vault. */
  readonly events: number
  /** What is wrong; nothing in a sound file. */
  readonly findings: ReadonlyArray<Finding>
  /** Whether there is more than the findings tell. */
  readonly more: boolean
}

/** A bound, so that a file in which everything is wrong does not fill the memory. */
const mostFindings = 1000

/** A query whose every row is a finding. */
const askDatabase = (db: DatabaseSync, sql: string, finding: (row: Readonly<Record<string, unknown>>) => Finding) => {
  try {
    return db.prepare(sql).all().map(finding)
  } catch (why) {
    const error = classifyError(why)
    if (error.type !== 'StoreDamaged') throw why
    return [{ type: 'PagesDamaged', cause: error.cause } as const]
  }
}

const ofPages = (db: DatabaseSync): ReadonlyArray<Finding> =>
  askDatabase(db, 'PRAGMA integrity_check', (row) => ({
    type: 'PagesDamaged',
    cause: String(row['integrity_check']),
  })).filter((finding) => finding.type !== 'PagesDamaged' || finding.cause !== 'ok')

const ofRows = (db: DatabaseSync): ReadonlyArray<Finding> => [
  ...askDatabase(db, 'SELECT key FROM projection_rows WHERE NOT json_valid(row)', ({ key }) => ({
    type: 'RowUnreadable',
    key: String(key),
  })),
  ...askDatabase(
    db,
    `SELECT name, version, checkpoint FROM projections
     WHERE CAST(checkpoint AS INTEGER) > (SELECT coalesce(max(position), 0) FROM events)`,
    ({ name, version, checkpoint }) => ({
      type: 'CheckpointAhead',
      name: String(name),
      version: Number(version),
      checkpoint: String(checkpoint),
    }),
  ),
]

const ofSecrets = (db: DatabaseSync): ReadonlyArray<Finding> =>
  askDatabase(db, 'SELECT id FROM secrets WHERE NOT json_valid(text)', ({ id }) => ({
    type: 'SecretUnreadable',
    id: String(id),
  }))

const checkFile = async (
  { db, kind }: Looked,
  { laws, progress }: { readonly laws: LogLaws | null; readonly progress: NonNullable<CheckOptions['progress']> },
): Promise<Checked> => {
  const findings: Finding[] = schemaChanges(db, formats[kind]).map((name) => ({ type: 'SchemaChanged', name }))
  findings.push(...ofPages(db))
  let events = 0
  if (kind === 'vault') findings.push(...ofSecrets(db))
  else {
    const total = Number(db.prepare('SELECT coalesce(max(position), 0) AS last FROM events').get()?.['last'])
    for (const { done, found } of eventFindings(db, laws)) {
      events = done
      findings.push(...found.slice(0, Math.max(0, mostFindings + 1 - findings.length)))
      progress(done, total)
      await nextTurn()
    }
    findings.push(...ofRows(db))
  }
  return { kind, events, findings: findings.slice(0, mostFindings), more: findings.length > mostFindings }
}

const { listener, object, patience, text } = optionKinds
const known: OptionRules = {
  file: text,
  laws: optional(object),
  patienceMs: patience,
  progress: optional(listener),
}

/**
 * Reads a file through, in the state that it has at the beginning, and tells what is wrong with it: pages and indexes,
 * tables and guards, gaps between events, the log by `eventCheck`, and whether rows and secrets can be read.
 * It changes nothing, and others may write meanwhile. SQLite's own part keeps the thread for seconds in a large file.
 * A file too damaged for queries is refused as `StoreDamaged`. A changed letter within the data of an event is not found
 * here: SQLite keeps no checksum of it.
 *
 * @example
 * const { findings } = await unwrap(checkSqlite({ file: 'ledger.db' }))
 */
export const checkSqlite =
  (wish: CheckOptions): TaskEither<StoreError | DecodeRefused, Checked> =>
  async () => {
    const refusal = refuseOptions(wish, known)
    if (refusal !== null) return E.left(refusal)
    const { progress = () => {}, laws, ...options } = wish
    return readInOneState(options, (looked) => checkFile(looked, { laws: laws ?? null, progress }))
  }
