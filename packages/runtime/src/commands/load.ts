import * as E from 'fp-ts/lib/Either.js'
import type { Envelope, StreamName, StreamRead, StreamVersion, Typed } from '@zhiyuan/kernel'
import { damagedEvent, type DecodeEvent } from '../log/decode-event.ts'
import { defect, type Fault } from '../ports/fault.ts'
import type { EventStore, Recorded } from '../ports/ports.ts'
import { keep, newest, type Folded, type Slot, type StateCache } from './state-cache.ts'

/**
 * Loads the state of a stream. `fresh` reads the stream's tail; without it a cached state may do. `at` asks for the state of that
 * version instead of the newest; null: before the first event.
 */
export type LoadStream = (
  read: StreamRead<unknown>,
  fresh: boolean,
  at?: StreamVersion | null,
) => Promise<E.Either<Fault, Folded>>

interface Reader {
  readonly store: Pick<EventStore, 'readStream'>
  readonly decode: DecodeEvent
  readonly cache: StateCache
  readonly page: number
}

const decodeTail = (
  decode: DecodeEvent,
  stream: StreamName,
  first: number,
  recorded: ReadonlyArray<Recorded>,
): E.Either<Fault, ReadonlyArray<Envelope<Typed>>> => {
  const tail: Envelope<Typed>[] = []
  for (const [index, one] of recorded.entries()) {
    const decoded = decode(one)
    if (E.isLeft(decoded)) return decoded
    if (one.event.stream !== stream || one.event.version !== first + index)
      return E.left(damagedEvent(one, { path: '$.version', expected: `${stream} ${first + index}` }))
    tail.push(decoded.right)
  }
  return E.right(tail)
}

const resumeTail = (
  read: StreamRead<unknown>,
  from: Folded,
  tail: ReadonlyArray<Envelope<Typed>>,
): E.Either<Fault, Folded> =>
  E.tryCatch(
    () => ({
      version: ((from.version ?? -1) + tail.length) as StreamVersion,
      state: read.resume(
        from.state,
        tail.map(({ data }) => data),
        tail.map(({ actor }) => actor),
      ),
    }),
    (why) => defect(`the fold of ${read.stream}`, why),
  )

/** The state that is kept, unless it is too new; else the initial one. */
const findStart = (slot: Slot, { fold, initial }: StreamRead<unknown>, at: number): Folded => {
  const kept = slot.states.get(fold)
  return kept !== undefined && (kept.version ?? -1) <= at ? kept : { version: null, state: initial }
}

export const loader =
  ({ store, decode, cache, page }: Reader): LoadStream =>
  async (read, fresh, at) => {
    const slot = cache.slot(read.stream)
    const known = fresh || at !== undefined ? undefined : newest(slot, read.fold)
    if (known !== undefined) return E.right(known)
    const last = at === undefined ? Number.MAX_SAFE_INTEGER : (at ?? -1)
    let folded = findStart(slot, read, last)
    for (let end = (folded.version ?? -1) === last; !end;) {
      const first = (folded.version ?? -1) + 1
      const events = await store.readStream(read.stream, first as StreamVersion, Math.min(page, last - first + 1))()
      if (E.isLeft(events)) return events
      const tail = decodeTail(decode, read.stream, first, events.right.events)
      if (E.isLeft(tail)) return tail
      const next = tail.right.length === 0 ? E.right(folded) : resumeTail(read, folded, tail.right)
      if (E.isLeft(next)) return next
      folded = next.right
      end = events.right.end || folded.version === last
    }
    keep(slot, read, folded)
    return E.right(folded)
  }
