import * as A from 'fp-ts/lib/Array.js'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import {
  processes,
  ruleSet,
  slices,
  views,
  type LedgerCommand,
  type LedgerEnvelope,
  type LedgerEvent,
  type LedgerRejection,
  type TextRef,
} from '@zhiyuan/domain'
import {
  LedgerFault,
  openRuntime,
  unwrap,
  type EdgeRefusal,
  type Fault,
  type Ports,
  type Runtime,
  type Secret,
  type Service,
  type ServiceOptions,
  type SettleReport,
} from '@zhiyuan/runtime'
import type { DecodeRefused, Upcasts } from '@zhiyuan/kernel'
import { birthDateRuntime } from './birth-date-runtime.ts'
import { stateReader } from './reads.ts'
import { readBatch, readMeta } from './door.ts'
import { logFeed, eventReader, type Feed } from './feed.ts'
import { ensureLedger, type CreateLedger } from './found.ts'
import { checkOpening, readFounder, readIdentity } from './names.ts'
import { ledgerQueries, type LedgerQueries } from './queries.ts'
import { rankingRuntime } from './ranking-runtime.ts'
import type { By, CommandType, PlainCommand, PlainCommands, Sending } from './sending.ts'

/** Why a command was refused: by a rule, or by the runtime before or after the rules. */
export type Rejection = LedgerRejection | EdgeRefusal
/** The command was accepted: the events that it wrote, none where it had been done before. */
export interface Accepted {
  readonly ok: true
  readonly commandId: string
  readonly events: ReadonlyArray<LedgerEnvelope>
}
/** The command was refused, and nothing was written. */
export interface Refused {
  readonly ok: false
  readonly rejection: Rejection
}
/** The answer to a command: events (none: it had been done before), or why it was refused. */
export type Outcome = Accepted | Refused

/** SHA-256 in lower-case hex: over all events by stream and version, and over all rows of the views by name and key. */
export interface Digests {
  readonly log: string
  readonly rows: string
}

/** The options of `openLedger`. */
export interface LedgerOptions {
  readonly ports: Ports
  /** Names this log for ever. */
  readonly log: string
  /** The area whose unit tree, policies and rosters govern, such as `131081`: one for each log, for ever. */
  readonly jurisdiction: string
  /** Without it an empty log is refused, as a mistyped path would give one. */
  readonly create?: CreateLedger
  /** This process is the only writer: faster, and wrong as soon as there is a second one. Off unless said. */
  readonly exclusive?: boolean
  /**
   * Upcasts for events whose schemas this release does not know, by type, oldest first. A type that does not exist, or that
   * this release upcasts itself, and a value that is not a function are refused, with the path.
   *
   * Events that are written from then on have the next schema (`schema` n + 1). A program without the same upcasts, such as an auditor's replay, halts
   * at the first such event (`EventDamaged` at `$.schema`): give them to all programs before the first one writes, and never take one away
   * or change it afterwards; add another. The next settle rebuilds the rows, since they are folded from upcast events.
   *
   * Never edit an upcast that rows were built with: functions cannot be compared, so the rows would stay as
   * the old one made them. To get rid of such rows, open once without it and settle, then open with the corrected one and settle; where an
   * event of the next schema is written already, add one more upcast behind it instead.
   *
   * An upcast sees every event of its type in the log: keep the fields that an event has, and add only those that it lacks.
   *
   * @example
   * { NeedSubmitted: [(data) => ({ sourceDate: null, ...(data as object) })] }
   */
  readonly upcasts?: Upcasts
}

/** A command without its type, where a function of the face says which one it is. */
export type Choice<T extends CommandType> = Omit<PlainCommands[T], 'type'>

/**
 * The promise face. A command's refusal is a value (`{ ok: false, rejection }`). A fault of a store throws a `LedgerFault`, a malformed
 * question a `LedgerRefusal` that names the path.
 *
 * @example
 * const outcome = await ledger.send({ type: 'VerifyRecord', volunteer, recordId }, { actor: approver })
 * if (!outcome.ok) show(outcome.rejection.type)
 */
