/** The order of a need that has another owner by a ruling (O19). */
import * as E from 'fp-ts/lib/Either.js'
import type { FollowOwner, OrderEvent } from '../order.codec.ts'
import { keepClock, recallFirst, unitAndPolicyReads } from './handler.ts'
import { copyOpened, onProcess, type Decision } from './shared.ts'

/** The handler follows at once where nothing is accepted yet, else with the next round. */
export const followOwner = onProcess<FollowOwner>()({
  reads: unitAndPolicyReads,
  about: ({ to, reason }, state) => (state.type === 'None' || state.owner === to ? null : { to, reason, state }),
  then: ({ to, reason, state }, { tree, policies }): Decision => {
    const { needId, needOpened } = state.placed
    const ruled: OrderEvent = {
      type: 'OrderMisrouted',
      ...copyOpened(state),
      needId,
      needOpened,
      from: state.owner,
      to,
      reason,
    }
    const isUnaccepted = state.type === 'Open' || state.type === 'Offered' || state.type === 'Claimable'
    if (!isUnaccepted || state.handler === to) return E.right([ruled])
    const move = keepClock(state, { to, reason }, { tree, policies })
    return E.right([ruled, ...recallFirst(state, reason), { type: 'OrderTransferred', ...move }])
  },
})
