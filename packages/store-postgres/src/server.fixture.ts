import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { postgres } from '@zhiyuan/postgres-server'
import { unwrap } from '@zhiyuan/runtime'
import { installPostgres, installPostgresVault, type PostgresOptions } from './index.ts'

const role = 'zhiyuan_test_writer'

/** A server for the tests of a file: its address, and new empty schemas on it. */
export const serverForTests = () => {
  let server: Awaited<ReturnType<typeof postgres>>
  const schemas: string[] = []
  const sql = async (text: string): Promise<ReadonlyArray<Record<string, unknown>>> => {
    const client = new Client({ connectionString: server.url })
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(text)).rows
    } finally {
      await client.end()
    }
  }
  beforeAll(async () => {
    server = await postgres()
  }, 60_000)
  afterAll(async () => {
    for (const schema of schemas) await sql(`DROP SCHEMA "${schema}" CASCADE`)
    await server.stop()
  }, 60_000)
  const fresh = async (install: typeof installPostgres): Promise<PostgresOptions & { readonly schema: string }> => {
    const schema = `test ${randomBytes(6).toString('hex')}`
    schemas.push(schema)
    await unwrap(install({ url: server.url, schema, role }))
    return { url: server.url, schema, role, maxConnections: 4 }
  }
  return {
    url: () => server.url,
    /** As the superuser of the tests. */
    sql,
    /** Waits until the session sleeps, which means that it has its lock: on a busy machine that takes a while. */
    lockIsHeld: async (): Promise<void> => {
      const asleep = () => sql(`SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'`)
      while ((await asleep()).length === 0) await pause(10)
    },
    ledger: () => fresh(installPostgres),
    vault: () => fresh(installPostgresVault),
  }
}
