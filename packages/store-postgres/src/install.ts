/** Makes and upgrades the tables: done once, by a login that has the rights. */
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { DecodeRefused } from '@zhiyuan/kernel'
import { refuseOptions, type StoreError } from '@zhiyuan/runtime'
import { bringUp } from './bring-up.ts'
import { openDatabase, type Client, type InTransaction, type Work } from './database.ts'
import { ledgerFormat, vaultFormat, type Format } from './format.ts'
import type { Installed } from './installed.ts'
import { checkName, quoteName } from './names.ts'
import { optionRules } from './options.ts'

export type { Installed }

/** The schema of the tables, and the role that may use them. */
export interface InstallOptions {
  /** URL of a login that may create schemas in the database, and the role if there is none of that name. */
  readonly url: string
  /** `zhiyuan`, for the vault `zhiyuan_vault`, if not said. */
  readonly schema?: string
  /** The role that may use the tables, but neither change nor delete events; made (without login) where there is none. `zhiyuan_writer` if not said. */
  readonly role?: string
}

const grantRole = async (client: Client, { grants }: Format, schema: string, role: string): Promise<void> => {
  const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
  if (known.rowCount === 0) await client.query(`CREATE ROLE ${quoteName(role)} NOLOGIN`)
  await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${quoteName(role)}`)
  for (const [table, rights] of Object.entries(grants)) {
    await client.query(`GRANT ${rights} ON ${schema}.${table} TO ${quoteName(role)}`)
  }
}

/** Repeating it is safe: it finds what it made. */
const installWork =
  (format: Format, { schema, role }: Required<InstallOptions>): Work<InTransaction<Installed>> =>
  async (client) => {
    // Two installations at the same time take turns. Roles belong to the whole server, so the lock is not one of the schema.
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('zhiyuan install'))`)
    const installed = await bringUp(client, format, checkName(schema))
    await grantRole(client, format, quoteName(schema), checkName(role))
    return { answer: installed, writes: () => [] }
  }

const install = async (
  format: Format,
  wish: InstallOptions,
  named: Required<Pick<InstallOptions, 'schema' | 'role'>>,
): Promise<E.Either<StoreError | DecodeRefused, Installed>> => {
  const refusal = refuseOptions(wish, optionRules)
  if (refusal !== null) return E.left(refusal)
  const options = { ...named, ...wish }
  const database = openDatabase({ url: options.url, maxConnections: 1 })
  if (E.isLeft(database)) return database
  const installed = await database.right.transact(installWork(format, options), true)
  await database.right.close()
  return installed
}

/**
 * Makes the tables of events and rows in a schema of their own, or brings them to the newest edition; all or nothing. Safe to call again.
 * Refused as `StoreDamaged` where the schema holds other objects, or is of a newer edition.
 *
 * @example
 * await unwrap(installPostgres({ url: 'postgres://owner@localhost/county' }))
 */
export const installPostgres =
  (options: InstallOptions): TaskEither<StoreError | DecodeRefused, Installed> =>
  () =>
    install(ledgerFormat, options, { schema: 'zhiyuan', role: 'zhiyuan_writer' })

/**
 * Makes the table of secrets in a schema of its own, or brings it to the newest edition.
 *
 * @example
 * await unwrap(installPostgresVault({ url: 'postgres://owner@localhost/county' }))
 */
export const installPostgresVault =
  (options: InstallOptions): TaskEither<StoreError | DecodeRefused, Installed> =>
  () =>
    install(vaultFormat, options, { schema: 'zhiyuan_vault', role: 'zhiyuan_writer' })
