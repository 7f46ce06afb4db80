/** Follows a history: each law looks at what was written since it looked last. */
import type { LedgerEvent } from '@zhiyuan/domain'
import type { Envelope, Projection, Typed } from '@zhiyuan/kernel'
import type { Loop } from '@zhiyuan/testing'

export type Written = Envelope<LedgerEvent>

/** All that was written. The county's slices are the ledger's: each event of its log is one of the ledger. */
export const readLog = (loop: Loop<Typed>): ReadonlyArray<Written> => loop.log() as unknown as ReadonlyArray<Written>

/** The events that were written since the last call, in their order. */
export const followLog = (loop: Loop<Typed>): (() => ReadonlyArray<Written>) => {
  let known = 0
  return () => {
    const fresh = readLog(loop).slice(known)
    known += fresh.length
    return fresh
  }
}

/** The rows of a view, taken further by each event. */
export const followRows = <Row>(view: Projection<Row, LedgerEvent>) => {
  const rows = new Map<string, Row>()
  const take = (envelope: Written): void => {
    for (const key of view.keys(envelope.data))
      rows.set(key, view.evolve(rows.get(key) ?? view.initial(key), envelope, key))
  }
  return { rows, take }
}

type Cases = {
  readonly [T in LedgerEvent['type']]?: (event: Extract<LedgerEvent, { readonly type: T }>, written: Written) => void
}

/** Hands each event to the case of its type, if there is one. */
export const handle =
  (cases: Cases) =>
  (written: Written): void => {
    // The table pairs each type with its own event, which the type of an index by a union cannot express.
    const handler = cases[written.data.type] as ((event: LedgerEvent, written: Written) => void) | undefined
    handler?.(written.data, written)
  }

/** Says that a law is broken. */
export const broken = (what: string): never => {
  throw new Error(what)
}
