import * as E from 'fp-ts/lib/Either.js'
import {
  processes,
  slices,
  views,
  type LedgerCommand,
  type LedgerEvent,
  type LedgerRejection,
  type TextRef,
} from '@zhiyuan/domain'
import {
  LedgerFault,
  openRuntime,
  promised,
  type EdgeRefusal,
  type Fault,
  type GlobalPosition,
  type Ports,
  type Outcome as RuntimeOutcome,
  type Runtime,
  type Secret,
  type Service,
  type ServiceOptions,
  type SettleReport,
} from '@zhiyuan/runtime'
import { readingFacts } from './facts.ts'
import { feedOf, readingEvents, type Feed } from './feed.ts'
import { jurisdictionNamed, logNamed } from './names.ts'
import { queriesOf, type LedgerQueries } from './queries.ts'
import type { Sending } from './sender.ts'
import { upcasts } from './upcasts.ts'

/** Why a command was refused: by a rule, or by the runtime before or after the rules. */
export type Rejection = LedgerRejection | EdgeRefusal
/** The answer to a command: events (none: it had been done before), or why it was refused. */
export type Outcome = RuntimeOutcome<LedgerEvent, LedgerRejection>

/** SHA-256 in lower-case hex: over all events by stream and version, and over all rows of the views by name and key. */
export interface Digests {
  readonly log: string
  readonly rows: string
}

/** What a ledger is opened with. */
export interface LedgerOptions {
  readonly ports: Ports
  /** Names this log for ever. */
  readonly log: string
  /** The area whose unit tree, policies and rosters govern, such as `131081`. */
  readonly jurisdiction: string
  /** This process is the only writer: faster, and wrong as soon as there is a second one. Off unless said. */
  readonly exclusive?: boolean
}

/**
 * The promise face. A refusal is a value (`{ ok: false, rejection }`); a fault of a store throws a `LedgerFault`.
 *
 * @example
 * const outcome = await ledger.send({ type: 'VerifyRecord', volunteer, recordId }, { actor: approver })
 * if (!outcome.ok) show(outcome.rejection.type)
 */
export interface Ledger extends LedgerQueries {
  readonly send: (command: unknown, by: Sending['by']) => Promise<Outcome>
  /** Commands that arrive together: each has an outcome of its own, in this order; their appends share durable transactions. */
  readonly sendAll: (batch: ReadonlyArray<Sending>) => Promise<ReadonlyArray<Outcome>>
  /** Runs views, processes and due deadlines to rest. */
  readonly settle: () => Promise<SettleReport>
  /** Settles by itself from now on. */
  readonly start: (options?: ServiceOptions) => Service
  /** Puts free text into the vault; commands take the references (P1). */
  readonly keep: (texts: ReadonlyArray<string>) => Promise<ReadonlyArray<TextRef>>
  /** The same with ids and salts that the caller made, so that it can be done again. */
  readonly keepSecrets: (secrets: ReadonlyArray<Secret>) => Promise<void>
  /** Texts by the ids of their references. */
  readonly texts: (ids: ReadonlyArray<string>) => Promise<ReadonlyMap<string, string>>
  /** Decoded events after a position, in global order. */
  readonly read: (after: GlobalPosition | null, limit: number) => Promise<Feed>
  /** SHA-256 over all events, and over all rows of the views. */
  readonly digest: () => Promise<Digests>
  /** The same runtime for those who write fp-ts. */
  readonly runtime: Runtime<LedgerEvent, LedgerRejection>
  readonly close: () => Promise<void>
}

const rightOrThrow = (answer: E.Either<Fault, Outcome>): Outcome => {
  if (E.isLeft(answer)) throw new LedgerFault(answer.left)
  return answer.right
}

const close = async ({ events, projections, vault }: Ports): Promise<void> => {
  await events.close()
  await projections.close()
  await vault.close()
}

/** Wires deciders, processes and views over the ports. Nothing runs until it is asked to; a name that cannot be one throws. */
export const openLedger = ({ ports, exclusive = false, ...names }: LedgerOptions): Ledger => {
  const [log, jurisdiction] = [logNamed(names.log), jurisdictionNamed(names.jurisdiction)]
  const runtime = openRuntime<LedgerEvent, LedgerCommand, LedgerRejection>({
    slices,
    processes,
    views,
    upcasts,
    log,
    ports,
    exclusive,
  })
  const readEvent = readingEvents(upcasts, log)
  const feed = feedOf(ports.events, readEvent)
  const readFact = readingFacts(runtime, ports.events, readEvent)
  const withMeta = ({ command, by }: Sending) => ({ command, meta: { ...by, jurisdiction } })
  return {
    send: (command, by) => promised(runtime.execute(command, { ...by, jurisdiction })),
    sendAll: async (batch) => (await runtime.executeAll(batch.map(withMeta))()).map(rightOrThrow),
    settle: () => promised(runtime.settle()),
    start: runtime.start,
    keep: async (texts) => (await promised(runtime.texts.put(texts))) as ReadonlyArray<TextRef>,
    keepSecrets: async (secrets) => void (await promised(runtime.texts.keep(secrets))),
    texts: (ids) => promised(runtime.texts.get(ids)),
    read: (after, limit) => promised(feed(after, limit)),
    digest: async () => ({ log: await promised(runtime.digestLog()), rows: await promised(runtime.digestRows()) }),
    ...queriesOf({ runtime, readFact, jurisdiction }),
    runtime,
    close: () => close(ports),
  }
}
