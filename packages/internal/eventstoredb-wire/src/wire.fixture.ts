import { EventStoreDBClient, jsonEvent, type EventType, type ResolvedEvent } from '@eventstore/db-client'
import { afterAll, beforeAll } from 'vitest'
import { startWire, type Wire, type WireOptions } from './index.ts'

export interface Pair {
  readonly wire: Wire
  readonly client: EventStoreDBClient
}

/** A server and a real client of it, for the tests of one `describe`. */
export const useWire = (options: WireOptions = {}, parameters = ''): Pair => {
  let wire: Wire | undefined
  let client: EventStoreDBClient | undefined
  beforeAll(async () => {
    wire = await startWire(options)
    client = EventStoreDBClient.connectionString(`${wire.url}${parameters}`)
  })
  afterAll(async () => {
    await client?.dispose()
    await wire?.stop()
  })
  return {
    get wire() {
      return wire as Wire
    },
    get client() {
      return client as EventStoreDBClient
    },
  }
}

let streams = 0
/** A stream that no other test has. */
export const freshStreamName = (): string => `stream-${++streams}`

/** Events that count from a number. */
export const makeEvents = (from: number, count: number, type = 'Counted') =>
  Array.from({ length: count }, (_, index) => jsonEvent({ type, data: { n: from + index } }))

export const readNumber = ({ event }: ResolvedEvent<EventType>): unknown =>
  (event?.data as { n?: unknown } | undefined)?.n

export const all = async <T>(source: AsyncIterable<T>): Promise<T[]> => {
  const items: T[] = []
  for await (const item of source) items.push(item)
  return items
}

/** The messages of a subscription, in their order: `event`, `caughtUp`, `confirmation`, `checkpoint …`, `error …`, `end`. */
export interface Heard {
  readonly said: string[]
  readonly events: ResolvedEvent<EventType>[]
}

export const until = async (holds: () => boolean, what = 'it holds'): Promise<void> => {
  for (let left = 900; !holds(); left--) {
    if (left === 0) throw new Error(`waited for nothing: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

type Listening = ReturnType<EventStoreDBClient['subscribeToStream']> | ReturnType<EventStoreDBClient['subscribeToAll']>

export const listenTo = (subscription: Listening): Heard => {
  const heard: Heard = { said: [], events: [] }
  const source = subscription as ReturnType<EventStoreDBClient['subscribeToStream']>
  source
    .on('data', (event) => {
      heard.events.push(event)
      heard.said.push('event')
    })
    .on('confirmation', () => heard.said.push('confirmation'))
    .on('caughtUp', () => heard.said.push('caughtUp'))
    .on('end', () => heard.said.push('end'))
    .on('error', (error: Error & { type?: string }) => heard.said.push(`error ${error.type}`))
  return heard
}
