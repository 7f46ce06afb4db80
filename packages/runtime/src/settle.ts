import * as E from 'fp-ts/lib/Either.js'
import type { Instant } from '@zhiyuan/kernel'
import type { Book } from './book.ts'
import type { Deadlines, Errand } from './deadlines.ts'
import type { DecodeEvent } from './decode-event.ts'
import { errandOf } from './errands.ts'
import type { Fault } from './fault.ts'
import { feed, type Read, type Wanted } from './feed.ts'
import type { Follower } from './follower.ts'
import type { EventStore, GlobalPosition, ProjectionStore, Recorded } from './ports.ts'
import type { SettleReport } from './settle-report.ts'
import { tally, type Tally } from './tally.ts'
import type { Limits } from './wiring.ts'

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

type Done = E.Either<Fault, void>
const done: Done = E.right(undefined)

const booksOf = ({ followers, clocks }: Engine): ReadonlyArray<Book> => [...followers.map(({ book }) => book), clocks]

const openAll = async (engine: Engine): Promise<Done> => {
  for (const book of booksOf(engine)) {
    const opened = await book.open()
    if (E.isLeft(opened)) return opened
  }
  return done
}

/** Rows, deadlines and checkpoints in one commit; nothing where nothing moved. */
const flush = async (engine: Engine): Promise<Done> => {
  const books = booksOf(engine)
  const batches = books.flatMap((book) => book.batch() ?? [])
  if (batches.length === 0) return done
  const committed = await engine.projections.commit(batches)()
  if (E.isLeft(committed)) return committed
  for (const book of books) book.committed()
  return done
}

const isAfter =
  ({ events }: Engine, at: GlobalPosition | null) =>
  (position: GlobalPosition): boolean =>
    at === null || events.compare(position, at) > 0

/** Where the follower stands that is furthest behind; those that stopped do not count. */
const least = (engine: Engine): GlobalPosition | null => {
  const running = engine.followers.filter(({ stopped }) => stopped === null).map(({ book }) => book.at())
  const [first, ...others] = running.length === 0 ? [engine.clocks.at()] : running
  return others.reduce(
    (low: GlobalPosition | null, at) => (low !== null && isAfter(engine, at)(low) ? at : low),
    first ?? null,
  )
}

const decoded = (
  { decode }: Engine,
  events: ReadonlyArray<Recorded>,
): { readonly page: ReadonlyArray<Read>; readonly fault: Fault | null } => {
  const page: Read[] = []
  for (const { position, event } of events) {
    const envelope = decode(event)
    if (E.isLeft(envelope)) return { page, fault: envelope.left }
    page.push({ position, envelope: envelope.right })
  }
  return { page, fault: null }
}

const feedAll = async (
  engine: Engine,
  page: ReadonlyArray<Read>,
  count: Tally,
): Promise<E.Either<Fault, ReadonlyArray<Wanted>>> => {
  const wanted: Wanted[] = []
  for (const follower of engine.followers) {
    if (follower.stopped !== null) continue
    const fed = await feed(follower, page, isAfter(engine, follower.book.at()))
    if (E.isLeft(fed)) return fed
    wanted.push(...fed.right.wanted)
    count.parked(fed.right.parked)
  }
  return E.right(wanted.sort((a, b) => a.place - b.place))
}

/** Commands are answered before the checkpoint that says so: killed in between, they are sent again under the same ids. */
const act = async (engine: Engine, wanted: ReadonlyArray<Wanted>, count: Tally): Promise<Done> => {
  for (const one of wanted) if (one.reaction.type === 'deadline') engine.deadlines.schedule(errandOf(one))
  const commands = wanted.filter(({ reaction }) => reaction.type === 'command')
  return commands.length === 0 ? done : engine.send(commands.map(errandOf), count)
}

const makeRoom = async (engine: Engine): Promise<Done> => {
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

const takePage = async (engine: Engine, events: ReadonlyArray<Recorded>, count: Tally): Promise<Done> => {
  const { page, fault } = decoded(engine, events)
  const last = page.at(-1)
  if (last !== undefined) {
    const wanted = await feedAll(engine, page, count)
    if (E.isLeft(wanted)) return wanted
    if (isAfter(engine, engine.clocks.at())(last.position)) engine.clocks.moveTo(last.position)
    const acted = await act(engine, wanted.right, count)
    if (E.isLeft(acted)) return acted
  }
  count.read(page.length)
  const room = await makeRoom(engine)
  if (E.isLeft(room) || fault === null) return room
  const flushed = await flush(engine)
  return E.isLeft(flushed) ? flushed : E.left(fault)
}

/** Reads to the end of the log, and on, as long as processes write to it. */
const catchUp = async (engine: Engine, count: Tally): Promise<Done> => {
  for (let after = least(engine); ;) {
    const read = await engine.events.readAll(after, engine.limits.page)()
    if (E.isLeft(read)) return read
    const last = read.right.events.at(-1)
    if (last === undefined) return done
    const taken = await takePage(engine, read.right.events, count)
    if (E.isLeft(taken)) return taken
    after = last.position
  }
}

/** Sends the deadlines that are due; says whether there were any. */
const workOff = async (engine: Engine, count: Tally): Promise<E.Either<Fault, boolean>> => {
  const due = await engine.deadlines.due(engine.now())
  if (E.isLeft(due) || due.right.length === 0) return E.map(() => false)(due)
  count.due(due.right.length)
  for (const errand of due.right) engine.deadlines.done(errand)
  return E.map(() => true)(await engine.send(due.right, count))
}

/** A version that has caught up is what queries read from now on. */
const switchOver = async (engine: Engine): Promise<Done> => {
  for (const follower of engine.followers) {
    const { book, active, stopped } = follower
    if (active || stopped !== null || book.at() === null) continue
    const current = await engine.projections.active(book.ref.name)()
    if (E.isLeft(current)) return current
    const switched = current.right === book.ref.version ? done : await engine.projections.activate(book.ref)()
    if (E.isLeft(switched)) return switched
    follower.active = true
  }
  return done
}

const toRest = async (engine: Engine, count: Tally): Promise<Done> => {
  const opened = await openAll(engine)
  if (E.isLeft(opened)) return opened
  for (let moving = true; moving;) {
    const caughtUp = await catchUp(engine, count)
    if (E.isLeft(caughtUp)) return caughtUp
    const worked = await workOff(engine, count)
    if (E.isLeft(worked)) return worked
    moving = worked.right
  }
  const flushed = await flush(engine)
  return E.isLeft(flushed) ? flushed : switchOver(engine)
}

/** Runs to rest. After a fault nothing is held that was not committed: the next settle begins where the store stands. */
export const settle = async (engine: Engine): Promise<E.Either<Fault, SettleReport>> => {
  const count = tally()
  const rested = await toRest(engine, count)
  if (E.isLeft(rested)) {
    for (const book of booksOf(engine)) book.reset()
    return rested
  }
  return E.right(count.report(engine.followers.flatMap(({ stopped }) => stopped ?? [])))
}
