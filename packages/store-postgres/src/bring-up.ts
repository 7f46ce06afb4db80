/** Brings one schema to the newest edition of its tables. */
import { StoreFailure } from '@zhiyuan/runtime/store'
import { damaged } from './advice.ts'
import type { Client } from './database.ts'
import { readFormatEdition } from './edition.ts'
import { newestEdition, type Format } from './format.ts'
import type { Installed } from './installed.ts'
import { quoteLiteral, quoteName } from './names.ts'

/** A table, type or function that another program put into a schema. */
const somethingIn = `SELECT relname AS name FROM pg_class WHERE relnamespace = $1::oid
UNION ALL SELECT typname FROM pg_type WHERE typnamespace = $1::oid
UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = $1::oid LIMIT 1`

/** Makes the schema where there is none, and refuses one that holds objects of another program. */
const takeEmpty = async (client: Client, name: string): Promise<void> => {
  const known = await client.query<{ oid: string }>('SELECT oid FROM pg_namespace WHERE nspname = $1', [name])
  const [there] = known.rows
  if (there === undefined) return void (await client.query(`CREATE SCHEMA ${quoteName(name)}`))
  const { rows } = await client.query<{ name: string }>(somethingIn, [there.oid])
  const [strange] = rows
  if (strange === undefined) return
  throw new StoreFailure(damaged('otherSchema', `it holds ${strange.name}, and no table ${quoteName(name)}.format`))
}

/** The edition of a schema; 0 where there was none yet. */
const readEdition = async (client: Client, format: Format, name: string): Promise<number> => {
  const schema = quoteName(name)
  const { rows } = await client.query(`SELECT 1 FROM pg_tables WHERE schemaname = $1 AND tablename = 'format'`, [name])
  if (rows.length > 0) return readFormatEdition(client, format, schema)
  await takeEmpty(client, name)
  await client.query(`CREATE TABLE ${schema}.format (kind text NOT NULL, edition integer NOT NULL)`)
  return 0
}

/** Brings the schema of a name to the newest edition, within a transaction that the caller has begun. */
export const bringUp = async (client: Client, format: Format, name: string): Promise<Installed> => {
  const schema = quoteName(name)
  const before = await readEdition(client, format, name)
  const now = newestEdition(format)
  const cause = `edition ${before}; this program knows ${now}`
  if (before > now) throw new StoreFailure(damaged('newer', cause))
  if (before > 0 && before < format.oldest) throw new StoreFailure(damaged('tooOld', cause))
  for (const edition of format.editions.slice(Math.max(0, before - format.oldest + 1)))
    await client.query(edition(schema))
  if (before === 0) await client.query(`INSERT INTO ${schema}.format VALUES (${quoteLiteral(format.kind)}, ${now})`)
  else await client.query(`UPDATE ${schema}.format SET edition = ${now}`)
  return { before, now }
}
