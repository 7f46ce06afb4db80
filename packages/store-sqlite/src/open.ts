import { DatabaseSync } from 'node:sqlite'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { DecodeRefused } from '@zhiyuan/kernel'
import {
  optionKinds,
  refuseOptions,
  type EventStore,
  type OptionRules,
  type ProjectionStore,
  type StoreError,
  type Vault,
} from '@zhiyuan/runtime'
import { accept, judge, type Wish } from './accept.ts'
import { connections, type Connection } from './connection.ts'
import { sqliteEvents } from './event-store.ts'
import { settleNames } from './folder.ts'
import { ledgerFormat, vaultFormat, type Format } from './format.ts'
import { hasLog } from './left-log.ts'
import { retryPatiently, type Patiently } from './patience.ts'
import { namePlace, unfitPlace } from './place.ts'
import { sqliteProjections } from './projection-store.ts'
import { skipIfBusy } from './transactions.ts'
import { sqliteVault } from './vault.ts'
import { emptyLogIfAlone } from './write-ahead-log.ts'

export interface SqliteOptions {
  /** Path of the file. */
  readonly file: string
  /** Makes the file where there is none, in a folder that exists. Without it a file that is missing or empty is refused, as `StoreMissing`. */
  readonly create?: boolean
  /** How long a call waits for other processes before it is refused as `StoreBusy`, in milliseconds; 5,000 if not said. */
  readonly patienceMs?: number
}

/** Events and rows in one file. Each port is closed by itself; the last one closes the file. */
export interface SqliteStores {
  readonly events: EventStore
  readonly projections: ProjectionStore
}

/** SQLite opens a read-only file without an error, so a write that is rolled back finds out. */
const tryWriting = (db: DatabaseSync, { version }: Format): void => {
  try {
    db.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${version}`)
  } finally {
    if (db.isTransaction) db.exec('ROLLBACK')
  }
}

/**
 * Checks a file that has a write-ahead log through a read-only connection, whose closing leaves the log of a refused file as it is.
 * `accept` checks again, as the file may have changed since; reading 64 MB takes a tenth of a second.
 */
const judgeByReading = async (file: string, wish: Wish, patient: Patiently): Promise<E.Either<StoreError, unknown>> => {
  const opened = await patient(() => new DatabaseSync(file, { readOnly: true, timeout: 0 }))
  if (E.isLeft(opened)) return opened
  const db = opened.right
  const judged = await patient(() => {
    db.exec(wish.format.settings)
    return judge(db, wish)
  })
  db.close()
  return judged
}

const openFile = async <A>(
  { file, create = false, patienceMs = 5000 }: SqliteOptions,
  format: Format,
  ports: (db: DatabaseSync, patient: Patiently) => A,
): Promise<E.Either<StoreError, A>> => {
  const unfit = unfitPlace(file, create)
  if (unfit !== null) return E.left(unfit)
  const patient = retryPatiently(patienceMs)
  const judged = hasLog(file) ? await judgeByReading(file, { format, create }, patient) : E.right(null)
  if (E.isLeft(judged)) return judged
  const opened = await patient(() => new DatabaseSync(file, { timeout: 0 }))
  if (E.isLeft(opened)) return opened
  const db = opened.right
  const accepted = await patient(() => {
    db.exec(format.settings)
    accept(db, { format, create })
    skipIfBusy(() => tryWriting(db, format))
    settleNames(file)
    emptyLogIfAlone(db)
    return ports(db, patient)
  })
  if (E.isLeft(accepted)) db.close()
  return accepted
}

const known: OptionRules = { file: optionKinds.text, create: optionKinds.flag, patienceMs: optionKinds.patience }

const open =
  <A>(
    options: SqliteOptions,
    format: Format,
    ports: (db: DatabaseSync, patient: Patiently) => A,
  ): TaskEither<StoreError | DecodeRefused, A> =>
  async () => {
    const refusal = refuseOptions(options, known)
    if (refusal !== null) return E.left(refusal)
    return E.mapLeft((error: StoreError) => namePlace(options.file, error))(await openFile(options, format, ports))
  }

/**
 * Opens the events and rows in a SQLite file; `create` makes a missing one. Several processes may open one file.
 * A file of another program, of a newer format or damaged is refused as `StoreDamaged`, unchanged, with advice; a malformed, missing or
 * misspelt option by its path.
 *
 * @example
 * const { events, projections } = await unwrap(openSqlite({ file: 'ledger.db', create: true }))
 */
export const openSqlite = (options: SqliteOptions): TaskEither<StoreError | DecodeRefused, SqliteStores> =>
  open(options, ledgerFormat, (db, patient) => {
    const [first, second] = connections(db, patient, 2) as [Connection, Connection]
    return { events: sqliteEvents(first), projections: sqliteProjections(second) }
  })

/**
 * Opens a vault in a SQLite file of its own; `create` makes a missing one. Destroyed secrets are overwritten in the file and its log;
 * copies of the file (backups, snapshots of the disk) are out of its reach.
 *
 * @example
 * const vault = await unwrap(openSqliteVault({ file: 'vault.db', create: true }))
 */
export const openSqliteVault = (options: SqliteOptions): TaskEither<StoreError | DecodeRefused, Vault> =>
  open(options, vaultFormat, (db, patient) => {
    const [only] = connections(db, patient, 1) as [Connection]
    return sqliteVault(only)
  })
