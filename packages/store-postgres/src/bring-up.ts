/** Bringing one schema to the newest edition of its tables. */
import type { Client } from 'pg'
import { StoreFailure } from '@zhiyuan/runtime/store'
import { damaged } from './advice.ts'
import { newestOf, type Format } from './format.ts'
import type { Installed } from './installed.ts'
import { literal } from './names.ts'

const editionOf = async (client: Client, { kind }: Format, schema: string): Promise<number> => {
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
  await client.query(`CREATE TABLE IF NOT EXISTS ${schema}.format (kind text NOT NULL, edition integer NOT NULL)`)
  const { rows } = await client.query<{ kind: string; edition: number }>(`SELECT kind, edition FROM ${schema}.format`)
  const [row] = rows
  if (row === undefined) return 0
  if (row.kind !== kind) throw new StoreFailure(damaged('otherSchema', `it holds a ${row.kind}, not a ${kind}`))
  return row.edition
}

/** Brings a schema to the newest edition, within a transaction that is under way. */
export const bringUp = async (client: Client, format: Format, schema: string): Promise<Installed> => {
  const before = await editionOf(client, format, schema)
  const now = newestOf(format)
  const cause = `edition ${before}; this program knows ${now}`
  if (before > now) throw new StoreFailure(damaged('newer', cause))
  if (before > 0 && before < format.oldest) throw new StoreFailure(damaged('tooOld', cause))
  for (const edition of format.editions.slice(Math.max(0, before - format.oldest + 1)))
    await client.query(edition(schema))
  if (before === 0) await client.query(`INSERT INTO ${schema}.format VALUES (${literal(format.kind)}, ${now})`)
  else await client.query(`UPDATE ${schema}.format SET edition = ${now}`)
  return { before, now }
}
