import * as E from 'fp-ts/lib/Either.js'
import type { Instant } from '@zhiyuan/kernel'
import type { RowCache } from './row-cache.ts'
import type { Timers, PendingCommand } from './timers.ts'
import type { DecodeEvent } from '../log/decode-event.ts'
import type { Fault } from '../ports/fault.ts'
import type { Subscriber } from './subscriber.ts'
import type { EventStore, GlobalPosition, ProjectionStore } from '../ports/ports.ts'
import type { Tally } from './tally.ts'
import type { Limits } from '../wiring.ts'

/** All that is derived from the log: views and processes with their rows, and the running timers. */
export interface Engine {
  readonly events: EventStore
  readonly projections: ProjectionStore
  readonly subscribers: ReadonlyArray<Subscriber>
  readonly timerRows: RowCache
  readonly timers: Timers
  readonly decode: DecodeEvent
  readonly now: () => Instant
  readonly send: (commands: ReadonlyArray<PendingCommand>, tally: Tally) => Promise<E.Either<Fault, void>>
  readonly limits: Limits
}

export type Done = E.Either<Fault, void>
export const done: Done = E.right(undefined)

export const listCaches = ({ subscribers, timerRows }: Engine): ReadonlyArray<RowCache> => [
  ...subscribers.map(({ cache }) => cache),
  timerRows,
]

/** Reads from the store where each row cache stands. */
export const openAll = async (engine: Engine): Promise<Done> => {
  for (const cache of listCaches(engine)) {
    const opened = await cache.open()
    if (E.isLeft(opened)) return opened
  }
  return done
}

/** Commits rows, timers and checkpoints together; commits nothing where nothing changed. */
export const flush = async (engine: Engine): Promise<Done> => {
  const caches = listCaches(engine)
  const batches = caches.flatMap((cache) => cache.batch() ?? [])
  if (batches.length === 0) return done
  const committed = await engine.projections.commit(batches)()
  if (E.isLeft(committed)) return committed
  for (const cache of caches) cache.committed()
  return done
}

export const positionFilter =
  ({ events }: Engine, at: GlobalPosition | null) =>
  (position: GlobalPosition): boolean =>
    at === null || events.compare(position, at) > 0

/** The checkpoint of the subscriber that is furthest behind; those that stopped do not count. */
export const findLeast = (engine: Engine): GlobalPosition | null => {
  const running = engine.subscribers.filter(({ stopped }) => stopped === null).map(({ cache }) => cache.at())
  const [first, ...others] = running.length === 0 ? [engine.timerRows.at()] : running
  return others.reduce(
    (low: GlobalPosition | null, at) => (low !== null && positionFilter(engine, at)(low) ? at : low),
    first ?? null,
  )
}

/** Keeps the number of held rows within the limits: changed rows are committed, unchanged ones forgotten. */
export const makeRoom = async (engine: Engine): Promise<Done> => {
  const { changedRows, heldRows } = engine.limits
  const caches = listCaches(engine)
  if (caches.reduce((sum, cache) => sum + cache.changed().size, 0) >= changedRows) {
    const flushed = await flush(engine)
    if (E.isLeft(flushed)) return flushed
  }
  if (caches.reduce((sum, cache) => sum + cache.held(), 0) > heldRows) {
    for (const cache of caches) cache.trim(Math.floor(heldRows / caches.length))
  }
  return done
}
