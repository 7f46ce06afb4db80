import { randomUUID } from 'node:crypto'
import services from '@eventstore/db-client/generated/streams_grpc_pb.js'
import pb from '@eventstore/db-client/generated/streams_pb.js'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import {
  CancelledError,
  DeadlineExceededError,
  EventStoreDBClient,
  NotLeaderError,
  TimeoutError,
  UnavailableError,
} from '@eventstore/db-client'
import grpc from '@grpc/grpc-js'
import { afterEach, describe, expect, it } from 'vitest'
import { uuidText } from './names.ts'
import { all, freshStreamName, makeEvents, until, useWire } from './wire.fixture.ts'

const still = Symbol('still waiting')
const within = <T>(ms: number, promise: Promise<T>): Promise<T | typeof still | Error> =>
  Promise.race([
    promise.catch((why: unknown) => why as Error),
    new Promise<typeof still>((resolve) => setTimeout(() => resolve(still), ms)),
  ])

describe.each([
  ['BatchAppend', true],
  ['Append', false],
] as const)('a fault of %s', (_, features) => {
  const at = useWire({ features })
  afterEach(() => at.wire.faults.clear())
  const count = async (stream: string): Promise<number> => {
    const reader = EventStoreDBClient.connectionString(at.wire.url)
    const found = await all(reader.readStream(stream)).catch(() => [])
    await reader.dispose()
    return found.length
  }

  const countAppends = (): number => at.wire.calls.append + at.wire.calls.batchAppend

  it.each([
    [false, 0],
    [true, 1],
  ])('silent: no answer, with stored %s there are %i events', async (stored, events) => {
    const stream = freshStreamName()
    const before = countAppends()
    at.wire.faults.next('append', { type: 'silent', stored })
    const waiting = at.client.appendToStream(stream, makeEvents(0, 1))
    await until(() => countAppends() > before)
    expect(await within(50, waiting)).toBe(still)
    expect(await count(stream)).toBe(events)
    await at.client.appendToStream(stream, makeEvents(1, 1))
  })

  it.each([
    [false, 0],
    [true, 1],
  ])('killed: the connection breaks, with stored %s there are %i events', async (stored, events) => {
    const stream = freshStreamName()
    at.wire.faults.next('append', { type: 'killed', stored })
    const broken = at.client.appendToStream(stream, makeEvents(0, 1))
    await expect(broken).rejects.toBeInstanceOf(UnavailableError)
    expect(await count(stream)).toBe(events)
  })

  it('killed after it was stored, then repeated: it is there once', async () => {
    const stream = freshStreamName()
    const event = makeEvents(0, 1)
    at.wire.faults.next('append', { type: 'killed', stored: true })
    await at.client.appendToStream(stream, event, { expectedRevision: 'no_stream' }).catch(() => undefined)
    const again = await at.client.appendToStream(stream, event, { expectedRevision: 'no_stream' })
    expect(again.nextExpectedRevision).toBe(0n)
    expect(await count(stream)).toBe(1)
  })

  it.each([
    [false, 0],
    [true, 1],
  ])('timeout: the server says so, with stored %s there are %i events', async (stored, events) => {
    const stream = freshStreamName()
    at.wire.faults.next('append', { type: 'timeout', stored })
    const late = await at.client.appendToStream(stream, makeEvents(0, 1)).catch((why: unknown) => why)
    expect(late).toBeInstanceOf(features ? DeadlineExceededError : TimeoutError)
    expect(await count(stream)).toBe(events)
  })

  it.each([
    ['slow', 0],
    ['lateReply', 1],
  ] as const)('%s: meanwhile there are %i events, and one when it is answered', async (type, events) => {
    const stream = freshStreamName()
    const before = countAppends()
    at.wire.faults.next('append', { type, ms: 600 })
    const done = at.client.appendToStream(stream, makeEvents(0, 1))
    await until(() => countAppends() > before)
    expect(await within(30, done)).toBe(still)
    expect(await count(stream)).toBe(events)
    expect((await done).success).toBe(true)
    expect(await count(stream)).toBe(1)
  })

  it('lateReply to a client that is gone hurts no other client', async () => {
    const leaver = EventStoreDBClient.connectionString(at.wire.url)
    at.wire.faults.next('append', { type: 'lateReply', ms: 40 })
    const gone = leaver.appendToStream(freshStreamName(), makeEvents(0, 1)).catch(() => undefined)
    await within(20, gone)
    await leaver.dispose()
    await within(60, new Promise(() => undefined))
    await at.client.appendToStream(freshStreamName(), makeEvents(0, 1))
  })

  it('notLeader: nothing is stored, and the client is told where to go', async () => {
    const stream = freshStreamName()
    at.wire.faults.next('append', { type: 'notLeader', leader: { host: '127.0.0.1', port: at.wire.port } })
    const sent = await at.client.appendToStream(stream, makeEvents(0, 1)).catch((why: unknown) => why)
    expect(sent).toBeInstanceOf(NotLeaderError)
    expect(sent).toMatchObject({ leader: { address: '127.0.0.1', port: at.wire.port } })
    expect(await count(stream)).toBe(0)
    await at.client.appendToStream(stream, makeEvents(0, 1))
  })

  it('unavailable: nothing is stored', async () => {
    const stream = freshStreamName()
    at.wire.faults.next('append', { type: 'unavailable' })
    await expect(at.client.appendToStream(stream, makeEvents(0, 1))).rejects.toBeInstanceOf(UnavailableError)
    expect(await count(stream)).toBe(0)
  })

  it('is met as often as planned, in turn, until it is cleared', async () => {
    at.wire.faults.next('append', { type: 'unavailable' }, 2)
    at.wire.faults.next('append', { type: 'timeout' })
    at.wire.faults.next('append', { type: 'unavailable' }, Infinity)
    const outcomes: unknown[] = []
    for (let n = 0; n < 6; n++) {
      if (n === 5) at.wire.faults.clear('append')
      const done = at.client.appendToStream(freshStreamName(), makeEvents(0, 1))
      outcomes.push(
        await done.then(
          ({ success }) => success,
          (why: { type: string }) => why.type,
        ),
      )
    }
    const timeout = features ? 'deadline-exceeded' : 'timeout'
    expect(outcomes).toEqual(['unavailable', 'unavailable', timeout, 'unavailable', 'unavailable', true])
  })
})

