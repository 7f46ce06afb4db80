import { StoreFailure } from '@zhiyuan/runtime'
import type { Envelope, EventId, StreamName, StreamVersion } from '@zhiyuan/kernel'
import type { StoredEvent } from './client.ts'
import { damaged } from './advice.ts'
import { envelopeOf } from './envelope.ts'
import { refuseForgetting } from './ours.ts'
import type { Server } from './server.ts'

/** What this process has seen of a stream: all its ids, up to a version. Events do not change, so that this stays true. */
export interface KnownStream {
  readonly versions: Map<EventId, StreamVersion>
  /** The version up to which every id is known; −1 where none is. */
  head: number
}

/** Ids that are held of all streams together: about 30 MB. */
const most = 200_000

/** Enough to be worth a round trip. */
const pageSize = 500

type Known = Pick<Envelope<unknown>, 'id' | 'version'>

export interface KnownStreams {
  /** What is known; the first time, the stream's settings are looked at, and refused where its events may be forgotten. */
  readonly meet: (stream: StreamName, ms: number) => Promise<KnownStream>
  /** Reads what came since. */
  readonly catchUp: (stream: StreamName, ms: number) => Promise<KnownStream>
  /** Events that are at the server, in order; those after a gap teach nothing. */
  readonly note: (stream: StreamName, events: ReadonlyArray<StoredEvent>) => void
  /** Events that this process appended. */
  readonly wrote: (stream: StreamName, events: ReadonlyArray<Known>) => void
}

/** Events of one stream as they must follow each other. */
export const inSequence = (events: ReadonlyArray<StoredEvent>, from: number): ReadonlyArray<StoredEvent> => {
  const gap = events.find(({ revision }, index) => revision !== BigInt(from + index))
  if (gap !== undefined)
    throw new StoreFailure(damaged('retention', `${gap.streamId} begins at ${gap.revision}, not at ${from}`))
  return events
}

export const knownStreams = (server: Server): KnownStreams => {
  const streams = new Map<StreamName, KnownStream>()
  let held = 0
  const makeRoom = (): void => {
    for (const [stream, { versions }] of streams) {
      if (held <= most) return
      streams.delete(stream)
      held -= versions.size
    }
  }
  const wrote: KnownStreams['wrote'] = (stream, events) => {
    const known = streams.get(stream)
    if (known === undefined) return
    for (const { id, version } of events) {
      if (version !== known.head + 1) continue
      known.versions.set(id, version)
      known.head = version
      held++
    }
    makeRoom()
  }
  const note: KnownStreams['note'] = (stream, events) =>
    wrote(
      stream,
      events.map((event) => ({ id: envelopeOf(event).id, version: Number(event.revision) as StreamVersion })),
    )
  const meet: KnownStreams['meet'] = async (stream, ms) => {
    const known = streams.get(stream)
    if (known === undefined) {
      await refuseForgetting(server, server.names.settingsAt(stream), ms)
    }
    const kept = streams.get(stream) ?? { versions: new Map(), head: -1 }
    // The one that was met last is the last to go.
    streams.delete(stream)
    streams.set(stream, kept)
    return kept
  }
  const catchUp: KnownStreams['catchUp'] = async (stream, ms) => {
    for (;;) {
      const known = await meet(stream, ms)
      const from = known.head + 1
      const events = inSequence(await server.stream(stream, from, pageSize, ms), from)
      note(stream, events)
      if (events.length < pageSize) return known
    }
  }
  return { meet, catchUp, note, wrote }
}