export interface Ledger extends LedgerQueries {
  readonly send: (command: PlainCommand, by: By) => Promise<Outcome>
  /** The same for JSON from outside: a malformed command or sender is refused by its path. */
  readonly sendUnknown: (command: unknown, by: unknown) => Promise<Outcome>
  /**
   * Offers an order to a team: the ledger ranks the teams by itself, and keeps the ranking with the decision
   * (O10). The same as to send `DispatchOrder`, which takes no ranking either. Another than the best team needs a reason.
   *
   * @example
   * await ledger.dispatch({ orderId: 'O1', offerId: 'F1', teamId: 'B1', override: null }, { actor: dispatcher })
   */
  readonly dispatch: (choice: Choice<'DispatchOrder'>, by: By) => Promise<Outcome>
  /** Finds that no team fits an order; refused where one does, by the ledger's own ranking (O10, O23). The same as to send `ConcludeNoTeam`. */
  readonly concludeNoTeam: (search: Choice<'ConcludeNoTeam'>, by: By) => Promise<Outcome>
  /**
   * Commands that arrive together: each has an outcome of its own, in this order; their appends share durable transactions. A fault of one
   * is thrown, though others may have been written. Sending them again under the same ids is idempotent.
   */
  readonly sendAll: (batch: ReadonlyArray<Sending>) => Promise<ReadonlyArray<Outcome>>
  /** The same for JSON from outside: a list of `{ command, by }`. Input that is not a list throws a `LedgerRefusal`. */
  readonly sendAllUnknown: (batch: unknown) => Promise<ReadonlyArray<Outcome>>
  /** Runs views, processes and due timers until nothing is left to do. */
  readonly settle: () => Promise<SettleReport>
  /**
   * Settles by itself from now on, until it is stopped or the ledger is closed. Malformed options throw a `LedgerRefusal`; a closed
   * ledger starts none, and throws a `LedgerFault`.
   *
   * @example
   * const service = ledger.start({ onFault: (fault) => alert(fault.type) })
   */
  readonly start: (options: ServiceOptions) => Service
  /**
   * Puts free text into the vault; commands take the references (P1). Each is well-formed Unicode of at most 32,768 UTF-16 units; another
   * throws a `LedgerRefusal`, and none is kept.
   */
  readonly keep: <const T extends ReadonlyArray<string>>(texts: T) => Promise<{ readonly [K in keyof T]: TextRef }>
  /** The same with the caller's own ids and salts, so that a repeat is idempotent. */
  readonly keepSecrets: (secrets: ReadonlyArray<Secret>) => Promise<void>
  /** Texts by the ids of their references. */
  readonly texts: (ids: ReadonlyArray<string>) => Promise<ReadonlyMap<string, string>>
  /**
   * Decoded events after a position (null: from the start), in global order, at most `limit` of them, 1 to 100,000. A position that this log
   * never gave throws a `LedgerRefusal` at `$.after`.
   *
   * @example
   * for (let page = await ledger.read(null, 500); ; page = await ledger.read(page.position, 500)) {
   *   page.events.forEach(show)
   *   if (page.end) break
   * }
   */
  readonly read: (after: string | null, limit: number) => Promise<Feed>
  /** SHA-256 over all events, and over all rows of the views. */
  readonly digest: () => Promise<Digests>
  /** The same runtime for those who write fp-ts. */
  readonly runtime: Runtime<LedgerEvent, LedgerRejection>
  /** Stops every service that `start` began, then closes the stores. A question after it throws a `LedgerFault`. */
  readonly close: () => Promise<void>
}

const rightOrThrow = (answer: E.Either<Fault, Outcome>): Outcome => {
  if (E.isLeft(answer)) throw new LedgerFault(answer.left)
  return answer.right
}

const refuse = (rejection: DecodeRefused): Outcome => ({ ok: false, rejection })

