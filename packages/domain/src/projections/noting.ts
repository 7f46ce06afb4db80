/** A view as a table: what it notes of each type of event. */
import type { Instant, Projection } from '@zhiyuan/kernel'
import type { LedgerEvent } from '../ledger.ts'

/** A fact of a row, with when the log took it in: figures as known at K use the facts recorded by K. */
export interface Recorded {
  readonly recordedAt: Instant
}

/** The facts known at an instant, in the order of the log. */
export const knownAt = <A extends Recorded>(facts: ReadonlyArray<A>, at: Instant): ReadonlyArray<A> =>
  facts.filter(({ recordedAt }) => recordedAt <= at)

/** Whether a fact that happens once is known at an instant. */
export const isKnown = <A extends Recorded>(fact: A | null, at: Instant): fact is A =>
  fact !== null && fact.recordedAt <= at

/** When an event happened and was recorded, and the key of the row that notes it. */
export interface Noting extends Recorded {
  readonly occurredAt: Instant
  readonly key: string
}

/** Which rows an event concerns, and what it adds to each. */
export interface Note<Row, E> {
  readonly keys: (event: E) => ReadonlyArray<string>
  readonly add: (row: Row, event: E, noting: Noting) => Row
}

type EventOf<T extends LedgerEvent['type']> = Extract<LedgerEvent, { readonly type: T }>

/** By type of event. Of types that are not listed nothing is noted. */
export type Notes<Row> = { readonly [T in LedgerEvent['type']]?: Note<Row, EventOf<T>> }

interface Named<Row> {
  readonly name: string
  readonly version: number
  readonly initial: (key: string) => Row
  readonly notes: Notes<Row>
}

/** The projection that a table of notes describes. */
export const viewOf = <Row>({ name, version, initial, notes }: Named<Row>): Projection<Row, LedgerEvent> => {
  const table = new Map(Object.entries(notes)) as ReadonlyMap<string, Note<Row, LedgerEvent>>
  return {
    name,
    version,
    initial,
    keys: (event) => table.get(event.type)?.keys(event) ?? [],
    evolve: (row, { data, recordedAt, occurredAt }, key) =>
      table.get(data.type)?.add(row, data, { recordedAt, occurredAt, key }) ?? row,
  }
}
