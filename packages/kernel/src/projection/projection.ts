import type { Instant } from '../time/instant.ts'
import type { Envelope } from '../envelope/envelope.ts'
import type { Typed } from '../decider/decider.ts'

/** Keyed rows of facts. A row is plain JSON: no policy, no period, no other key, no position. */
export interface Projection<Row, E> {
  readonly name: string
  /** Raised when the meaning of rows changes: the new version is built beside the old one. */
  readonly version: number
  readonly initial: (key: string) => Row
  /** The types of event that it handles, if it lists them: then no other event is read for it. */
  readonly types?: ReadonlySet<string>
  readonly keys: (event: E) => ReadonlyArray<string>
  readonly evolve: (row: Row, envelope: Envelope<E>, key: string) => Row
}

/** What a process asks for after an event. */
export type Reaction<C extends Typed> =
  | { readonly type: 'command'; readonly command: C }
  /** A timer: the command is sent at `dueAt`. If it no longer applies then, it is a no-op. */
  | { readonly type: 'deadline'; readonly dueAt: Instant; readonly command: C }
  /** The process's running timers are sent once now: one that is not due yet answers with the instant at which it is, and runs until then. */
  | { readonly type: 'ask-timers' }

/** A process manager: maps an event to commands and timers, and never decides. Its rows are its memory; most have none. */
export interface Process<Row, E, C extends Typed> extends Projection<Row, E> {
  /** `rows` are those of the event's keys, with the event already folded in. */
  readonly react: (envelope: Envelope<E>, rows: ReadonlyArray<Row>) => ReadonlyArray<Reaction<C>>
}

/** Makes a process without memory. */
export const stateless = <E, C extends Typed>(
  name: string,
  react: (envelope: Envelope<E>) => ReadonlyArray<Reaction<C>>,
): Process<null, E, C> => ({ name, version: 1, initial: () => null, keys: () => [], evolve: (row) => row, react })

/** Asks for a command at once. */
export const send = <C extends Typed>(command: C): Reaction<C> => ({ type: 'command', command })
/** Asks for a command when `dueAt` has come. */
export const sendLater = <C extends Typed>(dueAt: Instant, command: C): Reaction<C> => ({
  type: 'deadline',
  dueAt,
  command,
})

/** Asks the process's running timers whether they are due by now, because something may have brought them forward. */
export const askTimers: Reaction<never> = { type: 'ask-timers' }

/** The commands that are asked for, at once or later, in their order. */
export const listCommands = <C extends Typed>(reactions: ReadonlyArray<Reaction<C>>): ReadonlyArray<C> =>
  reactions.flatMap((reaction) => (reaction.type === 'ask-timers' ? [] : [reaction.command]))

/** Folds an event into the rows of its keys, as every engine must. Changes the given map. */
export const project =
  <Row, E>(projection: Projection<Row, E>) =>
  (rows: Map<string, Row>, envelope: Envelope<E>): void => {
    for (const key of projection.keys(envelope.data)) {
      rows.set(key, projection.evolve(rows.get(key) ?? projection.initial(key), envelope, key))
    }
  }

/** An event that changed a field of a row. */
export interface Change<F> {
  readonly eventId: string
  readonly before: F
  readonly after: F
}

/** The events that changed a field of one row, in their order. */
export const explain =
  <Row, E, F>(projection: Projection<Row, E>, key: string, field: (row: Row) => F) =>
  (log: Iterable<Envelope<E>>): ReadonlyArray<Change<F>> => {
    const changes: Change<F>[] = []
    let row = projection.initial(key)
    for (const envelope of log) {
      if (!projection.keys(envelope.data).includes(key)) continue
      const next = projection.evolve(row, envelope, key)
      const before = field(row)
      const after = field(next)
      if (JSON.stringify(before) !== JSON.stringify(after)) changes.push({ eventId: envelope.id, before, after })
      row = next
    }
    return changes
  }
