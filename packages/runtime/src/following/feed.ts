import * as E from 'fp-ts/lib/Either.js'
import type { Envelope, Reaction, Typed } from '@zhiyuan/kernel'
import type { Fault, Stopped } from '../ports/fault.ts'
import type { Follower } from './follower.ts'
import type { GlobalPosition } from '../ports/ports.ts'

/** An event in today's words, with its place in the log. */
export interface Read {
  readonly position: GlobalPosition
  readonly envelope: Envelope<Typed>
}

/** What a process wants done about an event: `index` counts its reactions to that one event. */
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
  readonly parked: ReadonlyArray<Stopped & { readonly key: string }>
}

interface Keyed extends Read {
  readonly place: number
  readonly keys: ReadonlyArray<string>
}

const stopAt = ({ following }: Follower, { envelope }: Read, why: unknown): Stopped => ({
  name: following.name,
  version: following.version,
  eventId: envelope.id,
  cause: why instanceof Error ? why.message : String(why),
})

/** The part of a page that a follower has not seen, up to an event of which it cannot tell the keys. */
const unseen = (
  follower: Follower,
  page: ReadonlyArray<Read>,
  isAfter: (position: GlobalPosition) => boolean,
): ReadonlyArray<Keyed> => {
  const keyed: Keyed[] = []
  for (const [place, read] of page.entries()) {
    if (!isAfter(read.position)) continue
    const keys = E.tryCatch(
      () => follower.following.keys(read.envelope.data),
      (why) => stopAt(follower, read, why),
    )
    if (E.isLeft(keys)) {
      follower.stopped = keys.left
      return keyed
    }
    keyed.push({ ...read, place, keys: keys.right })
  }
  return keyed
}

/** Takes an event into one row; a row that cannot take it in keeps what it held and says since which event. */
const evolveRow = ({ following, book }: Follower, { envelope }: Keyed, key: string): unknown => {
  const before = book.peek(key) ?? null
  if (before !== null && before.stale !== null) return null
  const row = before === null ? following.initial(key) : before.row
  const after = E.tryCatch(
    () => following.evolve(row, envelope, key),
    (why) => ({ why }),
  )
  if (E.isLeft(after)) {
    if (following.react === undefined) book.put(key, { stale: envelope.id, row })
    return after.left.why ?? 'unknown'
  }
  if (before === null || after.right !== row) book.put(key, { stale: null, row: after.right })
  return null
}

const reactions = ({ following, book }: Follower, { envelope, place, keys }: Keyed): ReadonlyArray<Wanted> => {
  if (following.react === undefined) return []
  const rows = keys.map((key) => book.peek(key)?.row)
  return following
    .react(envelope, rows)
    .map((reaction, index) => ({ process: following.name, cause: envelope, place, index, reaction }))
}

/** Hands the events of a page to one follower, in order. A process that fails at an event stops before it; a view parks the row. */
export const feed = async (
  follower: Follower,
  page: ReadonlyArray<Read>,
  isAfter: (position: GlobalPosition) => boolean,
): Promise<E.Either<Fault, Fed>> => {
  const keyed = unseen(follower, page, isAfter)
  const loaded = await follower.book.ensure(keyed.flatMap(({ keys }) => keys))
  if (E.isLeft(loaded)) return loaded
  const fed: { wanted: Wanted[]; parked: (Stopped & { readonly key: string })[] } = { wanted: [], parked: [] }
  for (const one of keyed) {
    const stopped = takeIn(follower, one, fed)
    if (stopped !== null) {
      follower.stopped = stopped
      break
    }
    follower.book.moveTo(one.position)
  }
  return E.right(fed)
}

const takeIn = (
  follower: Follower,
  one: Keyed,
  fed: { readonly wanted: Wanted[]; readonly parked: (Stopped & { readonly key: string })[] },
): Stopped | null => {
  const isProcess = follower.following.react !== undefined
  const before = isProcess ? one.keys.map((key) => [key, follower.book.peek(key) ?? null] as const) : []
  const restore = (why: unknown): Stopped => {
    for (const [key, held] of before) {
      if (held === null) follower.book.remove(key)
      else follower.book.put(key, held)
    }
    return stopAt(follower, one, why)
  }
  for (const key of one.keys) {
    const why = evolveRow(follower, one, key)
    if (why !== null && isProcess) return restore(why)
    if (why !== null) fed.parked.push({ ...stopAt(follower, one, why), key })
  }
  const wanted = E.tryCatch(
    () => reactions(follower, one),
    (why) => why,
  )
  if (E.isLeft(wanted)) return restore(wanted.left)
  fed.wanted.push(...wanted.right)
  return null
}
