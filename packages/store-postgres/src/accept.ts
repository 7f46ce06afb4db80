import { StoreFailure } from '@zhiyuan/runtime/store'
import { damaged } from './advice.ts'
import type { Client } from './database.ts'
import { readFormatEdition } from './edition.ts'
import { newestEdition, type Format } from './format.ts'
import { quoteLiteral, quoteName } from './names.ts'

const refuse = (...why: Parameters<typeof damaged>): never => {
  throw new StoreFailure(damaged(...why))
}

const first = async (client: Client, sql: string): Promise<Readonly<Record<string, unknown>> | undefined> =>
  (await client.query<Record<string, unknown>>(sql)).rows[0]

const inspectEdition = async (client: Client, format: Format, schema: string): Promise<void> => {
  const table = quoteLiteral(`${schema}.format`)
  const there = await first(client, `SELECT to_regclass(${table}) AS there`)
  if (there?.['there'] === null) refuse('notInstalled', `no table ${schema}.format`)
  const edition = await readFormatEdition(client, format, schema)
  const newest = newestEdition(format)
  const cause = `edition ${edition}; this program knows ${newest}`
  if (edition > newest) refuse('newer', cause)
  if (edition < newest) refuse(edition < format.oldest ? 'tooOld' : 'older', cause)
}

const inspectRights = async (client: Client, { forbidden }: Format, schema: string): Promise<void> => {
  for (const [table, rights] of Object.entries(forbidden)) {
    for (const right of rights) {
      const name = quoteLiteral(`${schema}.${table}`)
      const whole = `has_table_privilege(${name}, '${right}')`
      const may = right === 'UPDATE' ? `${whole} OR has_any_column_privilege(${name}, '${right}')` : whole
      const sql = `SELECT ${may} AS may, current_user AS who`
      const answer = await first(client, sql)
      if (answer?.['may'] === true) refuse('tooMuchPower', `${String(answer['who'])} may ${right} ${schema}.${table}`)
    }
  }
}

const inspectGuards = async (client: Client, { guards }: Format, schema: string): Promise<void> => {
  for (const [table, wanted] of Object.entries(guards)) {
    const sql = `SELECT tgname FROM pg_trigger WHERE tgrelid = ${quoteLiteral(`${schema}.${table}`)}::regclass AND NOT tgisinternal AND tgenabled IN ('O', 'A')`
    const { rows } = await client.query<{ tgname: string }>(sql)
    const there = new Set(rows.map(({ tgname }) => tgname))
    const missing = wanted.filter((name) => !there.has(name))
    if (missing.length > 0) refuse('damaged', `missing or disabled in the schema: ${missing.join(', ')}`)
  }
}

const inspectServer = async (client: Client): Promise<void> => {
  for (const setting of ['fsync', 'full_page_writes']) {
    const answer = await first(client, `SHOW ${setting}`)
    if (answer?.[setting] !== 'on') refuse('noFsync', `${setting} is ${String(answer?.[setting])}`)
  }
}

/**
 * Checks that the schema is ours, its edition, that the guards are there, that this login may neither change nor delete events, that the server
 * flushes what it acknowledges, and that the end of the log is there. Changes nothing.
 */
export const accept = async (client: Client, format: Format, name: string): Promise<void> => {
  const schema = quoteName(name)
  await inspectEdition(client, format, schema)
  await inspectServer(client)
  await inspectRights(client, format, schema)
  await inspectGuards(client, format, schema)
  const gone = await first(client, format.missing(schema))
  if (gone !== undefined) refuse('damaged', `missing: ${String(gone['what'])}`)
}
