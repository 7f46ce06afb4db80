import { EventStoreDBClient } from '@eventstore/db-client'
import { startWire, type Wire } from '@zhiyuan/eventstoredb-wire'
import { unwrap } from '@zhiyuan/runtime'
import { memoryStores } from '@zhiyuan/store-memory'
import type { Place } from '@zhiyuan/testing'
import { openEventStoreDB } from './index.ts'

/**
 * Opens places in turn, each a server of its own, since every log at one server reads all its events. Rows and vault stay in memory when a place is closed and
 * opened again.
 */
export const placesInTurn = () => {
  let wire: Wire | null = null
  const stop = async (): Promise<void> => wire?.stop()
  const next = async (): Promise<Place> => {
    await stop()
    wire = await startWire()
    const client = EventStoreDBClient.connectionString(wire.url)
    const { projections, vault } = memoryStores()
    return async () => ({
      events: await unwrap(openEventStoreDB({ client, prefix: 'model' })),
      projections: { ...projections, close: () => Promise.resolve() },
      vault: { ...vault, close: () => Promise.resolve() },
    })
  }
  return { next, stop }
}
