import * as E from 'fp-ts/lib/Either.js'
import { Jurisdiction, LogId, RuleSet, type StreamRead, type Typed } from '@zhiyuan/kernel'
import { rowCache } from './following/row-cache.ts'
import { decider } from './commands/decide.ts'
import { openTimers } from './following/timers.ts'
import { commandValidator } from './commands/decode-command.ts'
import { eventDecoder, type DecodeEvent } from './log/decode-event.ts'
import { digestLog, digestRows } from './log/digest.ts'
import type { Engine } from './following/engine.ts'
import { enveloper } from './commands/envelopes.ts'
import { pendingSender } from './following/pending-commands.ts'
import { executor } from './commands/execute.ts'
import { timersRef, makeSubscribers, type ViewOrProcess } from './following/subscriber.ts'
import { ledgerTime, type LedgerTime } from './commands/ledger-time.ts'
import { loader } from './commands/load.ts'
import { rowQueries } from './following/query.ts'
import { buildRegistry } from './commands/registry.ts'
import type { Runtime } from './runtime.ts'
import { refuseTexts } from './commands/refuse-texts.ts'
import { commandSender } from './commands/send.ts'
import { serve } from './following/service.ts'
import { settle } from './following/settle.ts'
import { stateCache, type Folded } from './commands/state-cache.ts'
import { openTexts } from './log/texts.ts'
import { gatherUpcasts, versionOfRows } from './log/upcasts.ts'
import { turns } from './commands/turns.ts'
import { resolveLimits, type Limits, type Wiring } from './wiring.ts'
import { writer } from './commands/write.ts'

/** Every decoded event was recorded before, or is about to be: the ledger's time does not go back behind it. */
const timedDecoder =
  ({ noteTime }: LedgerTime, decodeEvent: DecodeEvent): DecodeEvent =>
  (placed) => {
    const read = decodeEvent(placed)
    if (E.isRight(read)) noteTime(read.right.recordedAt)
    return read
  }

/** Rows are folded from events as the embedder's upcasts make them. */
const withOwnRows = <E extends Typed, C extends Typed>(wiring: Wiring<E, C>): Wiring<E, C> => ({
  ...wiring,
  views: wiring.views.map((view) => ({ ...view, version: versionOfRows(view, wiring.upcasts) })),
  processes: wiring.processes.map((process) => ({ ...process, version: versionOfRows(process, wiring.upcasts) })),
})

/** The part that takes commands. */
const openCommands = <Ev extends Typed, C extends Typed>(wiring: Wiring<Ev, C>, limits: Limits) => {
  const { ports, rules } = wiring
  const upcasts = gatherUpcasts(wiring.slices, wiring.upcasts)
  const registry = buildRegistry(wiring.slices)
  const time = ledgerTime(ports.clock, ports.events, wiring.exclusive ?? false)
  const decodeEvent = timedDecoder(time, eventDecoder(registry, upcasts, wiring))
  const cache = stateCache(limits.cachedStreams)
  const load = loader({ store: ports.events, decode: decodeEvent, cache, page: limits.page })
  const run = executor(
    {
      identity: wiring,
      now: time.now,
      decide: decider(load),
      envelop: enveloper({ rules, upcasts }),
      decode: decodeEvent,
      refuseTexts: refuseTexts(ports.vault),
      write: writer(ports.events, cache),
    },
    {
      attempts: limits.attempts,
      batchSize: limits.batchSize,
      exclusive: wiring.exclusive ?? false,
      inOrder: ports.events.capabilities.inOrder,
    },
  )
  const read: Runtime<Ev, never>['read'] =
    <A>(of: StreamRead<A>) =>
    async () =>
      E.map(({ state }: Folded) => state as A)(await load(of, !(wiring.exclusive ?? false)))
  const validate = commandValidator(registry, wiring.jurisdiction, ports.random.id)
  return { time, decodeEvent, run, read, validate }
}

/** The part that follows the log. */
const openEngine = <E extends Typed, C extends Typed>(
  wiring: Wiring<E, C>,
  limits: Limits,
  { time, decodeEvent, run, validate }: ReturnType<typeof openCommands>,
): Engine => {
  const { events, projections } = wiring.ports
  const timerRows = rowCache(projections, timersRef)
  const timers = openTimers(projections, timerRows, limits.page)
  const { now } = time
  return {
    events,
    projections,
    subscribers: makeSubscribers(projections, [
      ...wiring.views,
      ...wiring.processes,
    ] as unknown as ReadonlyArray<ViewOrProcess>),
    timerRows,
    timers,
    decode: decodeEvent,
    now,
    send: pendingSender({ now, validate, executor: run, timers }),
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
  const limits = resolveLimits(wiring.limits)
  const commands = openCommands(wiring, limits)
  const { views, ...rest } = withOwnRows(wiring)
  const engine = openEngine({ ...rest, views }, limits, commands)
  const caches = new Map(engine.subscribers.map(({ cache }) => [cache.ref.name, cache]))
  const queries = rowQueries(projections, caches)
  const settleTurns = turns()
  const { time } = commands
  const settleOnce = () =>
    settleTurns('settle', async () => {
      const looked = await time.look()
      return E.isLeft(looked) ? looked : settle(engine)
    })
  return {
    ...commandSender<E, R>(commands.validate, commands.run, time),
    ...queries,
    now: () => async () => E.map(time.now)(await time.look()),
    read: commands.read,
    settle: () => settleOnce,
    start: (options) => serve(events, settleOnce, options),
    texts: openTexts(vault, random),
    digestLog: () => () => digestLog(events, limits.page),
    digestRows: () => () => digestRows(projections, queries, views),
  }
}
