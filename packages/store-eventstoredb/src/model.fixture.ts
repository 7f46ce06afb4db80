import { EventStoreDBClient } from '@eventstore/db-client'
import { startWire, type Wire } from '@zhiyuan/eventstoredb-wire'
import { unwrap } from '@zhiyuan/runtime'
import { memoryStores } from '@zhiyuan/store-memory'
import type { Place } from '@zhiyuan/testing'
import { openEventStoreDB } from './index.ts'

/**
 * Places one after the other, each a server of its own: what lies at one server is read by all. Rows and vault stay in memory when a place is closed and
 * opened again.
 */
export const placesInTurn = () => {
  let wire: Wire | null = null
  const stop = async (): Promise<void> => wire?.stop()
  const next = async (): Promise<Place> => {
    await stop()
    wire = await startWire()
    const [client, { projections, vault }] = [EventStoreDBClient.connectionString(wire.url), memoryStores()]
    return async () => ({
      events: await unwrap(openEventStoreDB({ client, prefix: 'model' })),
      projections: { ...projections, close: () => Promise.resolve() },
      vault: { ...vault, close: () => Promise.resolve() },
    })
  }
  return { next, stop }
}
