/** What others may read of a need. */
import { streamRead, type PersonId, type StreamName, type StreamRead } from '@zhiyuan/kernel'
import type { NeedId } from '../../../vocabulary/ids.ts'
import type { OrderState } from '../order/order.read.ts'
import { needFold, type NeedState } from './need.state.ts'

export type { ApprovedNeed, NeedFacts, NeedState } from './need.state.ts'
export { needFold } from './need.state.ts'

export const needStream = (need: NeedId): StreamName => `need-${need}`
export const needRead = (need: NeedId): StreamRead<NeedState> => streamRead(needStream(need), needFold)

/** G7: a proxy who is family acts for the own household. One whose post it is to submit needs typed it for a caller. */
export const findPrivateProxy = (need: NeedState): PersonId | null => {
  const proxy = need.type === 'None' ? null : need.submitted.proxy
  return proxy?.kind === 'family' ? proxy.person : null
}

/** The standing of a need after its approval, derived from its orders and never stored. */
export type Standing = 'approved' | 'in-service' | 'unmet' | 'met'

const ended: ReadonlyArray<OrderState['type']> = ['Closed', 'Unmet', 'Cancelled', 'Aborted']

/** `orders` are the state names of the need's orders. */
export const judgeStanding = (orders: ReadonlyArray<OrderState['type']>): Standing => {
  if (orders.some((order) => !ended.includes(order))) return 'in-service'
  if (orders.includes('Unmet')) return 'unmet'
  return orders.includes('Closed') ? 'met' : 'approved'
}
