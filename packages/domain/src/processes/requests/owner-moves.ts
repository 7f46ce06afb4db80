import { askTimers, send, sendLater } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'
import { processReason } from '../organisation/reason.ts'

/**
 * O19: by a ruling the orders of a need, and the needs merged into it, get its new owner; so does an order that was placed meanwhile with the
 * owner before. What the city gives away stays unless it is accepted in time.
 */
export const ownerMoves = defineProcess('owner-moves', {
  NeedMisrouted: ({ needId: survivor, to, reason, orders, duplicates }) => [
    ...orders.map((orderId) => send({ type: 'FollowOwner', orderId, to, reason } as const)),
    ...duplicates.map((needId) => send({ type: 'FollowSurvivor', needId, survivor, to, reason } as const)),
  ],
  NeedOrderNoted: ({ orderId, owner: to, follows }) =>
    follows ? [send({ type: 'FollowOwner', orderId, to, reason: processReason('misrouted') })] : [],
  OwnershipOffered: ({ needId, acceptBy }) => [sendLater(acceptBy, { type: 'LapseOwnership', needId, acceptBy })],
  CalendarYearAdopted: () => [askTimers],
})
