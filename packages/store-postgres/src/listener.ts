import pg from 'pg'
import type { Bell } from '@zhiyuan/runtime/store'
import { connectionConfig, endConnection } from './connecting.ts'
import { quoteName } from './names.ts'
import type { PostgresOptions } from './options.ts'

const pauseMs = 1000

export interface Listener {
  /** Begins to listen, if it does not yet. */
  readonly listen: () => void
  readonly close: () => Promise<void>
}

/**
 * Rings when any process appends. A lost connection loses no events: it rings when it is back, and subscriptions poll meanwhile.
 */
export const listener = (options: PostgresOptions, channel: string, news: Bell): Listener => {
  let current: pg.Client | null = null
  let timer: NodeJS.Timeout | null = null
  let closed = false

  const reconnect = (lost: pg.Client): void => {
    if (closed || current !== lost) return
    current = null
    void lost.end().catch(() => {})
    timer = setTimeout(connect, pauseMs)
    timer.unref()
  }
  const connect = (): void => {
    const client = new pg.Client(connectionConfig(options))
    current = client
    client.on('notification', news.ring)
    client.on('error', () => reconnect(client))
    client.on('end', () => reconnect(client))
    client
      .connect()
      .then(() => client.query(`LISTEN ${quoteName(channel)}`))
      .then(news.ring, () => reconnect(client))
  }
  return {
    listen: () => {
      if (current === null && timer === null && !closed) connect()
    },
    close: async () => {
      closed = true
      if (timer !== null) clearTimeout(timer)
      if (current !== null) await endConnection(current)
    },
  }
}
