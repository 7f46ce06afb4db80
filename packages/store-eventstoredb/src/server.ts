import type { StreamName } from '@zhiyuan/kernel'
import type {
  Appending,
  FollowingStream,
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

/** Calls of one log to its server. Each fails when nothing comes until a moment on the clock of `performance.now()`. */
export interface Server {
  readonly names: Names
  /** Fails with `wrong-expected-version` where the stream stands elsewhere. Says where the last event came to stand, if the server does. */
  readonly append: (
    stream: StreamName,
    expected: 'no-stream' | number,
    events: NewEvent[],
    until: number,
  ) => Promise<Came>
  /** Events of a stream from a version on, at most so many; none where there is no stream. */
  readonly stream: (
    stream: StreamName,
    from: number,
    count: number,
    until: number,
  ) => Promise<ReadonlyArray<ServerEvent>>
  /** What the server was last told about a stream, by the name of that stream's settings; null where it was told nothing. */
  readonly settings: (settings: string, until: number) => Promise<ServerEvent | null>
  /** Events of the log and its settings after a place, and then those that come. */
  readonly follow: (after: LogPosition | null) => FollowingStream
  /** Whatever the server holds from a position on, that one included, or backwards before it; at most so many. Null for what leads nowhere. */
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

/** Everything that comes, as long as the next comes in time. */
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

/** What was handled is the checkpoint: the server's own, every so many windows of its search, only tell that it is alive. */
const seldom = 1000

/** Not sent: servers without TLS ask for none. */
const nobody = { username: '', password: '' }

export const connectServer = ({
  client,
  prefix,
  credentials = nobody,
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
