import { StoreFailure } from '@zhiyuan/runtime/store'
import { damaged } from './advice.ts'
import type { Client } from './database.ts'
import type { Format } from './format.ts'

interface Said {
  readonly kind?: unknown
  readonly edition?: unknown
}

/** The edition that the table `format` of a schema names. The table may belong to another program, and have other columns. */
export const readFormatEdition = async (client: Client, { kind }: Format, schema: string): Promise<number> => {
  const { rows } = await client.query<{ said: Said }>(`SELECT to_jsonb(f) AS said FROM ${schema}.format AS f LIMIT 1`)
  const [row] = rows
  if (row === undefined) throw new StoreFailure(damaged('damaged', `${schema}.format is empty`))
  const holds = typeof row.said.kind === 'string' ? `a ${row.said.kind}` : 'something else'
  if (row.said.kind !== kind) throw new StoreFailure(damaged('otherSchema', `it holds ${holds}, not a ${kind}`))
  return Number(row.said.edition)
}
