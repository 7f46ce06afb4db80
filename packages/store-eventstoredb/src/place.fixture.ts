import { randomBytes } from 'node:crypto'
import { EventStoreDBClient } from '@eventstore/db-client'
import { isLeft } from 'fp-ts/lib/Either.js'
import { onTestFinished } from 'vitest'
import { startWire, type Wire, type WireOptions } from '@zhiyuan/eventstoredb-wire'
import type { EventStore } from '@zhiyuan/runtime'
import { parseLogin, openEventStoreDB, type EventStoreDBOptions } from './index.ts'

/** The URL of a real server, for the suites that run on one as well. */
export const serverUrl: string | undefined = process.env['EVENTSTOREDB_URL']

/** A prefix that no other test has. */
export const ownPrefix = (): string => `test-${randomBytes(6).toString('hex')}`

/** Opens a log at a server; closing the log disposes of its client. */
export const openTestLog = async (url: string, options: Partial<EventStoreDBOptions> = {}): Promise<EventStore> => {
  const client = EventStoreDBClient.connectionString(url)
  const opened = await openEventStoreDB({ client, prefix: ownPrefix(), credentials: parseLogin(url), ...options })()
  if (isLeft(opened)) {
    await client.dispose()
    throw new Error(JSON.stringify(opened.left))
  }
  const events = opened.right
  return {
    ...events,
    close: async () => {
      await events.close()
      await client.dispose()
    },
  }
}

/** A wire server for one test. */
export const wireForTest = async (options?: WireOptions): Promise<Wire> => {
  const wire = await startWire(options)
  onTestFinished(wire.stop)
  return wire
}

/** An empty log on a wire server of its own. */
export const emptyLog = async (): Promise<{ readonly events: EventStore }> => {
  const wire = await startWire()
  const events = await openTestLog(wire.url)
  return {
    events: {
      ...events,
      close: async () => {
        await events.close()
        await wire.stop()
      },
    },
  }
}
