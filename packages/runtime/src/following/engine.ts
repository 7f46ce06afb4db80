import * as E from 'fp-ts/lib/Either.js'
import type { Instant } from '@zhiyuan/kernel'
import type { Book } from './book.ts'
import type { Deadlines, Errand } from './deadlines.ts'
import type { DecodeEvent } from '../log/decode-event.ts'
import type { Fault } from '../ports/fault.ts'
import type { Follower } from './follower.ts'
import type { EventStore, GlobalPosition, ProjectionStore } from '../ports/ports.ts'
import type { Tally } from './tally.ts'
import type { Limits } from '../wiring.ts'

/** All that follows the log: views and processes with their rows, and the clocks that run. */
export interface Engine {
  readonly events: EventStore
  readonly projections: ProjectionStore
  readonly followers: ReadonlyArray<Follower>
  readonly clocks: Book
  readonly deadlines: Deadlines
  readonly decode: DecodeEvent
  readonly now: () => Instant
  readonly send: (errands: ReadonlyArray<Errand>, tally: Tally) => Promise<E.Either<Fault, void>>
  readonly limits: Limits
}

export type Done = E.Either<Fault, void>
export const done: Done = E.right(undefined)

export const booksOf = ({ followers, clocks }: Engine): ReadonlyArray<Book> => [
  ...followers.map(({ book }) => book),
  clocks,
]

/** Looks where each book stands in the store. */
export const openAll = async (engine: Engine): Promise<Done> => {
  for (const book of booksOf(engine)) {
    const opened = await book.open()
    if (E.isLeft(opened)) return opened
  }
  return done
}

/** Rows, deadlines and checkpoints in one commit; nothing where nothing moved. */
export const flush = async (engine: Engine): Promise<Done> => {
  const books = booksOf(engine)
  const batches = books.flatMap((book) => book.batch() ?? [])
  if (batches.length === 0) return done
  const committed = await engine.projections.commit(batches)()
  if (E.isLeft(committed)) return committed
  for (const book of books) book.committed()
  return done
}

export const isAfter =
  ({ events }: Engine, at: GlobalPosition | null) =>
  (position: GlobalPosition): boolean =>
    at === null || events.compare(position, at) > 0

/** Where the follower stands that is furthest behind; those that stopped do not count. */
export const least = (engine: Engine): GlobalPosition | null => {
  const running = engine.followers.filter(({ stopped }) => stopped === null).map(({ book }) => book.at())
  const [first, ...others] = running.length === 0 ? [engine.clocks.at()] : running
  return others.reduce(
    (low: GlobalPosition | null, at) => (low !== null && isAfter(engine, at)(low) ? at : low),
    first ?? null,
  )
}

/** Holds no more rows than the limits say: changed ones are committed, unchanged ones forgotten. */
export const makeRoom = async (engine: Engine): Promise<Done> => {
  const { changedRows, heldRows } = engine.limits
  const books = booksOf(engine)
  if (books.reduce((sum, book) => sum + book.changed().size, 0) >= changedRows) {
    const flushed = await flush(engine)
    if (E.isLeft(flushed)) return flushed
  }
  if (books.reduce((sum, book) => sum + book.held(), 0) > heldRows) {
    for (const book of books) book.trim(Math.floor(heldRows / books.length))
  }
  return done
}
