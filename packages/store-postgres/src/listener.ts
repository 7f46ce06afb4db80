import pg from 'pg'
import type { Bell } from '@zhiyuan/runtime/store'
import { connectionOf, endOf } from './connecting.ts'
import { quoted } from './names.ts'
import type { PostgresOptions } from './options.ts'

const pauseMs = 1000

export interface Listener {
  /** Begins to listen, if it does not yet. */
  readonly listen: () => void
  readonly close: () => Promise<void>
}

/**
 * Rings when any process appends. Loses nothing by losing its connection: it rings when it is back, and subscriptions look by themselves meanwhile.
 */
export const listener = (options: PostgresOptions, channel: string, news: Bell): Listener => {
  let current: pg.Client | null = null
  let timer: NodeJS.Timeout | null = null
  let closed = false

  const again = (lost: pg.Client): void => {
    if (closed || current !== lost) return
    current = null
    void lost.end().catch(() => {})
    timer = setTimeout(connect, pauseMs)
    timer.unref()
  }
  const connect = (): void => {
    const client = new pg.Client(connectionOf(options))
    current = client
    client.on('notification', news.ring)
    client.on('error', () => again(client))
    client.on('end', () => again(client))
    client
      .connect()
      .then(() => client.query(`LISTEN ${quoted(channel)}`))
      .then(news.ring, () => again(client))
  }
  return {
    listen: () => {
      if (current === null && timer === null && !closed) connect()
    },
    close: async () => {
      closed = true
      if (timer !== null) clearTimeout(timer)
      if (current !== null) await endOf(current)
    },
  }
}
