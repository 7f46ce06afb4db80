import { randomBytes } from 'node:crypto'
import { EventStoreDBClient } from '@eventstore/db-client'
import { onTestFinished } from 'vitest'
import { startWire, type Wire, type WireOptions } from '@zhiyuan/eventstoredb-wire'
import { promised, type EventStore } from '@zhiyuan/runtime'
import { openEventStoreDB, type EventStoreDBOptions } from './index.ts'

/** Of a real server, for the suites that run on one as well. */
export const serverUrl: string | undefined = process.env['EVENTSTOREDB_URL']

/** A prefix that nobody else has. */
export const ownPrefix = (): string => `test-${randomBytes(6).toString('hex')}`

/** Opens a log at a server; its client goes with it. */
export const openAt = async (url: string, options: Partial<EventStoreDBOptions> = {}): Promise<EventStore> => {
  const client = EventStoreDBClient.connectionString(url)
  const events = await promised(openEventStoreDB({ client, prefix: ownPrefix(), ...options }))
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
  const events = await openAt(wire.url)
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
