import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { PostgresOptions } from './options.ts'

export const defaultPatienceMs = 5000

/** A server that has not answered for so long is taken for gone. */
const unansweredMs = 60_000

/** A value as `options` of a connection takes it. */
const escapeOption = (value: string): string => value.replace(/[\\ ]/g, (character) => `\\${character}`)

/** The `options` of a URL would replace ours, so they are put in front of ours. */
const withoutOptions = (
  url: string,
): { readonly connectionString: string; readonly options: ReadonlyArray<string> } => {
  if (!/[?&]options=/.test(url)) return { connectionString: url, options: [] }
  const target = new URL(url)
  const options = target.searchParams.getAll('options')
  target.searchParams.delete('options')
  return { connectionString: target.href, options }
}

/** How long closing a connection may take. */
const goodbyeMs = 1000

/** Ends a connection; one whose server does not answer is abandoned. */
export const endConnection = async (client: pg.Client): Promise<void> => {
  await Promise.race([client.end().catch(() => {}), pause(goodbyeMs, undefined, { ref: false })])
}

/** Settings of every connection: it waits for a lock no longer than its caller does, and never keeps one while idle. */
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
    query_timeout: Math.max(unansweredMs, patienceMs * 2),
    options: [...options, ...ours].join(' '),
  }
}
