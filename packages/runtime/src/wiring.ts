import type {
  AnyCodec,
  Envelope,
  Jurisdiction,
  LogId,
  Reaction,
  RuleSet,
  SliceUpcasts,
  StreamName,
  Typed,
  Upcasts,
} from '@zhiyuan/kernel'
import type { Ports } from './ports/ports.ts'

/** A decider of any slice, where its types do not matter. */
export interface AnyDecider {
  readonly stream: (command: never, jurisdiction: Jurisdiction) => StreamName
  readonly fold: { readonly initial: unknown; readonly evolve: (state: never, event: never) => unknown }
  readonly handlers: Readonly<Record<string, unknown>>
}

/** Any `Slice`. */
export interface AnySlice {
  readonly name: string
  readonly command: AnyCodec
  readonly event: AnyCodec
  readonly decider: AnyDecider
  readonly restoreCommand: (events: never) => Typed | null
  readonly upcasts?: SliceUpcasts
}

/** The commands of some slices: `CommandOf<(typeof slices)[number]>`. */
export type CommandOf<S extends AnySlice> = S['command']['_A']
/** The events of some slices: `EventOf<(typeof slices)[number]>`. */
export type EventOf<S extends AnySlice> = S['event']['_A']

/** Any `Projection` over the events `E`. */
export interface AnyProjection<E> {
  readonly name: string
  readonly version: number
  readonly initial: (key: string) => unknown
  readonly types?: ReadonlySet<string>
  readonly keys: (event: E) => ReadonlyArray<string>
  readonly evolve: (row: never, envelope: Envelope<E>, key: string) => unknown
}

/** Any `Process` over the events `E`, sending commands `C`. */
export interface AnyProcess<E, C extends Typed> extends AnyProjection<E> {
  readonly react: (envelope: Envelope<E>, rows: ReadonlyArray<never>) => ReadonlyArray<Reaction<C>>
}

/** Limits of memory and retries: whole numbers from 1, `heldRows` from 0. None of them changes a decision. */
export interface Limits {
  /** Streams whose folded states are kept. */
  readonly cachedStreams: number
  /** Attempts at a command whose stream others write to. */
  readonly attempts: number
  /** Events read at a time. */
  readonly page: number
  /** Commands decided and appended together. */
  readonly batchSize: number
  /** Changed rows that are held before they are committed, when the engine catches up. */
  readonly changedRows: number
  /** Unchanged rows that are held. */
  readonly heldRows: number
}

/** The defaults. */
export const defaultLimits: Limits = {
  cachedStreams: 10_000,
  attempts: 10,
  page: 500,
  batchSize: 512,
  changedRows: 20_000,
  heldRows: 50_000,
}

/** The limits of a wiring. Throws at one out of range: with pages of 0 events nothing would ever settle. */
export const resolveLimits = (given: Partial<Limits> = {}): Limits => {
  const limits = { ...defaultLimits, ...given }
  for (const [name, limit] of Object.entries(limits) as ReadonlyArray<[keyof Limits, number]>) {
    const least = name === 'heldRows' ? 0 : 1
    if (!Number.isSafeInteger(limit) || limit < least)
      throw new Error(`limits.${name} is no whole number from ${least}`)
  }
  return limits
}

/** Which ledger: one log, one jurisdiction (L4). */
export interface LedgerIdentity {
  readonly log: LogId
  /** The area whose unit tree, policies and rosters govern; every event names it. */
  readonly jurisdiction: Jurisdiction
}

/** All parts of a runtime. Names of views and processes are unique; a wrong wiring throws when it is opened. */
export interface Wiring<E extends Typed, C extends Typed> extends LedgerIdentity {
  readonly slices: ReadonlyArray<AnySlice>
  readonly processes: ReadonlyArray<AnyProcess<E, C>>
  readonly views: ReadonlyArray<AnyProjection<E>>
  /** Upcasts beside those of the slices, for logs whose events have schemas that the slices do not know. */
  readonly upcasts?: Upcasts
  /** The number of the rule set that decides; every event names it. */
  readonly rules: RuleSet
  readonly ports: Ports
  /**
   * This process is the only writer of the log: states in memory are taken as they are, tails are not read again.
   * The risk: with a second writer, decisions would rest on states that no longer hold. Off unless said.
   */
  readonly exclusive?: boolean
  readonly limits?: Partial<Limits>
}