describe('duplicates of BatchAppend', () => {
  const at = useWire()

  it('are two answers under one correlation id', async () => {
    const stub = new services.StreamsClient(`127.0.0.1:${at.wire.port}`, grpc.credentials.createInsecure())
    const call = stub.batchAppend()
    const answered: string[] = []
    call.on('data', (answer: pb.BatchAppendResp) => answered.push(uuidText(answer.getCorrelationId())))
    call.on('error', () => undefined)
    const id = randomUUID()
    const name = new shared.StreamIdentifier().setStreamName(Buffer.from(freshStreamName()))
    const options = new pb.BatchAppendReq.Options().setStreamIdentifier(name)
    at.wire.faults.next('append', { type: 'duplicates' })
    call.write(
      new pb.BatchAppendReq().setCorrelationId(new shared.UUID().setString(id)).setOptions(options).setIsFinal(true),
    )
    await until(() => answered.length === 2)
    expect(answered).toEqual([id, id])
    call.end()
    stub.close()
  })
})

describe('a stream of appends that ends', () => {
  const at = useWire()

  it('is ended by the server only after the last answer', async () => {
    const stub = new services.StreamsClient(`127.0.0.1:${at.wire.port}`, grpc.credentials.createInsecure())
    const call = stub.batchAppend()
    const heard: string[] = []
    call.on('data', () => heard.push('answer')).on('end', () => heard.push('end'))
    const name = new shared.StreamIdentifier().setStreamName(Buffer.from(freshStreamName()))
    const options = new pb.BatchAppendReq.Options().setStreamIdentifier(name)
    at.wire.faults.next('append', { type: 'lateReply', ms: 30 })
    call.write(
      new pb.BatchAppendReq()
        .setCorrelationId(new shared.UUID().setString(randomUUID()))
        .setOptions(options)
        .setIsFinal(true),
    )
    call.end()
    await until(() => heard.includes('end'))
    expect(heard).toEqual(['answer', 'end'])
    stub.close()
  })
})

describe('a broken connection', () => {
  const at = useWire()

  it.each(['killed', 'cancelled'])('(%s) in the middle of an append stores nothing of it', async (how) => {
    const stub = new services.StreamsClient(`127.0.0.1:${at.wire.port}`, grpc.credentials.createInsecure())
    const stream = freshStreamName()
    const before = at.wire.calls.append
    const call = stub.append(() => undefined)
    call.on('error', () => undefined)
    const name = new shared.StreamIdentifier().setStreamName(Buffer.from(stream))
    const options = new pb.AppendReq.Options().setStreamIdentifier(name).setNoStream(new shared.Empty())
    const message = new pb.AppendReq.ProposedMessage().setId(new shared.UUID().setString(randomUUID())).setData('e30=')
    message.getMetadataMap().set('type', 'Counted').set('content-type', 'application/json')
    call.write(new pb.AppendReq().setOptions(options))
    call.write(new pb.AppendReq().setProposedMessage(message))
    await until(() => at.wire.calls.append > before)
    await new Promise((resolve) => setTimeout(resolve, 30))
    if (how === 'killed') at.wire.faults.kill()
    else call.cancel()
    await new Promise((resolve) => setTimeout(resolve, 30))
    await expect(all(at.client.readStream(stream))).rejects.toMatchObject({ type: 'stream-not-found' })
    stub.close()
  })

  it('ends what is under way, and the next call finds the server again', async () => {
    at.wire.faults.next('append', { type: 'silent' })
    const lost = at.client.appendToStream(freshStreamName(), makeEvents(0, 1))
    await until(() => at.wire.calls.batchAppend === 1)
    at.wire.faults.kill()
    const why = await lost.catch((error: unknown) => error)
    expect(why instanceof UnavailableError || why instanceof CancelledError).toBe(true)
    await at.client.appendToStream(freshStreamName(), makeEvents(0, 1))
  })
})
