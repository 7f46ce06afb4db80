/** A view as a table: for each type of event that it handles, which rows change, and how. */
import type { Projection } from '@zhiyuan/kernel'
import type { LedgerEvent } from '../ledger.ts'
import { copyNoted, type Noted } from './noted.ts'

export type EventType = LedgerEvent['type']
export type EventOf<T extends EventType> = Extract<LedgerEvent, { readonly type: T }>

/** What one type of event does to a view. */
export interface Case<Row, E> {
  readonly keys: (event: E) => ReadonlyArray<string>
  readonly evolve: (row: Row, event: E, noted: Noted, key: string) => Row
}
export type Cases<Row> = { readonly [T in EventType]?: Case<Row, EventOf<T>> }

const findCase = <Row>(cases: Cases<Row>, { type }: LedgerEvent): Case<Row, LedgerEvent> | undefined =>
  // The entry of a type takes events of that type, which the type of an index by a union cannot express.
  cases[type] as Case<Row, LedgerEvent> | undefined

export const defineView = <Row>(
  name: string,
  version: number,
  { initial, cases }: { readonly initial: (key: string) => Row; readonly cases: Cases<Row> },
): Projection<Row, LedgerEvent> => ({
  name,
  version,
  initial,
  types: new Set(Object.keys(cases)),
  keys: (event) => findCase(cases, event)?.keys(event) ?? [],
  evolve: (row, envelope, key) =>
    findCase(cases, envelope.data)?.evolve(row, envelope.data, copyNoted(envelope), key) ?? row,
})
