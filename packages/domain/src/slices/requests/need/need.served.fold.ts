/** How the orders of a need, and its owner, change its state. */
import type { Instant } from '@zhiyuan/kernel'
import type { NeedEvent, OrderAwaited } from './need.codec.ts'
import type { ApprovedNeed, ExistingNeed } from './need.state.ts'

export const readOrderDue = (
  { orderDueAt, assumed, policyVersion }: Pick<OrderAwaited, 'orderDueAt' | 'assumed' | 'policyVersion'>,
  from: Instant,
): ApprovedNeed['orderDue'] => (orderDueAt === null ? null : { from, dueAt: orderDueAt, assumed, policyVersion })

export type Standings = 'NeedOrderNoted' | 'OrderAwaited' | 'OrderOverdue' | 'StandingNoted' | 'NeedUnlisted'
export const isOfStanding = (event: NeedEvent): event is Extract<NeedEvent, { readonly type: Standings }> =>
  ['NeedOrderNoted', 'OrderAwaited', 'OrderOverdue', 'StandingNoted', 'NeedUnlisted'].includes(event.type)

export const evolveStanding = (
  state: ExistingNeed,
  event: Extract<NeedEvent, { readonly type: Standings }>,
): ExistingNeed => {
  switch (event.type) {
    case 'NeedOrderNoted': {
      const noted = { ...state, orders: [...state.orders, event.orderId] }
      return noted.type === 'Approved' && event.unwanted === null
        ? { ...noted, standing: 'in-service', orderDue: null }
        : noted
    }
    case 'OrderAwaited': {
      const orderDue = readOrderDue(event, event.awaitedFrom)
      return state.type === 'Approved' ? { ...state, standing: 'approved', orderDue, lastOrderDue: orderDue } : state
    }
    case 'OrderOverdue':
      return { ...state, listedAt: event.listedAt }
    case 'StandingNoted':
      return state.type === 'Approved'
        ? { ...state, standing: event.standing, orderDue: null, listedAt: event.listedAt ?? state.listedAt }
        : state
    case 'NeedUnlisted':
      return { ...state, listedAt: null }
  }
}

export type Owners = 'NeedMisrouted' | 'OwnershipOffered' | 'OwnershipAccepted' | 'OwnershipRefused' | 'NeedPassedOn'
export const isOfOwner = (event: NeedEvent): event is Extract<NeedEvent, { readonly type: Owners }> =>
  ['NeedMisrouted', 'OwnershipOffered', 'OwnershipAccepted', 'OwnershipRefused', 'NeedPassedOn'].includes(event.type)

export const evolveOwner = (
  state: ExistingNeed,
  event: Extract<NeedEvent, { readonly type: Owners }>,
): ExistingNeed => {
  switch (event.type) {
    case 'NeedMisrouted':
      return { ...state, owner: event.to, offered: null }
    case 'OwnershipOffered': {
      const { to, reason, offeredFrom: from, acceptBy: dueAt, assumed, policyVersion } = event
      return { ...state, offered: { to, reason, term: { from, dueAt, assumed, policyVersion } } }
    }
    case 'OwnershipAccepted':
    case 'OwnershipRefused':
      return { ...state, offered: null }
    case 'NeedPassedOn':
      return { ...state, owner: event.to, passedOn: [...state.passedOn, event.from] }
  }
}
