import { EventStoreDBClient } from '@eventstore/db-client'
import { KurrentDBClient } from '@kurrent/kurrentdb-client'
import { describe, expect, it } from 'vitest'
import type { EventStoreClient } from './client.ts'

describe('the shape that the store needs of a client', () => {
  it.each<[string, EventStoreClient]>([
    ['@eventstore/db-client', EventStoreDBClient.connectionString`esdb://127.0.0.1:1?tls=false`],
    ['@kurrent/kurrentdb-client', KurrentDBClient.connectionString`kurrentdb://127.0.0.1:1?tls=false`],
  ])('is that of %s', (_, client) => {
    for (const method of ['appendToStream', 'readStream', 'readAll', 'subscribeToAll'] as const) {
      expect(client).toHaveProperty(method, expect.any(Function))
    }
  })
})
