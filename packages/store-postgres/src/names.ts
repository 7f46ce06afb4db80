import { StoreFailure } from '@zhiyuan/runtime/store'
import { createHash } from 'node:crypto'

/** A name as SQL reads it, whatever is in it. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** A text as SQL reads it. */
export const quoteLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** PostgreSQL cuts longer names off without a word. */
const longestName = 63

/** A name that PostgreSQL takes as it is; throws where it would cut it. */
export const checkName = (name: string): string => {
  const bytes = Buffer.byteLength(name, 'utf8')
  if (bytes >= 1 && bytes <= longestName) return name
  throw new StoreFailure({ type: 'StoreFault', cause: `a name has 1 to ${longestName} bytes, not ${bytes}: ${name}` })
}

/** The channel on which new events of a schema are told: short, whatever its name. */
export const channelName = (schema: string): string =>
  `zhiyuan_${createHash('sha256').update(schema).digest('hex').slice(0, 32)}`