/** The runtime answers each entry that it was handed, in their order. */
const nextOutcome = (outcomes: Iterator<Outcome>): Outcome => outcomes.next().value as Outcome

const close = async ({ events, projections, vault }: Ports): Promise<void> => {
  await events.close()
  await projections.close()
  await vault.close()
}

/**
 * Wires deciders, processes and views over the ports, and compares the log's identity with what was asked for (L4). Throws a
 * `LedgerRefusal` that names a malformed, missing or misspelt option (`$.log`, `$.ports.vault`, `$.create.administrator`), and a `LedgerFault` with advice in two
 * languages where the log is another ledger's, or is empty and there is no `create`. Nothing runs until `settle` or `start`.
 *
 * @example
 * const ledger = await openLedger({ ports, log: 'our-county', jurisdiction: '131081', create: { administrator: 'admin' } })
 */
export const openLedger = async (options: LedgerOptions): Promise<Ledger> => {
  checkOpening(options)
  const { ports, exclusive = false, create, upcasts = {}, ...names } = options
  const identity = await readIdentity(names.log, names.jurisdiction)
  const founder = create === undefined ? undefined : await readFounder(create, identity.jurisdiction)
  const unranked = openRuntime<LedgerEvent, LedgerCommand, LedgerRejection>({
    slices,
    processes,
    views,
    upcasts,
    rules: ruleSet,
    ...identity,
    ports,
    exclusive,
  })
  await unwrap(ensureLedger({ identity, ports, runtime: unranked, upcasts }, founder))
  const services = new Set<Service>()
  let isClosed = false
  const readEvent = eventReader(identity, upcasts)
  const feed = logFeed(ports.events, readEvent)
  const readState = stateReader(unranked, ports.events, readEvent)
  const sources = { runtime: unranked, readState, jurisdiction: identity.jurisdiction }
  const runtime = birthDateRuntime(rankingRuntime(unranked, sources), sources)
  const sendUnknown = async (command: unknown, by: unknown): Promise<Outcome> => {
    const meta = readMeta(by)
    return E.isLeft(meta) ? refuse(meta.left) : unwrap(runtime.execute(command, meta.right))
  }
  const sendAllUnknown = async (batch: unknown): Promise<ReadonlyArray<Outcome>> => {
    const entries = await unwrap(TE.fromEither(readBatch(batch)))
    const answers = await runtime.executeAll(A.rights([...entries]))()
    const outcomes = answers.map(rightOrThrow).values()
    return entries.map((entry) => (E.isLeft(entry) ? refuse(entry.left) : nextOutcome(outcomes)))
  }
  return {
    send: sendUnknown,
    sendUnknown,
    dispatch: (choice, by) => sendUnknown({ ...choice, type: 'DispatchOrder' }, by),
    concludeNoTeam: (search, by) => sendUnknown({ ...search, type: 'ConcludeNoTeam' }, by),
    sendAll: sendAllUnknown,
    sendAllUnknown,
    settle: () => unwrap(runtime.settle()),
    start: (wish) => {
      if (isClosed) throw new LedgerFault({ type: 'StoreClosed' })
      const service = runtime.start(wish)
      services.add(service)
      return service
    },
    // The vault answers one reference for each text, in their order; a list's type does not say how many.
    keep: async <const T extends ReadonlyArray<string>>(texts: T) =>
      (await unwrap(runtime.texts.put(texts))) as unknown as { readonly [K in keyof T]: TextRef },
    keepSecrets: async (secrets) => void (await unwrap(runtime.texts.keep(secrets))),
    texts: (ids) => unwrap(runtime.texts.get(ids)),
    read: (after, limit) => unwrap(feed(after, limit)),
    digest: async () => ({ log: await unwrap(runtime.digestLog()), rows: await unwrap(runtime.digestRows()) }),
    ...ledgerQueries(sources),
    runtime,
    close: async () => {
      isClosed = true
      await Promise.all([...services].map(({ stop }) => stop()))
      await close(ports)
    },
  }
}
