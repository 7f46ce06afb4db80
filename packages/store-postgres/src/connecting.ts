import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { PostgresOptions } from './options.ts'

export const defaultPatienceMs = 5000

/** A server that says nothing for so long is gone, as far as we can tell. */
const silentMs = 60_000

/** A value as `options` of a connection takes it. */
const escapeOption = (value: string): string => value.replace(/[\\ ]/g, (character) => `\\${character}`)

/** What a URL says of `options` would replace ours: it is put before them. */
const withoutOptions = (
  url: string,
): { readonly connectionString: string; readonly options: ReadonlyArray<string> } => {
  if (!/[?&]options=/.test(url)) return { connectionString: url, options: [] }
  const target = new URL(url)
  const options = target.searchParams.getAll('options')
  target.searchParams.delete('options')
  return { connectionString: target.href, options }
}

/** How long a server may take to say goodbye. */
const goodbyeMs = 1000

/** Ends a connection; one whose server is silent is left to itself. */
export const endConnection = async (client: pg.Client): Promise<void> => {
  await Promise.race([client.end().catch(() => {}), pause(goodbyeMs, undefined, { ref: false })])
}

/** What every connection sets for itself: it waits for no lock longer than its caller does, and never sits on one. */
export const connectionConfig = ({ url, role, patienceMs = defaultPatienceMs }: PostgresOptions): pg.ClientConfig => {
  const settings = {
    lock_timeout: String(Math.max(1, patienceMs)),
    idle_in_transaction_session_timeout: String(patienceMs * 2 + 1000),
    ...(role === undefined ? {} : { role }),
  }
  const ours = Object.entries(settings).map(([name, value]) => `-c ${name}=${escapeOption(value)}`)
  const { connectionString, options } = withoutOptions(url)
  return {
    connectionString,
    application_name: 'zhiyuan-ledger',
    keepAlive: true,
    connectionTimeoutMillis: Math.max(1, patienceMs),
    query_timeout: Math.max(silentMs, patienceMs * 2),
    options: [...options, ...ours].join(' '),
  }
}
