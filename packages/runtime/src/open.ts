import * as E from 'fp-ts/lib/Either.js'
import { decode, LogId, type Fact, type Typed } from '@zhiyuan/kernel'
import { bookOf } from './book.ts'
import { decider } from './decide.ts'
import { deadlinesIn } from './deadlines.ts'
import { admit } from './decode-command.ts'
import { eventDecoder } from './decode-event.ts'
import { digestLog, digestRows } from './digest.ts'
import type { Engine } from './engine.ts'
import { enveloping } from './envelopes.ts'
import { sendErrands } from './errands.ts'
import { executor } from './execute.ts'
import { deadlinesRef, followersOf, type Following } from './follower.ts'
import { loader } from './load.ts'
import { queriesOver } from './query.ts'
import { registryOf } from './registry.ts'
import type { Runtime } from './runtime.ts'
import { sending } from './send.ts'
import { serve } from './service.ts'
import { settle } from './settle.ts'
import { stateCache, type Folded } from './state-cache.ts'
import { textsIn } from './texts.ts'
import { turns } from './turns.ts'
import { defaultLimits, type Limits, type Wiring } from './wiring.ts'
import { writer } from './write.ts'

/** The part that takes commands. */
const commanding = <Ev extends Typed, C extends Typed>(wiring: Wiring<Ev, C>, limits: Limits) => {
  const { ports, log, upcasts } = wiring
  const registry = registryOf(wiring.slices)
  const decodeEvent = eventDecoder(registry, upcasts, log)
  const cache = stateCache(limits.cachedStreams)
  const load = loader({ store: ports.events, decode: decodeEvent, cache, page: limits.page })
  const run = executor(
    {
      now: ports.clock.now,
      decide: decider(load),
      envelop: enveloping(log, upcasts),
      decode: decodeEvent,
      write: writer(ports.events, cache),
    },
    { attempts: limits.attempts, wave: limits.wave, exclusive: wiring.exclusive ?? false },
  )
  const fact: Runtime<Ev, never>['fact'] =
    <A>(of: Fact<A>) =>
    async () =>
      E.map(({ state }: Folded) => state as A)(await load(of, !(wiring.exclusive ?? false)))
  return { decodeEvent, run, fact, admit: admit(registry, ports.random.id) }
}

/** The part that follows the log. */
const following = <E extends Typed, C extends Typed>(
  wiring: Wiring<E, C>,
  limits: Limits,
  { decodeEvent, run, admit }: ReturnType<typeof commanding>,
): Engine => {
  const { events, projections, clock } = wiring.ports
  const clocks = bookOf(projections, deadlinesRef)
  const deadlines = deadlinesIn(projections, clocks, limits.page)
  const { now } = clock
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
 * const runtime = openRuntime<LedgerEvent, LedgerCommand, LedgerRejection>({ slices, processes, views, upcasts, log, ports })
 * const outcome = await runtime.execute(command, { jurisdiction: '131081', actor })()
 */
export const openRuntime = <E extends Typed, C extends Typed, R extends Typed>(wiring: Wiring<E, C>): Runtime<E, R> => {
  if (E.isLeft(decode(LogId)(wiring.log))) throw new Error(`${wiring.log} is no name for a log`)
  const { events, projections, vault, random, clock } = wiring.ports
  const limits = { ...defaultLimits, ...wiring.limits }
  const commands = commanding(wiring, limits)
  const engine = following(wiring, limits, commands)
  const books = new Map(engine.followers.map(({ book }) => [book.ref.name, book]))
  const queries = queriesOver(projections, books)
  const settleTurns = turns()
  const settleOnce = () => settleTurns('settle', () => settle(engine))
  return {
    ...sending<E, R>(commands.admit, commands.run, clock.now),
    ...queries,
    fact: commands.fact,
    settle: () => settleOnce,
    start: (options = {}) => serve(events, settleOnce, options),
    texts: textsIn(vault, random),
    digestLog: () => () => digestLog(events, limits.page),
    digestRows: () => () => digestRows(projections, queries, wiring.views),
  }
}
