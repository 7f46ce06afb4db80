/** Commands about an order that come from its need or the requester's side. */
import type * as t from 'io-ts'
import { closed, literal } from '@zhiyuan/kernel'
import { OrderId, UnitId } from '../../../vocabulary/ids.ts'
import { Reason } from '../../../vocabulary/values.ts'

const order = { orderId: OrderId }

/** Sent by a process when the need has another owner by a ruling (O19). */
export const FollowOwner = closed({ type: literal('FollowOwner'), ...order, to: UnitId, reason: Reason })
export interface FollowOwner extends t.TypeOf<typeof FollowOwner> {}
/** Sent by a process when the need was withdrawn; an order that has not begun is cancelled instead (O28). */
export const AskAbort = closed({ type: literal('AskAbort'), ...order, reason: Reason })
export interface AskAbort extends t.TypeOf<typeof AskAbort> {}
/** By requester or contact, of the need or of one merged into it, until service is reported; not more often in a day than the policy has (N13). */
export const UrgeOrder = closed({ type: literal('UrgeOrder'), ...order })
export interface UrgeOrder extends t.TypeOf<typeof UrgeOrder> {}
