import { EventStoreDBClient, jsonEvent, WrongExpectedVersionError } from '@eventstore/db-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWire, type Wire } from './index.ts'

describe('an append', () => {
  let wire: Wire
  let client: EventStoreDBClient
  beforeAll(async () => {
    wire = await startWire()
    client = EventStoreDBClient.connectionString(wire.url)
  })
  afterAll(async () => {
    await client.dispose()
    await wire.stop()
  })

  it('is taken once where no stream is expected', async () => {
    const first = jsonEvent({ type: 'A', data: { n: 1 } })
    const done = await client.appendToStream('once', first, { expectedRevision: 'no_stream' })
    expect(done.nextExpectedRevision).toBe(0n)
    const other = client.appendToStream('once', jsonEvent({ type: 'A', data: {} }), { expectedRevision: 'no_stream' })
    await expect(other).rejects.toBeInstanceOf(WrongExpectedVersionError)
  })
})
