import { randomBytes } from 'node:crypto'
import { Client, escapeIdentifier } from 'pg'
import { unwrap } from '@zhiyuan/runtime'
import { installPostgres, installPostgresVault } from '@zhiyuan/store-postgres'

/** The PostgreSQL for this run, by a login that may create schemas; null: SQLite. */
export const databaseUrl: string | null = process.env['DATABASE_URL'] ?? null

/** The role that may append events, and neither change nor delete them. */
export const role = 'zhiyuan_writer'

export const nameVaultSchema = (schema: string): string => `${schema}_vault`

/** A name that no other run has. */
export const newSchema = (): string => `bazhou_${randomBytes(6).toString('hex')}`

const asOwner = async <A>(work: (client: Client) => Promise<A>): Promise<A> => {
  const client = new Client({ connectionString: databaseUrl ?? '' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export const schemaIsTaken = (schema: string): Promise<boolean> =>
  asOwner(async (client) => {
    const names = [schema, nameVaultSchema(schema)]
    const { rowCount } = await client.query('SELECT FROM pg_namespace WHERE nspname = ANY($1::text[])', [names])
    return rowCount !== 0
  })

export const makeSchemas = async (schema: string): Promise<void> => {
  const url = databaseUrl ?? ''
  await unwrap(installPostgres({ url, schema, role }))
  await unwrap(installPostgresVault({ url, schema: nameVaultSchema(schema), role }))
}

export const dropSchemas = (schema: string): Promise<void> =>
  asOwner(async (client) => {
    for (const name of [schema, nameVaultSchema(schema)])
      await client.query(`DROP SCHEMA ${escapeIdentifier(name)} CASCADE`)
  })
