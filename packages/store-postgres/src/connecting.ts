import pg from 'pg'
import type { PostgresOptions } from './options.ts'

export const defaultPatienceMs = 5000

/** A server that says nothing for so long is gone, as far as we can tell. */
const silentMs = 60_000

/** A value as `options` of a connection takes it. */
const escaped = (value: string): string => value.replace(/[\\ ]/g, (character) => `\\${character}`)

/** What every connection sets for itself: it waits for no lock longer than its caller does, and never sits on one. */
export const connectionOf = ({ url, role, patienceMs = defaultPatienceMs }: PostgresOptions): pg.ClientConfig => {
  const settings = {
    lock_timeout: String(Math.max(1, patienceMs)),
    idle_in_transaction_session_timeout: String(patienceMs * 2 + 1000),
    ...(role === undefined ? {} : { role }),
  }
  return {
    connectionString: url,
    application_name: 'zhiyuan-ledger',
    keepAlive: true,
    connectionTimeoutMillis: Math.max(1, patienceMs),
    query_timeout: Math.max(silentMs, patienceMs * 2),
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${escaped(value)}`)
      .join(' '),
  }
}

/** One connection of its own, for as long as the work takes. */
export const withClient = async <A>(options: PostgresOptions, work: (client: pg.Client) => Promise<A>): Promise<A> => {
  const client = new pg.Client(connectionOf(options))
  // The query that is under way fails with the same; between queries nobody asks.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
