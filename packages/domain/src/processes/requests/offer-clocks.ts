import { sendLater } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'

/** A2: an offer expires, and an entry of the open list lapses; neither has a penalty. */
export const offerClocks = defineProcess('offer-clocks', {
  OrderOffered: ({ orderId, offerId, expiresAt }) => [sendLater(expiresAt, { type: 'ExpireOffer', orderId, offerId })],
  ClaimOpened: ({ orderId, offerId, lapsesAt }) => [sendLater(lapsesAt, { type: 'LapseClaim', orderId, offerId })],
})
