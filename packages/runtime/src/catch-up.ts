import * as E from 'fp-ts/lib/Either.js'
import { done, flush, isAfter, least, makeRoom, type Done, type Engine } from './engine.ts'
import { errandOf } from './errands.ts'
import type { Fault } from './fault.ts'
import { feed, type Read, type Wanted } from './feed.ts'
import type { Recorded } from './ports.ts'
import type { Tally } from './tally.ts'

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
export const catchUp = async (engine: Engine, count: Tally): Promise<Done> => {
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
