import type { StreamName } from '@zhiyuan/kernel'
import type {
  Appending,
  SubscribedStream,
  LogPosition,
  NewEvent,
  ReadingStream,
  Resolved,
  ServerEvent,
} from './client.ts'
import { errorKind } from './failure.ts'
import { heldAtMost } from './server-subscription.ts'
import { streamNames, type Names } from './names.ts'
import type { EventStoreDBOptions } from './options.ts'
import { withinPatience, collectWhile } from './patience.ts'

/** Calls of one log to its server. `until` is a deadline on the clock of `performance.now()`, after which a call without an answer fails. */
export interface Server {
  readonly names: Names
  /** Fails with `wrong-expected-version` where the stream is at another version. Returns the position of the last event, if the server gives it. */
  readonly append: (
    stream: StreamName,
    expected: 'no-stream' | number,
    events: NewEvent[],
    until: number,
  ) => Promise<Came>
  /** Events of a stream from a version on, at most `count`; none where there is no stream. */
  readonly stream: (
    stream: StreamName,
    from: number,
    count: number,
    until: number,
  ) => Promise<ReadonlyArray<ServerEvent>>
  /** The latest settings of a stream, by the name of the stream that holds them; null where there are none. */
  readonly settings: (settings: string, until: number) => Promise<ServerEvent | null>
  /** Subscribes to events of the log and its settings after a place, and then to new ones. */
  readonly follow: (after: LogPosition | null) => SubscribedStream
  /** All events of the server from a position on, that one included, or backwards before it; at most `count`. Null for a link whose event is gone. */
  readonly all: (from: Start, count: number, until: number) => Promise<ReadonlyArray<ServerEvent | null>>
}

/** Where a read of everything begins. */
export interface Start {
  readonly direction: 'forwards' | 'backwards'
  readonly fromPosition: 'start' | 'end' | LogPosition
}

export interface Came {
  readonly version: number
  readonly position: LogPosition | null
}

/** Collects all events of a read, as long as each next one comes in time. */
const collectEvents = async (reading: ReadingStream, until: number): Promise<ReadonlyArray<Resolved>> => {
  try {
    return await collectWhile(until, reading)
  } catch (why) {
    reading.cancel?.()
    reading.destroy?.()
    throw why
  }
}

const none: ReadonlyArray<ServerEvent> = []

const emptyIfMissing = async (reading: Promise<ReadonlyArray<Resolved>>): Promise<ReadonlyArray<ServerEvent>> => {
  try {
    return (await reading).flatMap(({ event }) => event ?? [])
  } catch (why) {
    if (errorKind(why) === 'stream-not-found') return none
    throw why
  }
}

/** How rarely the server sends checkpoints, in windows of its search: they only show that it is alive, as the store resumes after the last handled event. */
const seldom = 1000

/** Not sent to servers without TLS, which ask for none. */
const noLogin = { username: '', password: '' }

export const connectServer = ({
  client,
  prefix,
  credentials = noLogin,
  oneLine = false,
}: EventStoreDBOptions): Server => {
  const names = streamNames(prefix)
  const led = { requiresLeader: true } as const
  const calling = { ...led, credentials }
  const reading = { ...calling, resolveLinkTos: false } as const
  return {
    names,
    append: async (stream, expected, events, until) => {
      const revision: Appending['expectedRevision'] = expected === 'no-stream' ? 'no_stream' : BigInt(expected)
      const options = { ...(oneLine ? led : calling), expectedRevision: revision, streamState: revision }
      const answer = await withinPatience(until, () => client.appendToStream(names.at(stream), events, options))
      return { version: answer.success ? Number(answer.nextExpectedRevision) : -1, position: answer.position ?? null }
    },
    stream: (stream, from, count, until) => {
      const options = { ...reading, direction: 'forwards', fromRevision: BigInt(from), maxCount: count } as const
      return emptyIfMissing(collectEvents(client.readStream(names.at(stream), options), until))
    },
    settings: async (settings, until) => {
      const options = { ...reading, direction: 'backwards', fromRevision: 'end', maxCount: 1 } as const
      return (await emptyIfMissing(collectEvents(client.readStream(settings, options), until)))[0] ?? null
    },
    follow: (after) =>
      client.subscribeToAll(
        {
          credentials,
          fromPosition: after ?? 'start',
          resolveLinkTos: false,
          filter: { filterOn: 'streamName', prefixes: [...names.prefixes], checkpointInterval: seldom },
        },
        { highWaterMark: heldAtMost },
      ),
    all: async (from, count, until) => {
      const events = await collectEvents(client.readAll({ ...reading, ...from, maxCount: count }), until)
      return events.map(({ event }) => event ?? null)
    },
  }
}
