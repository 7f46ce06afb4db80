import { sendAt } from '@zhiyuan/kernel'
import { reacting } from '../reacting.ts'

/** A2: an offer expires, an entry of the open list lapses; neither carries a penalty. */
export const offerClocks = reacting('offer-clocks', {
  OrderOffered: ({ orderId, offerId, expiresAt }) => [sendAt(expiresAt, { type: 'ExpireOffer', orderId, offerId })],
  ClaimOpened: ({ orderId, offerId, lapsesAt }) => [sendAt(lapsesAt, { type: 'LapseClaim', orderId, offerId })],
})
