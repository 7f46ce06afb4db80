import type { LedgerEnvelope } from '@zhiyuan/domain'
import type { Load, StreamRead } from '@zhiyuan/kernel'

/** A log to which events are added, and the states of its streams, each event folded once. */
export interface GrowingLog {
  readonly load: Load
  readonly add: (event: LedgerEnvelope) => void
}

interface Folded {
  readonly count: number
  readonly state: unknown
}

/** `joined` gives the name under which a stream is folded. Streams of one name are folded as one. */
export const growingLog = (joined: (stream: string) => string): GrowingLog => {
  const streams = new Map<string, unknown[]>()
  const states = new Map<object, Map<string, Folded>>()
  const openStream = (stream: string): unknown[] => {
    const events = streams.get(stream) ?? []
    streams.set(stream, events)
    return events
  }
  return {
    add: ({ stream, data }) => void openStream(joined(stream)).push(data),
    load: <A>({ stream, fold, initial, resume }: StreamRead<A>): A => {
      const ofFold = states.get(fold) ?? new Map<string, Folded>()
      states.set(fold, ofFold)
      const name = joined(stream)
      const events = openStream(name)
      const { count, state } = ofFold.get(name) ?? { count: 0, state: initial }
      const now = resume(state, events.slice(count))
      ofFold.set(name, { count: events.length, state: now })
      return now
    },
  }
}
