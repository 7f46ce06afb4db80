import * as E from 'fp-ts/lib/Either.js'
import { Jurisdiction, LogId, RuleSet, type StreamRead, type Typed } from '@zhiyuan/kernel'
import { bookOf } from './following/book.ts'
import { decider } from './commands/decide.ts'
import { deadlinesIn } from './following/deadlines.ts'
import { admit } from './commands/decode-command.ts'
import { eventDecoder, type DecodeEvent } from './log/decode-event.ts'
import { digestLog, digestRows } from './log/digest.ts'
import type { Engine } from './following/engine.ts'
import { enveloping } from './commands/envelopes.ts'
import { sendErrands } from './following/errands.ts'
import { executor } from './commands/execute.ts'
import { deadlinesRef, followersOf, type Following } from './following/follower.ts'
import { ledgerTime, type LedgerTime } from './commands/ledger-time.ts'
import { loader } from './commands/load.ts'
import { queriesOver } from './following/query.ts'
import { registryOf } from './commands/registry.ts'
import type { Runtime } from './runtime.ts'
import { sending } from './commands/send.ts'
import { serve } from './following/service.ts'
import { settle } from './following/settle.ts'
import { stateCache, type Folded } from './commands/state-cache.ts'
import { textsIn } from './log/texts.ts'
import { gatherUpcasts, versionOfRows } from './log/upcasts.ts'
import { turns } from './commands/turns.ts'
import { limitsOf, type Limits, type Wiring } from './wiring.ts'
import { writer } from './commands/write.ts'

/** Whatever is decoded was recorded before, or is about to be: time does not go back behind it. */
const seeing =
  ({ saw }: LedgerTime, decodeEvent: DecodeEvent): DecodeEvent =>
  (placed) => {
    const read = decodeEvent(placed)
    if (E.isRight(read)) saw(read.right.recordedAt)
    return read
  }

/** Rows are of the events as the embedder's upcasts raise them. */
const withOwnRows = <E extends Typed, C extends Typed>(wiring: Wiring<E, C>): Wiring<E, C> => ({
  ...wiring,
  views: wiring.views.map((view) => ({ ...view, version: versionOfRows(view, wiring.upcasts) })),
  processes: wiring.processes.map((process) => ({ ...process, version: versionOfRows(process, wiring.upcasts) })),
})

/** The part that takes commands. */
const commanding = <Ev extends Typed, C extends Typed>(wiring: Wiring<Ev, C>, limits: Limits) => {
  const { ports, rules } = wiring
  const upcasts = gatherUpcasts(wiring.slices, wiring.upcasts)
  const registry = registryOf(wiring.slices)
  const time = ledgerTime(ports.clock, ports.events, wiring.exclusive ?? false)
  const decodeEvent = seeing(time, eventDecoder(registry, upcasts, wiring))
  const cache = stateCache(limits.cachedStreams)
  const load = loader({ store: ports.events, decode: decodeEvent, cache, page: limits.page })
  const run = executor(
    {
      identity: wiring,
      now: time.now,
      decide: decider(load),
      envelop: enveloping({ rules, upcasts }),
      decode: decodeEvent,
      write: writer(ports.events, cache),
    },
    {
      attempts: limits.attempts,
      wave: limits.wave,
      exclusive: wiring.exclusive ?? false,
      inOrder: ports.events.capabilities.inOrder,
    },
  )
  const read: Runtime<Ev, never>['read'] =
    <A>(of: StreamRead<A>) =>
    async () =>
      E.map(({ state }: Folded) => state as A)(await load(of, !(wiring.exclusive ?? false)))
  return { time, decodeEvent, run, read, admit: admit(registry, wiring.jurisdiction, ports.random.id) }
}

/** The part that follows the log. */
const following = <E extends Typed, C extends Typed>(
  wiring: Wiring<E, C>,
  limits: Limits,
  { time, decodeEvent, run, admit }: ReturnType<typeof commanding>,
): Engine => {
  const { events, projections } = wiring.ports
  const clocks = bookOf(projections, deadlinesRef)
  const deadlines = deadlinesIn(projections, clocks, limits.page)
  const { now } = time
  return {
    events,
    projections,
    followers: followersOf(projections, [...wiring.views, ...wiring.processes] as unknown as ReadonlyArray<Following>),
    clocks,
    deadlines,
    decode: decodeEvent,
    now,
    send: sendErrands({ now, admit, executor: run, deadlines }),
    limits,
  }
}

/**
 * Opens a ledger over its ports. Reads and writes nothing yet. A wrong wiring throws: two slices that serve one command, two views of one name.
 *
 * @example
 * const runtime = openRuntime<LedgerEvent, LedgerCommand, LedgerRejection>({ slices, processes, views, rules, log, jurisdiction, ports })
 * const outcome = await runtime.execute(command, { actor })()
 */
export const openRuntime = <E extends Typed, C extends Typed, R extends Typed>(wiring: Wiring<E, C>): Runtime<E, R> => {
  if (!LogId.is(wiring.log)) throw new Error(`${String(wiring.log)} is no name for a log`)
  if (!Jurisdiction.is(wiring.jurisdiction)) throw new Error(`${String(wiring.jurisdiction)} is no jurisdiction`)
  if (!RuleSet.is(wiring.rules)) throw new Error(`${String(wiring.rules)} is no number of a rule set`)
  const { events, projections, vault, random } = wiring.ports
  const limits = limitsOf(wiring.limits)
  const commands = commanding(wiring, limits)
  const { views, ...rest } = withOwnRows(wiring)
  const engine = following({ ...rest, views }, limits, commands)
  const books = new Map(engine.followers.map(({ book }) => [book.ref.name, book]))
  const queries = queriesOver(projections, books)
  const settleTurns = turns()
  const { time } = commands
  const settleOnce = () =>
    settleTurns('settle', async () => {
      const looked = await time.look()
      return E.isLeft(looked) ? looked : settle(engine)
    })
  return {
    ...sending<E, R>(commands.admit, commands.run, time),
    ...queries,
    now: () => async () => E.map(time.now)(await time.look()),
    read: commands.read,
    settle: () => settleOnce,
    start: (options) => serve(events, settleOnce, options),
    texts: textsIn(vault, random),
    digestLog: () => () => digestLog(events, limits.page),
    digestRows: () => () => digestRows(projections, queries, views),
  }
}
