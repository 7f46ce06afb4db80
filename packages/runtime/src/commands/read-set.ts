import * as E from 'fp-ts/lib/Either.js'
import {
  listStreams,
  type Load,
  type Reads,
  type ReadSetEntry,
  type StreamName,
  type StreamRead,
  type StreamVersion,
} from '@zhiyuan/kernel'
import type { Fault } from '../ports/fault.ts'
import type { LoadStream } from './load.ts'
import type { Folded } from './state-cache.ts'

/** A stream at the one version that a decision sees, with its state under each fold that was asked for. */
interface Seen {
  readonly version: StreamVersion | null
  readonly states: Map<object, unknown>
}

/** What one decision has read so far. */
export interface ReadSet {
  /** Takes in the state of the command's own stream, which is loaded already. It becomes an entry only where a handler reads it too. */
  readonly noteState: (read: StreamRead<unknown>, folded: Folded) => void
  /** Loads what is not known yet: streams in parallel, the folds of one stream in turn. */
  readonly fetch: (reads: Reads) => Promise<E.Either<Fault, null>>
  readonly load: Load
  /** Each stream that a handler read, at its version; a stream that does not exist has none. */
  readonly entries: () => ReadonlyArray<ReadSetEntry>
}

const groupByStream = (reads: Reads): ReadonlyMap<StreamName, ReadonlyArray<StreamRead<unknown>>> => {
  const groups = new Map<StreamName, StreamRead<unknown>[]>()
  for (const read of listStreams(reads)) {
    const group = groups.get(read.stream)
    if (group === undefined) groups.set(read.stream, [read])
    else group.push(read)
  }
  return groups
}

/**
 * The reads of one decision. A stream is fetched once: a second round of reads, or a second name for the stream, gets what was fetched, and
 * another fold of the stream is folded up to the same version.
 */
export const makeReadSet = (loadStream: LoadStream, fresh: boolean): ReadSet => {
  const seen = new Map<StreamName, Seen>()
  const asked = new Set<StreamName>()

  const noteState = ({ stream, fold }: StreamRead<unknown>, { version, state }: Folded): void => {
    const there = seen.get(stream) ?? { version, states: new Map() }
    there.states.set(fold, state)
    seen.set(stream, there)
  }

  const fetchStream = async (reads: ReadonlyArray<StreamRead<unknown>>): Promise<Fault | null> => {
    for (const read of reads) {
      const there = seen.get(read.stream)
      if (there?.states.has(read.fold) === true) continue
      const loaded = await loadStream(read, fresh, there?.version)
      if (E.isLeft(loaded)) return loaded.left
      noteState(read, loaded.right)
    }
    return null
  }

  return {
    noteState,
    fetch: async (reads) => {
      const groups = groupByStream(reads)
      for (const stream of groups.keys()) asked.add(stream)
      const faults = await Promise.all([...groups.values()].map(fetchStream))
      const fault = faults.find((one) => one !== null) ?? null
      return fault === null ? E.right(null) : E.left(fault)
    },
    load: <A>({ stream, fold, initial }: StreamRead<A>): A => {
      const states = seen.get(stream)?.states
      return states?.has(fold) === true ? (states.get(fold) as A) : initial
    },
    entries: () =>
      [...asked].flatMap((stream) => {
        const version = seen.get(stream)?.version ?? null
        return version === null ? [] : [{ stream, version }]
      }),
  }
}
