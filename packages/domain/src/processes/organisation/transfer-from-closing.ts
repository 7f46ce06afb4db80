import { send, type Process, type Reaction, type UnitId } from '@zhiyuan/kernel'
import type { OrderId } from '../../vocabulary/ids.ts'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { Round } from '../../vocabulary/values.ts'
import { isOpening, locateOrder, type Waiting } from './handler-queue.ts'
import { processReason } from './reason.ts'

/** A unit as a handler: its parent, whether it closes, and which orders wait in its queue. */
export interface HandlerRow {
  readonly unitId: UnitId
  readonly parent: UnitId | null
  readonly closing: boolean
  readonly waiting: Readonly<Record<OrderId, Round>>
}

interface Left {
  readonly orderId: OrderId
  readonly handler: UnitId
}

/** The queue that an order leaves by an event, if it leaves one. */
const findLeft = (event: LedgerEvent): Left | null => {
  const { type } = event
  if (type === 'OrderOffered' || type === 'ClaimOpened' || type === 'OrderCancelled' || type === 'OrderUnmet')
    return event
  if (type === 'RoundTakenOn') return event
  if (type === 'EscalationUndone') return { orderId: event.orderId, handler: event.from }
  return type === 'OrderEscalated' || type === 'OrderReturned' || type === 'OrderTransferred'
    ? { orderId: event.orderId, handler: event.from }
    : null
}

const keys = (event: LedgerEvent): ReadonlyArray<UnitId> => {
  const { type } = event
  if (type === 'UnitOpened' || type === 'UnitMoved' || type === 'UnitClosingBegan') return [event.unitId]
  const left = findLeft(event)
  const entered = isOpening(event) ? [locateOrder(event).handler] : []
  return left === null ? entered : [left.handler, ...entered]
}

const without = ({ waiting }: HandlerRow, orderId: OrderId): HandlerRow['waiting'] =>
  Object.fromEntries(Object.entries(waiting).filter(([order]) => order !== orderId))

const evolve = (row: HandlerRow, event: LedgerEvent): HandlerRow => {
  if (event.type === 'UnitOpened' || event.type === 'UnitMoved') return { ...row, parent: event.parent }
  if (event.type === 'UnitClosingBegan') return { ...row, closing: true }
  if (isOpening(event)) {
    const { orderId, round, handler } = locateOrder(event)
    if (handler === row.unitId) return { ...row, waiting: { ...row.waiting, [orderId]: round } }
  }
  const left = findLeft(event)
  return left === null ? row : { ...row, waiting: without(row, left.orderId) }
}

const passUp = (
  row: HandlerRow,
  { orderId, round }: Pick<Waiting, 'orderId' | 'round'>,
): ReadonlyArray<Reaction<LedgerCommand>> =>
  row.closing && row.parent !== null
    ? [
        send({
          type: 'TransferOrder',
          orderId,
          round,
          from: row.unitId,
          to: row.parent,
          reason: processReason('unit-closing'),
        }),
      ]
    : []

/**
 * G1: orders that wait at a unit when it begins to close pass to the parent, and so do orders that arrive or come back later.
 * Where the parent closes too, the order passes on from there.
 */
export const transferFromClosing: Process<HandlerRow, LedgerEvent, LedgerCommand> = {
  name: 'transfer-from-closing',
  version: 1,
  initial: (unitId) => ({ unitId: unitId as UnitId, parent: null, closing: false, waiting: {} }),
  keys,
  evolve: (row, { data }) => evolve(row, data),
  react: ({ data: event }, rows) => {
    if (event.type === 'UnitClosingBegan')
      return rows.flatMap((row) =>
        Object.entries(row.waiting).flatMap(([orderId, round]) => passUp(row, { orderId: orderId as OrderId, round })),
      )
    if (!isOpening(event)) return []
    const waiting = locateOrder(event)
    return rows.filter(({ unitId }) => unitId === waiting.handler).flatMap((row) => passUp(row, waiting))
  },
}
