import { EventStoreDBClient } from '@eventstore/db-client'
import { promised } from '@zhiyuan/runtime'
import { memoryStores } from '@zhiyuan/store-memory'
import type { Place } from '@zhiyuan/testing'
import { openEventStoreDB } from './index.ts'
import { ownPrefix } from './place.toy.ts'

/** Logs that nobody else knows; rows and vault stay in memory when a place is closed and opened again. */
export const placesAt = (url: string) => (): Promise<Place> => {
  const [client, prefix, { projections, vault }] = [
    EventStoreDBClient.connectionString(url),
    ownPrefix(),
    memoryStores(),
  ]
  const place: Place = async () => ({
    events: await promised(openEventStoreDB({ client, prefix })),
    projections: { ...projections, close: () => Promise.resolve() },
    vault: { ...vault, close: () => Promise.resolve() },
  })
  return Promise.resolve(place)
}
