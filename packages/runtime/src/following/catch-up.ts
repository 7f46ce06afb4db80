import * as E from 'fp-ts/lib/Either.js'
import { decodeHeader } from '../log/decode-event.ts'
import { done, flush, positionFilter, findLeast, makeRoom, type Done, type Engine } from './engine.ts'
import { makePendingCommands } from './pending-commands.ts'
import type { Fault } from '../ports/fault.ts'
import { feedPage, type Read, type Wanted } from './feed.ts'
import type { GlobalPosition, Recorded } from '../ports/ports.ts'
import type { Tally } from './tally.ts'

/** Whether a subscriber still has to take in an event of that type, on a page that ends at `end`. When one view is rebuilt, most events concern none. */
const listWanted = (engine: Engine, end: GlobalPosition): ((type: string) => boolean) => {
  const behind = engine.subscribers.filter(
    ({ stopped, cache }) => stopped === null && positionFilter(engine, cache.at())(end),
  )
  const types = behind.map(({ definition }) => definition.types)
  return (type) => types.some((own) => own === undefined || own.has(type))
}

interface DecodedPage {
  /** The events that at least one subscriber wants. */
  readonly page: ReadonlyArray<Read>
  /** Up to where the page could be read; null: not even its first event. */
  readonly end: GlobalPosition | null
  /** How many events that is. */
  readonly read: number
  readonly fault: Fault | null
}

/** An event that no subscriber wants is not decoded. Its header must still name the type that it was skipped by: the type column may have been tampered with. */
const leaveOut = (one: Recorded): E.Either<Fault, null> => {
  const { header, stream, type, version } = one.event
  // The end of a canonical header: looking at it costs nothing beside parsing all of it.
  const isItsOwn = header.endsWith(`,"stream":"${stream}","type":"${type}","version":${version}}`)
  return isItsOwn ? E.right(null) : E.map(() => null)(decodeHeader(one))
}

const decodePage = (engine: Engine, events: ReadonlyArray<Recorded>, last: Recorded): DecodedPage => {
  const isWanted = listWanted(engine, last.position)
  const page: Read[] = []
  let end: GlobalPosition | null = null
  let read = 0
  for (const one of events) {
    const envelope = isWanted(one.event.type) ? engine.decode(one) : leaveOut(one)
    if (E.isLeft(envelope)) return { page, end, read, fault: envelope.left }
    if (envelope.right !== null) page.push({ position: one.position, envelope: envelope.right })
    end = one.position
    read += 1
  }
  return { page, end, read, fault: null }
}

const feedAll = async (
  engine: Engine,
  page: ReadonlyArray<Read>,
  count: Tally,
): Promise<E.Either<Fault, ReadonlyArray<Wanted>>> => {
  const wanted: Wanted[] = []
  for (const subscriber of engine.subscribers) {
    if (subscriber.stopped !== null) continue
    const fed = await feedPage(subscriber, page, positionFilter(engine, subscriber.cache.at()))
    if (E.isLeft(fed)) return fed
    wanted.push(...fed.right.wanted)
    count.quarantined(fed.right.quarantined)
  }
  return E.right(wanted.sort((a, b) => a.place - b.place))
}

/** The timers that are asked whether they are due wait until the log is read to its end, as all timers do. */
const askTimers = async (engine: Engine, wanted: ReadonlyArray<Wanted>): Promise<Done> => {
  const askers = new Set(wanted.flatMap(({ process, reaction }) => (reaction.type === 'ask-timers' ? [process] : [])))
  return askers.size === 0 ? done : engine.timers.ask(askers, engine.now())
}

/** Commands are sent before the checkpoint is stored: a process killed in between sends them again under the same ids, which is idempotent. */
const act = async (engine: Engine, wanted: ReadonlyArray<Wanted>, count: Tally): Promise<Done> => {
  for (const timer of makePendingCommands(wanted, 'deadline')) engine.timers.schedule(timer)
  const asked = await askTimers(engine, wanted)
  if (E.isLeft(asked)) return asked
  const commands = makePendingCommands(wanted, 'command')
  return commands.length === 0 ? done : engine.send(commands, count)
}

/** A subscriber that took everything in stands at the end of the page, even if its own last event came earlier. */
const moveTo = (engine: Engine, end: GlobalPosition): void => {
  const running = engine.subscribers.flatMap(({ stopped, cache }) => (stopped === null ? [cache] : []))
  for (const cache of [...running, engine.timerRows]) if (positionFilter(engine, cache.at())(end)) cache.moveTo(end)
}

const takePage = async (
  engine: Engine,
  events: ReadonlyArray<Recorded>,
  { last, count }: { readonly last: Recorded; readonly count: Tally },
): Promise<Done> => {
  const { page, end, read, fault } = decodePage(engine, events, last)
  if (end !== null) {
    const wanted = await feedAll(engine, page, count)
    if (E.isLeft(wanted)) return wanted
    moveTo(engine, end)
    const acted = await act(engine, wanted.right, count)
    if (E.isLeft(acted)) return acted
  }
  count.read(read)
  const room = await makeRoom(engine)
  if (E.isLeft(room) || fault === null) return room
  const flushed = await flush(engine)
  return E.isLeft(flushed) ? flushed : E.left(fault)
}

/** Reads to the end of the log, and goes on as long as processes append to it. */
export const catchUp = async (engine: Engine, count: Tally): Promise<Done> => {
  for (let after = findLeast(engine); ;) {
    const read = await engine.events.readAll(after, engine.limits.page)()
    if (E.isLeft(read)) return read
    const last = read.right.events.at(-1)
    if (last === undefined) return done
    const taken = await takePage(engine, read.right.events, { last, count })
    if (E.isLeft(taken)) return taken
    after = last.position
  }
}
