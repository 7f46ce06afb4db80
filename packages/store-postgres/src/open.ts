import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { DecodeRefused } from '@zhiyuan/kernel'
import { refuseOptions, type EventStore, type ProjectionStore, type StoreError, type Vault } from '@zhiyuan/runtime'
import { accept } from './accept.ts'
import { damaged } from './advice.ts'
import { connections, type Connection } from './connection.ts'
import { openDatabase, type Database } from './database.ts'
import { postgresEvents } from './event-store.ts'
import { ledgerFormat, vaultFormat, type Format } from './format.ts'
import { channelName, checkName, quoteName } from './names.ts'
import { optionRules, type PostgresOptions } from './options.ts'
import { postgresProjections } from './projection-store.ts'
import { postgresVault } from './vault.ts'

export type { PostgresOptions }

/** Events and rows in one schema. Each port is closed by itself; the last one closes the connections. */
export interface PostgresStores {
  readonly events: EventStore
  readonly projections: ProjectionStore
}

/** The server refuses every connection under a role that it does not know, and says no more, so the advice is given here. */
const aboutRole = (error: StoreError, { role }: PostgresOptions): StoreError =>
  role !== undefined && error.type === 'StoreFault' && error.cause.startsWith('22023 ') && error.cause.includes(role)
    ? damaged('noRole', error.cause)
    : error

const openSchema = async (
  options: PostgresOptions,
  format: Format,
  schema: string,
): Promise<E.Either<StoreError, Database>> => {
  const database = openDatabase(options)
  if (E.isLeft(database)) return database
  const accepted = await database.right.read((client) => accept(client, format, checkName(schema)))
  if (E.isRight(accepted)) return database
  await database.right.close()
  return E.left(aboutRole(accepted.left, options))
}

/**
 * Opens the events and rows that `installPostgres` made. Any number of processes may open one schema.
 * A schema that is not ours, of another edition or damaged, a login that may change or delete events, and a server without fsync are refused as
 * `StoreDamaged`, with advice; a schema or a role that is not there yet as `StoreMissing`. A server that cannot be reached, or whose tables are
 * locked, is waited for. A malformed, missing or misspelt option is refused by its path.
 *
 * @example
 * const { events, projections } = await unwrap(openPostgres({ url: 'postgres://ledger@localhost/county' }))
 */
export const openPostgres =
  (options: PostgresOptions): TaskEither<StoreError | DecodeRefused, PostgresStores> =>
  async () => {
    const refusal = refuseOptions(options, optionRules)
    if (refusal !== null) return E.left(refusal)
    const { schema = 'zhiyuan' } = options
    const database = await openSchema(options, ledgerFormat, schema)
    if (E.isLeft(database)) return database
    const [first, second] = connections(database.right, 2) as [Connection, Connection]
    const place = { schema: quoteName(schema), channel: channelName(schema) }
    return E.right({
      events: postgresEvents(first, options, place),
      projections: postgresProjections(second, quoteName(schema)),
    })
  }

/**
 * Opens the vault that `installPostgresVault` made. What is destroyed cannot be read any more; its bytes stay in dead rows until the server's
 * next vacuum, and in write-ahead logs and backups as long as those are kept.
 *
 * @example
 * const vault = await unwrap(openPostgresVault({ url: 'postgres://ledger@localhost/county' }))
 */
export const openPostgresVault =
  (options: PostgresOptions): TaskEither<StoreError | DecodeRefused, Vault> =>
  async () => {
    const refusal = refuseOptions(options, optionRules)
    if (refusal !== null) return E.left(refusal)
    const { schema = 'zhiyuan_vault' } = options
    const database = await openSchema(options, vaultFormat, schema)
    if (E.isLeft(database)) return database
    const [only] = connections(database.right, 1) as [Connection]
    return E.right(postgresVault(only, quoteName(schema)))
  }
