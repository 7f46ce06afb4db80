import { AccessDeniedError, EventStoreDBClient } from '@eventstore/db-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localCertificate, startWire, type Wire } from './index.ts'
import { all, freshStreamName, makeEvents } from './wire.fixture.ts'

describe('a server with TLS and users', () => {
  let wire: Wire
  beforeAll(async () => {
    wire = await startWire({ tls: localCertificate, users: { ada: 'pass:word' } })
  })
  afterAll(() => wire.stop())
  const clientAs = (user?: { username: string; password: string }): EventStoreDBClient =>
    new EventStoreDBClient(
      { endpoint: `127.0.0.1:${wire.port}` },
      { rootCertificate: localCertificate.certificate },
      user,
    )
  const ada = { username: 'ada', password: 'pass:word' }

  it('serves a user with the right password', async () => {
    const client = clientAs(ada)
    const stream = freshStreamName()
    await client.appendToStream(stream, makeEvents(0, 1))
    expect(await all(client.readStream(stream))).toHaveLength(1)
    await client.dispose()
  })

  it.each([
    ['a client without a login', undefined],
    ['a wrong password', { username: 'ada', password: 'else' }],
    ['an unknown user', { username: 'bob', password: 'pass:word' }],
  ])('denies %s appends, reads and deletes', async (_, user) => {
    const client = clientAs(user)
    for (const call of [
      () => client.appendToStream(freshStreamName(), makeEvents(0, 1)),
      () => all(client.readAll()),
      () => client.tombstoneStream(freshStreamName()),
    ])
      await expect(call()).rejects.toBeInstanceOf(AccessDeniedError)
    await client.dispose()
  })

  it('takes credentials of a single call, which then goes by Append', async () => {
    const client = clientAs()
    const before = wire.calls.append
    await client.appendToStream(freshStreamName(), makeEvents(0, 1), { credentials: ada })
    const denied = client.appendToStream(freshStreamName(), makeEvents(0, 1), {
      credentials: { ...ada, password: 'else' },
    })
    await expect(denied).rejects.toBeInstanceOf(AccessDeniedError)
    expect(wire.calls.append).toBe(before + 2)
    await client.dispose()
  })

  it('has connections that break too', async () => {
    const client = clientAs(ada)
    wire.faults.next('append', { type: 'killed' })
    await expect(client.appendToStream(freshStreamName(), makeEvents(0, 1))).rejects.toMatchObject({
      type: 'unavailable',
    })
    await client.dispose()
  })
})
