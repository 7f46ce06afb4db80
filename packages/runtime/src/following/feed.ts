import * as E from 'fp-ts/lib/Either.js'
import type { Envelope, Reaction, Typed } from '@zhiyuan/kernel'
import type { Fault, Stopped } from '../ports/fault.ts'
import type { Subscriber } from './subscriber.ts'
import type { GlobalPosition } from '../ports/ports.ts'

/** An event in today's schema, with its place in the log. */
export interface Read {
  readonly position: GlobalPosition
  readonly envelope: Envelope<Typed>
}

/** What a process asks for because of an event: `index` counts its reactions to that one event. */
export interface Wanted {
  readonly process: string
  readonly cause: Envelope<Typed>
  /** The event's place in the page. */
  readonly place: number
  readonly index: number
  readonly reaction: Reaction<Typed>
}

export interface Fed {
  readonly wanted: ReadonlyArray<Wanted>
  readonly quarantined: ReadonlyArray<Stopped & { readonly key: string }>
}

interface Keyed extends Read {
  readonly place: number
  readonly keys: ReadonlyArray<string>
}

const describeStop = ({ definition }: Subscriber, { envelope }: Read, why: unknown): Stopped => ({
  name: definition.name,
  version: definition.version,
  eventId: envelope.id,
  cause: why instanceof Error ? why.message : String(why),
})

/** The part of a page that a subscriber has not seen, up to the first event whose keys it fails to compute. */
const listUnseen = (
  subscriber: Subscriber,
  page: ReadonlyArray<Read>,
  isAfter: (position: GlobalPosition) => boolean,
): ReadonlyArray<Keyed> => {
  const keyed: Keyed[] = []
  for (const [place, read] of page.entries()) {
    if (!isAfter(read.position)) continue
    const keys = E.tryCatch(
      () => subscriber.definition.keys(read.envelope.data),
      (why) => describeStop(subscriber, read, why),
    )
    if (E.isLeft(keys)) {
      subscriber.stopped = keys.left
      return keyed
    }
    keyed.push({ ...read, place, keys: keys.right })
  }
  return keyed
}

/** Takes an event into one row. A row that cannot take it in is quarantined: it keeps its content and names the event. */
const evolveRow = ({ definition, cache }: Subscriber, { envelope }: Keyed, key: string): unknown => {
  const before = cache.peek(key) ?? null
  if (before !== null && before.stale !== null) return null
  const row = before === null ? definition.initial(key) : before.row
  const after = E.tryCatch(
    () => definition.evolve(row, envelope, key),
    (why) => ({ why }),
  )
  if (E.isLeft(after)) {
    if (definition.react === undefined) cache.put(key, { stale: envelope.id, row })
    return after.left.why ?? 'unknown'
  }
  if (before === null || after.right !== row) cache.put(key, { stale: null, row: after.right })
  return null
}

const listReactions = ({ definition, cache }: Subscriber, { envelope, place, keys }: Keyed): ReadonlyArray<Wanted> => {
  if (definition.react === undefined) return []
  const rows = keys.map((key) => cache.peek(key)?.row)
  return definition
    .react(envelope, rows)
    .map((reaction, index) => ({ process: definition.name, cause: envelope, place, index, reaction }))
}

/** Hands the events of a page to one subscriber, in order. A process that fails at an event stops before it; a view quarantines the row. */
export const feedPage = async (
  subscriber: Subscriber,
  page: ReadonlyArray<Read>,
  isAfter: (position: GlobalPosition) => boolean,
): Promise<E.Either<Fault, Fed>> => {
  const keyed = listUnseen(subscriber, page, isAfter)
  const loaded = await subscriber.cache.ensure(keyed.flatMap(({ keys }) => keys))
  if (E.isLeft(loaded)) return loaded
  const fed: { wanted: Wanted[]; quarantined: (Stopped & { readonly key: string })[] } = { wanted: [], quarantined: [] }
  for (const one of keyed) {
    const stopped = applyEvent(subscriber, one, fed)
    if (stopped !== null) {
      subscriber.stopped = stopped
      break
    }
    subscriber.cache.moveTo(one.position)
  }
  return E.right(fed)
}

const applyEvent = (
  subscriber: Subscriber,
  one: Keyed,
  fed: { readonly wanted: Wanted[]; readonly quarantined: (Stopped & { readonly key: string })[] },
): Stopped | null => {
  const isProcess = subscriber.definition.react !== undefined
  const before = isProcess ? one.keys.map((key) => [key, subscriber.cache.peek(key) ?? null] as const) : []
  const restore = (why: unknown): Stopped => {
    for (const [key, held] of before) {
      if (held === null) subscriber.cache.remove(key)
      else subscriber.cache.put(key, held)
    }
    return describeStop(subscriber, one, why)
  }
  for (const key of one.keys) {
    const why = evolveRow(subscriber, one, key)
    if (why !== null && isProcess) return restore(why)
    if (why !== null) fed.quarantined.push({ ...describeStop(subscriber, one, why), key })
  }
  const wanted = E.tryCatch(
    () => listReactions(subscriber, one),
    (why) => why,
  )
  if (E.isLeft(wanted)) return restore(wanted.left)
  fed.wanted.push(...wanted.right)
  return null
}
