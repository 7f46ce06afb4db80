import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { EventStore, ProjectionStore, StoreError, Vault } from '@zhiyuan/runtime'
import { accept } from './accept.ts'
import { withClient } from './connecting.ts'
import { connections, type Connection } from './connection.ts'
import { openDatabase, type Database } from './database.ts'
import { postgresEvents } from './event-store.ts'
import { ledgerFormat, vaultFormat, type Format } from './format.ts'
import { channelOf, nameOf, quoted } from './names.ts'
import type { PostgresOptions } from './options.ts'
import { postgresProjections } from './projection-store.ts'
import { storeErrorOf } from './sql-failure.ts'
import { postgresVault } from './vault.ts'

export type { PostgresOptions }

/** Events and rows in one schema. Each port is closed by itself; the last one closes the connections. */
export interface PostgresStores {
  readonly events: EventStore
  readonly projections: ProjectionStore
}

const openSchema = async (
  options: PostgresOptions,
  format: Format,
  schema: string,
): Promise<E.Either<StoreError, Database>> => {
  try {
    await withClient(options, (client) => accept(client, format, nameOf(schema)))
    return E.right(openDatabase(options))
  } catch (why) {
    return E.left(storeErrorOf(why))
  }
}

/**
 * Opens the events and rows that `installPostgres` made. Any number of processes may open one schema.
 * A schema that is not ours, of another edition or damaged, a login that may change or delete events, and a server without fsync are refused as
 * `StoreDamaged`, with advice.
 *
 * @example
 * const { events, projections } = await promised(openPostgres({ url: 'postgres://ledger@localhost/county' }))
 */
export const openPostgres =
  (options: PostgresOptions): TaskEither<StoreError, PostgresStores> =>
  async () => {
    const { schema = 'zhiyuan' } = options
    const database = await openSchema(options, ledgerFormat, schema)
    if (E.isLeft(database)) return database
    const [first, second] = connections(database.right, 2) as [Connection, Connection]
    const place = { schema: quoted(schema), channel: channelOf(schema) }
    return E.right({
      events: postgresEvents(first, options, place),
      projections: postgresProjections(second, quoted(schema)),
    })
  }

/**
 * Opens the vault that `installPostgresVault` made. What is destroyed cannot be read any more; its bytes stay in dead rows until the server's
 * next vacuum, and in write-ahead logs and backups as long as those are kept.
 *
 * @example
 * const vault = await promised(openPostgresVault({ url: 'postgres://ledger@localhost/county' }))
 */
export const openPostgresVault =
  (options: PostgresOptions): TaskEither<StoreError, Vault> =>
  async () => {
    const { schema = 'zhiyuan_vault' } = options
    const database = await openSchema(options, vaultFormat, schema)
    if (E.isLeft(database)) return database
    const [only] = connections(database.right, 1) as [Connection]
    return E.right(postgresVault(only, quoted(schema)))
  }
