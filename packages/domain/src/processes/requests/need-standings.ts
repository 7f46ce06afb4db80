import { send, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../../ledger.ts'
import type { NeedId, OrderId } from '../../vocabulary/ids.ts'

/** An order, its need, and whether its need knows it and it has ended. */
export interface OrderOfNeedRow {
  readonly orderId: OrderId
  readonly needId: NeedId | null
  readonly noted: boolean
  readonly ended: boolean
}

/** Events by which an order ends, lives again, or has come to something else. */
const turns = [
  'OrderClosed',
  'OrderCancelled',
  'OrderAborted',
  'OrderUnmet',
  'OrderReopened',
  'OutcomeRevised',
] as const satisfies ReadonlyArray<LedgerEvent['type']>
type Turn = Extract<LedgerEvent, { readonly type: (typeof turns)[number] }>
const isTurn = (event: LedgerEvent): event is Turn => (turns as ReadonlyArray<string>).includes(event.type)

const evolve = (row: OrderOfNeedRow, event: LedgerEvent): OrderOfNeedRow => {
  if (event.type === 'OrderPlaced') return { ...row, needId: event.needId }
  if (event.type === 'NeedOrderNoted') return { ...row, noted: true }
  return isTurn(event) ? { ...row, ended: event.type !== 'OrderReopened' } : row
}

/**
 * N12: a need is told when its orders may have given it another standing. An order that ended before the need had noted it is looked at when
 * it is noted.
 */
export const needStandings: Process<OrderOfNeedRow, LedgerEvent, LedgerCommand> = {
  name: 'need-standings',
  version: 1,
  initial: (orderId) => ({ orderId: orderId as OrderId, needId: null, noted: false, ended: false }),
  keys: (event) =>
    event.type === 'OrderPlaced' || event.type === 'NeedOrderNoted' || isTurn(event) ? [event.orderId] : [],
  evolve: (row, { data }) => evolve(row, data),
  react: ({ data: event }, rows) =>
    rows.flatMap(({ needId, noted, ended }) => {
      if (needId === null || !noted || event.type === 'OrderPlaced') return []
      if (event.type === 'NeedOrderNoted' && !ended) return []
      return [send({ type: 'CheckStanding', needId } as const)]
    }),
}
