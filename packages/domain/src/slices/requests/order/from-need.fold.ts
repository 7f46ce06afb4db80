/** How what comes from the need changes the state of an order. */
import type { Changes } from './order.facts.ts'

export const fromNeed: Changes<'AbortAsked' | 'OrderUrged' | 'PartReviewed' | 'OrderMisrouted'> = {
  AbortAsked: (state) => ({ ...state, abortAsked: true }),
  OrderUrged: (state, { by, urgedAt }) => ({ ...state, urges: [...state.urges, { by, urgedAt }] }),
  PartReviewed: (state, { type: _type, ...review }) => ({ ...state, partReviews: [...state.partReviews, review] }),
  // Where the new owner has the order already, there is no handler left to follow (O16, O19).
  OrderMisrouted: (state, { to: owner }) => ({ ...state, owner, handlerFollows: state.handler !== owner }),
}
