import type { EventId, StreamName, StreamVersion } from '@zhiyuan/kernel'
import type { StoredEvent } from '@zhiyuan/runtime'
import { StoreFailure } from '@zhiyuan/runtime/store'
import { damaged } from './advice.ts'
import type { ServerEvent } from './client.ts'
import { readId } from './stored.ts'
import { refuseForgetting } from './filter-ours.ts'
import type { Server } from './server.ts'

/** What this process has seen of a stream: all its ids, up to a version. Events do not change, so that this stays true. */
export interface KnownStream {
  readonly versions: Map<EventId, StreamVersion>
  /** The version up to which every id is known; −1 where none is. */
  head: number
}

/** Ids that are held of all streams together, a stream counting as five: about 30 MB. One stream alone may hold more. */
const most = 200_000
const streamWeight = ({ versions }: KnownStream): number => versions.size + 5

/** Enough to be worth a round trip. */
const pageSize = 500

type Known = Pick<StoredEvent, 'id' | 'version'>

export interface KnownStreams {
  /** What is known; the first time, the stream's settings are looked at, and refused where its events may be forgotten. */
  readonly meet: (stream: StreamName, until: number) => Promise<KnownStream>
  /** Reads what came since, to the end of the stream. */
  readonly catchUp: (stream: StreamName, until: number) => Promise<KnownStream>
  /** Events that are at the server, in order; those after a gap teach nothing. */
  readonly note: (stream: StreamName, events: ReadonlyArray<Known>) => void
}

/** Events of one stream from a version on, as they must be: without a gap, and there at least as far as this process has seen them before. */
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
  /** The one that was kept last is the last to go, and never goes itself. */
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
  const findStream: KnownStreams['meet'] = async (stream, until) => {
    if (!streams.has(stream)) await refuseForgetting(server, server.names.settingsStream(stream), until)
    const known = streams.get(stream) ?? { versions: new Map(), head: -1 }
    keep(stream, known)
    return known
  }
  return {
    meet: findStream,
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
