import { createHash } from 'node:crypto'
import { EventStoreDBClient } from '@eventstore/db-client'
import { unwrap, type EventStore } from '@zhiyuan/runtime'
import { parseLogin, openEventStoreDB } from '@zhiyuan/store-eventstoredb'

/** The EventStoreDB or KurrentDB for this run's events; null: they are kept with the rows. */
export const eventStoreUrl: string | null = process.env['EVENTSTOREDB_URL'] ?? null

/** The prefix of the log, the same for the same file or schema of rows. */
export const logPrefix = (name: string): string =>
  `bazhou-${createHash('sha256').update(name, 'utf8').digest('hex').slice(0, 12)}`

/** Closing the store disposes of its client, too. */
export const openEvents = async (url: string, name: string): Promise<EventStore> => {
  const client = EventStoreDBClient.connectionString(url)
  const options = { client, prefix: logPrefix(name), credentials: parseLogin(url) }
  const events = await unwrap(openEventStoreDB(options)).catch(async (why: unknown) => {
    await client.dispose()
    throw why
  })
  return {
    ...events,
    close: async () => {
      await events.close()
      await client.dispose()
    },
  }
}

export const logIsTaken = async (url: string, name: string): Promise<boolean> => {
  const events = await openEvents(url, name)
  try {
    return (await unwrap(events.last())) !== null
  } finally {
    await events.close()
  }
}
