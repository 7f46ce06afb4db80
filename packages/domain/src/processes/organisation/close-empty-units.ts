import { send, type Process, type UnitId } from '@zhiyuan/kernel'
import type { OrderId } from '../../vocabulary/ids.ts'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'

/** A unit, and the orders at it that have not ended. */
export interface OpenOrdersRow {
  readonly unitId: UnitId
  readonly closing: boolean
  readonly open: ReadonlyArray<OrderId>
}

/** An order begins at a handler (`from` is null), ends there (`to` is null), or moves. */
interface Passage {
  readonly orderId: OrderId
  readonly from: UnitId | null
  readonly to: UnitId | null
}

const ends = ['OrderClosed', 'OrderCancelled', 'OrderAborted', 'OrderUnmet'] as const satisfies ReadonlyArray<
  LedgerEvent['type']
>
type End = Extract<LedgerEvent, { readonly type: (typeof ends)[number] }>
const isEnd = (event: LedgerEvent): event is End => (ends as ReadonlyArray<string>).includes(event.type)

const findPassage = (event: LedgerEvent): Passage | null => {
  if (event.type === 'OrderPlaced') return { orderId: event.orderId, from: null, to: event.owner }
  if (event.type === 'OrderReopened') return { orderId: event.orderId, from: null, to: event.handler }
  if (event.type === 'OrderEscalated' || event.type === 'OrderReturned' || event.type === 'OrderTransferred')
    return event
  if (event.type === 'EscalationUndone') return event
  return isEnd(event) ? { orderId: event.orderId, from: event.handler, to: null } : null
}

const keys = (event: LedgerEvent): ReadonlyArray<UnitId> => {
  if (event.type === 'UnitClosingBegan') return [event.unitId]
  if (event.type === 'UnitClosed') return event.parent === null ? [] : [event.parent]
  const passage = findPassage(event)
  return [passage?.from, passage?.to].flatMap((unit) => unit ?? [])
}

const evolve = (row: OpenOrdersRow, event: LedgerEvent): OpenOrdersRow => {
  if (event.type === 'UnitClosingBegan') return { ...row, closing: true }
  const passage = findPassage(event)
  if (passage === null) return row
  const others = row.open.filter((order) => order !== passage.orderId)
  return { ...row, open: passage.to === row.unitId ? [...others, passage.orderId] : others }
}

/**
 * G1: a closing unit closes when it handles no open order. The process tries it when closing begins, when an order leaves or ends there, and
 * when a unit below has closed. While a unit below is open, the command is refused.
 */
export const closeEmptyUnits: Process<OpenOrdersRow, LedgerEvent, LedgerCommand> = {
  name: 'close-empty-units',
  version: 1,
  initial: (unitId) => ({ unitId: unitId as UnitId, closing: false, open: [] }),
  keys,
  evolve: (row, { data }) => evolve(row, data),
  react: (_envelope, rows) =>
    rows.flatMap(({ unitId, closing, open }) =>
      closing && open.length === 0 ? [send({ type: 'CloseUnit', unitId } as const)] : [],
    ),
}
