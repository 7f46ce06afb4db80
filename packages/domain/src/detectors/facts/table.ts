/** A kind of facts as a table: for each type of event that it handles, what becomes of the row. */
import type { LedgerEvent } from '../../ledger.ts'
import type { EventOf, EventType } from '../../views/cases.ts'
import type { Logged } from './logged.ts'

/** Begins a row, or changes it; where it changes one that the log never began, there is none. */
type Change<Row, E> = (row: Row | undefined, event: E, logged: Logged) => Row | undefined
/** Events of these types name their row. */
export type Changes<Row, T extends EventType> = { readonly [One in T]: Change<Row, EventOf<One>> }

export const listTypes = <Row, T extends EventType>(changes: Changes<Row, T>): ReadonlyArray<EventType> =>
  // Its keys are types of events.
  Object.keys(changes) as ReadonlyArray<EventType>

/** Changes a row that is there. */
export const onward =
  <Row, E>(next: (row: Row, event: E, logged: Logged) => Row): Change<Row, E> =>
  (row, event, logged) =>
    row === undefined ? undefined : next(row, event, logged)

/** Takes events into rows by key. The map is the caller's own; rows themselves do not change. */
export const noteRows =
  <Key extends string, Row, T extends EventType>(changes: Changes<Row, T>, key: (event: EventOf<T>) => Key) =>
  (rows: Map<Key, Row>, logged: Logged): void => {
    // The entry of a type takes events of that type, which the type of an index by a union cannot express.
    const change = (changes as unknown as Readonly<Record<string, Change<Row, LedgerEvent> | undefined>>)[
      logged.data.type
    ]
    if (change === undefined) return
    // A type that is handled is one of T.
    const name = key(logged.data as EventOf<T>)
    const row = change(rows.get(name), logged.data, logged)
    if (row !== undefined) rows.set(name, row)
  }
