import type { EventId, StreamName, StreamVersion } from '@zhiyuan/kernel'
import type { StoredEvent } from '@zhiyuan/runtime'
import { StoreFailure } from '@zhiyuan/runtime/store'
import { damaged } from './advice.ts'
import type { ServerEvent } from './client.ts'
import { readId } from './stored.ts'
import { refuseForgetting } from './filter-ours.ts'
import type { Server } from './server.ts'

/** The part of a stream that this process has seen: all event ids, up to a version. Events do not change, so this stays true. */
export interface KnownStream {
  readonly versions: Map<EventId, StreamVersion>
  /** The version up to which every id is known; −1 where none is. */
  head: number
}

/** The most ids that are held of all streams together, a stream counting as five ids: about 30 MB. One stream alone may hold more. */
const most = 200_000
const streamWeight = ({ versions }: KnownStream): number => versions.size + 5

/** Enough events to be worth a round trip. */
const pageSize = 500

type Known = Pick<StoredEvent, 'id' | 'version'>

export interface KnownStreams {
  /** What is known of a stream. The first call checks the stream's settings, and refuses those that let the server delete events. */
  readonly findStream: (stream: StreamName, until: number) => Promise<KnownStream>
  /** Reads newer events, to the end of the stream. */
  readonly catchUp: (stream: StreamName, until: number) => Promise<KnownStream>
  /** Takes in events that are at the server, in order; events after a gap are ignored. */
  readonly note: (stream: StreamName, events: ReadonlyArray<Known>) => void
}

/** Checks that events of one stream from a version on have no gap, and reach at least as far as this process has seen before. */
export const isWhole = (
  events: ReadonlyArray<ServerEvent>,
  from: number,
  { head }: KnownStream,
): ReadonlyArray<ServerEvent> => {
  const gap = events.findIndex(({ revision }, index) => revision !== BigInt(from + index))
  if (gap >= 0 || (events.length === 0 && from <= head))
    throw new StoreFailure(damaged('retention', `version ${from + Math.max(gap, 0)} is not there any more`))
  return events
}

export const listKnown = (events: ReadonlyArray<ServerEvent>): ReadonlyArray<Known> =>
  events.map((event) => ({ id: readId(event), version: Number(event.revision) as StreamVersion }))

const learn = (known: KnownStream, events: ReadonlyArray<Known>): void => {
  for (const { id, version } of events) {
    if (version !== known.head + 1) continue
    known.versions.set(id, version)
    known.head = version
  }
}

export const knownStreams = (server: Server): KnownStreams => {
  const streams = new Map<StreamName, KnownStream>()
  let held = 0
  const forget = (stream: StreamName): void => {
    const known = streams.get(stream)
    if (known === undefined) return
    streams.delete(stream)
    held -= streamWeight(known)
  }
  /** Keeps a stream and drops the least recently kept ones where there are too many; never the stream itself. */
  const keep = (stream: StreamName, known: KnownStream): void => {
    forget(stream)
    streams.set(stream, known)
    held += streamWeight(known)
    for (const other of streams.keys()) {
      if (held <= most || other === stream) return
      forget(other)
    }
  }
  const learnStream = (stream: StreamName, known: KnownStream, events: ReadonlyArray<Known>): void => {
    forget(stream)
    learn(known, events)
    keep(stream, known)
  }
  const findStream: KnownStreams['findStream'] = async (stream, until) => {
    if (!streams.has(stream)) await refuseForgetting(server, server.names.settingsStream(stream), until)
    const known = streams.get(stream) ?? { versions: new Map(), head: -1 }
    keep(stream, known)
    return known
  }
  return {
    findStream,
    note: (stream, events) => {
      const known = streams.get(stream)
      if (known !== undefined) learnStream(stream, known, events)
    },
    catchUp: async (stream, until) => {
      const known = await findStream(stream, until)
      for (;;) {
        const from = known.head + 1
        const events = isWhole(await server.stream(stream, from, pageSize, until), from, known)
        learnStream(stream, known, listKnown(events))
        if (events.length < pageSize) return known
      }
    },
  }
}
