import { StoreFailure } from '@zhiyuan/runtime/store'
import { createHash } from 'node:crypto'

/** Quotes a name for SQL. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Quotes a text for SQL. */
export const quoteLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** PostgreSQL cuts longer names off without an error. */
const longestName = 63

/** Checks that PostgreSQL takes a name as it is; throws where it would cut it. */
export const checkName = (name: string): string => {
  const bytes = Buffer.byteLength(name, 'utf8')
  if (bytes >= 1 && bytes <= longestName) return name
  throw new StoreFailure({ type: 'StoreFault', cause: `a name has 1 to ${longestName} bytes, not ${bytes}: ${name}` })
}

/** The channel that announces new events of a schema: a short name for any name of a schema. */
export const channelName = (schema: string): string =>
  `zhiyuan_${createHash('sha256').update(schema).digest('hex').slice(0, 32)}`
