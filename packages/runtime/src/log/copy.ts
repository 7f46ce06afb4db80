import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { StreamVersion } from '@zhiyuan/kernel'
import { logDigest, digestLog, type Digesting } from './digest.ts'
import type { CopyFault } from '../ports/fault.ts'
import type { Append } from '../store-kit/judge-append.ts'
import type {
  AppendError,
  EventStore,
  GlobalPosition,
  Page,
  Recorded,
  StoredEvent,
  StoreError,
} from '../ports/ports.ts'

/** The result of a copy. */
export interface Copied {
  /** Events that were there already, each compared with the source. */
  readonly there: number
  /** Events that were copied now. */
  readonly copied: number
  /** SHA-256 over all events by stream and version, equal on both sides: the digest of `digestLog`. */
  readonly digest: string
}

export interface CopyOptions {
  /** Told after each page. */
  readonly onProgress?: (soFar: Omit<Copied, 'digest'>) => void
}

const pageSize = 500

/** Reads a log event by event, page by page. */
const reader = (store: EventStore) => {
  let after: GlobalPosition | null = null
  return async (): Promise<E.Either<StoreError, Page>> => {
    const page = await store.readAll(after, pageSize)()
    if (E.isRight(page)) after = page.right.events.at(-1)?.position ?? after
    return page
  }
}

type Next = () => Promise<E.Either<StoreError, Page>>

/** One event after the other; null at the end. */
const putSingly = (next: Next) => {
  let held: ReadonlyArray<Recorded> = []
  let index = 0
  return {
    take: async (): Promise<E.Either<StoreError, Recorded | null>> => {
      if (index === held.length) {
        const page = await next()
        if (E.isLeft(page)) return page
        held = page.right.events
        index = 0
      }
      return E.right(held[index++] ?? null)
    },
    /** The rest of the last page. */
    rest: (): ReadonlyArray<Recorded> => held.slice(index),
  }
}

/** Neighbouring events of one stream become one append. */
const groupAppends = (events: ReadonlyArray<Recorded>): ReadonlyArray<Append> => {
  const appends: { stream: Append['stream']; expected: Append['expected']; events: StoredEvent[] }[] = []
  for (const { event } of events) {
    const last = appends.at(-1)
    if (last?.stream === event.stream) last.events.push(event)
    else {
      const expected = event.version === 0 ? 'no-stream' : ((event.version - 1) as StreamVersion)
      appends.push({ stream: event.stream, expected, events: [event] })
    }
  }
  return appends
}

type Failed = CopyFault | StoreError

const classifyFailure =
  ({ stream }: Append) =>
  (error: AppendError): Failed =>
    error.type === 'VersionConflict' || error.type === 'EventIdTaken' ? { type: 'TargetChanged', stream } : error

/** Appends run in turn: after a failed one nothing may follow, or the target would no longer be a beginning of the source. */
const put = async (target: EventStore, events: ReadonlyArray<Recorded>): Promise<E.Either<Failed, void>> => {
  const ask = async (append: Append): Promise<E.Either<Failed, unknown>> =>
    E.mapLeft(classifyFailure(append))(await target.append(append.stream, append.expected, append.events)())
  for (const append of groupAppends(events)) {
    const answer = await ask(append)
    if (E.isLeft(answer)) return answer
  }
  return E.right(undefined)
}

/** Walks both logs as far as the target goes. */
const compare = async (
  source: ReturnType<typeof putSingly>,
  target: ReturnType<typeof putSingly>,
  digest: Digesting,
): Promise<E.Either<Failed, number>> => {
  for (let place = 1; ; place++) {
    const there = await target.take()
    if (E.isLeft(there)) return there
    if (there.right === null) return E.right(place - 1)
    const original = await source.take()
    if (E.isLeft(original)) return original
    const wanted = original.right?.event ?? null
    const held = there.right.event
    if (wanted === null || wanted.header !== held.header || wanted.data !== held.data) {
      return E.left({ type: 'LogsDiffer', place, source: wanted?.id ?? null, target: held.id })
    }
    digest.take(held)
  }
}

/**
 * Copies a log to another store, in its order. It can be stopped at any moment and called again: it compares what the target holds, event
 * by event, and goes on behind it. No other writer may write to the target meanwhile.
 *
 * @example
 * const { copied, digest } = await unwrap(copyLog(sqlite.events, postgres.events))
 */
export const copyLog =
  (from: EventStore, to: EventStore, { onProgress = () => {} }: CopyOptions = {}): TaskEither<Failed, Copied> =>
  async () => {
    const next = reader(from)
    const digest = logDigest()
    const source = putSingly(next)
    const compared = await compare(source, putSingly(reader(to)), digest)
    if (E.isLeft(compared)) return compared
    let copied = 0
    for (let events = source.rest(), end = false; ;) {
      const answer = await put(to, events)
      if (E.isLeft(answer)) return answer
      for (const { event } of events) digest.take(event)
      copied += events.length
      onProgress({ there: compared.right, copied })
      if (end) break
      const page = await next()
      if (E.isLeft(page)) return page
      ;({ events, end } = page.right)
    }
    const whole = digest.whole()
    const held = await digestLog(to, pageSize)
    if (E.isLeft(held)) return held
    if (held.right !== whole) return E.left({ type: 'DigestsDiffer', source: whole, target: held.right })
    return E.right({ there: compared.right, copied, digest: whole })
  }
