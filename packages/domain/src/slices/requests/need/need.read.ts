/** What others may read of a need. */
import { streamRead, type StreamName, type StreamRead } from '@zhiyuan/kernel'
import type { NeedId } from '../../../vocabulary/ids.ts'
import type { OrderState } from '../order/order.read.ts'
import type { Standing } from './need.codec.ts'
import { needFold } from './need.fold.ts'
import type { NeedState } from './need.state.ts'

export type { ApprovedNeed, Duplicate, ExistingNeed, NeedFacts, NeedState, Submission } from './need.state.ts'
export { needFold } from './need.fold.ts'
export { holdsOffice } from './need.office.ts'
export { findOrderDue } from './decide/order-due.ts'
export * from './need.people.ts'
export * from './need.urging.ts'

export const needStream = (need: NeedId): StreamName => `need-${need}`
export const needRead = (need: NeedId): StreamRead<NeedState> => streamRead(needStream(need), needFold)

const ended: ReadonlyArray<OrderState['type']> = ['Closed', 'Unmet', 'Cancelled', 'Aborted']
type Orders = ReadonlyArray<OrderState>
type Existing = Exclude<OrderState, { readonly type: 'None' }>

/** Whether the need was served at last: an order of the same kind that was placed after the unmet one is closed. */
const isServedLater = (unmet: Existing, orders: Orders): boolean =>
  orders.some(
    (one) =>
      one.type === 'Closed' &&
      one.placed.specialty === unmet.placed.specialty &&
      one.placed.recordedAt > unmet.placed.recordedAt,
  )

/** The standing of a need after its approval, by its orders: in service while one is live, unmet where one is, met where one is closed and not unsolved. */
export const judgeStanding = (orders: Orders): Standing => {
  if (orders.some(({ type }) => type !== 'None' && !ended.includes(type))) return 'in-service'
  if (orders.some((one) => one.type === 'Unmet' && !isServedLater(one, orders))) return 'unmet'
  return orders.some((one) => one.type === 'Closed' && one.outcome !== 'not-solved') ? 'met' : 'approved'
}
