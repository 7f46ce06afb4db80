/** Needs and orders that are no longer wanted, or for which no one does anything in time. */
import { approveNeed, newMatter, submitNeed } from '../deeds/needs.ts'
import { placeOrder, toPlaced } from '../deeds/orders.ts'
import { toServing } from '../deeds/serving.ts'
import { hall, residents, town, volunteers } from '../people.ts'
import { deed, addHours, why, type CountyScene } from '../scene.ts'

/** The requester urges, and withdraws what was ordered. */
export const urged: CountyScene = {
  name: 'urged',
  write: (cast) => {
    const { needId, orderId, requester } = newMatter(cast)
    const urge = deed(requester, 'UrgeNeed', { needId })
    return [
      submitNeed(requester, needId),
      urge,
      deed(cast.pick([requester, cast.pick(residents)]), 'UrgeNeed', { needId }),
      approveNeed(needId),
      placeOrder(requester, { orderId, needId }),
      deed(requester, 'UrgeOrder', { orderId }),
      deed(cast.pick([requester, hall.clerk]), 'WithdrawNeed', { needId, reason: 'solved' }),
    ]
  },
}

/** No one orders for days; then there is an order, which is cancelled, and the need waits again. */
export const orderForgotten: CountyScene = {
  name: 'orderForgotten',
  write: (cast) => {
    const matter = newMatter(cast)
    const { needId, orderId, requester } = matter
    const cancel = (by: typeof requester) => deed(by, 'CancelOrder', { orderId, ...why('not-needed') })
    return [
      submitNeed(requester, needId),
      approveNeed(needId),
      ({ now }) => ({ until: addHours(now, 7 * 24) }),
      placeOrder(requester, matter),
      cancel(cast.pick([requester, hall.clerk, town.dispatcher])),
      placeOrder(hall.clerk, { ...matter, orderId: `${orderId}b` }),
    ]
  },
}

/** An order that no one serves is supervised, and given up. */
export const longUnserved: CountyScene = {
  name: 'longUnserved',
  write: (cast) => {
    const matter = newMatter(cast)
    return [
      ...toPlaced(matter),
      ({ now }) => ({ until: addHours(now, 13 * 24) }),
      deed(matter.requester, 'CancelOrder', { orderId: matter.orderId, ...why('too-late') }),
    ]
  },
}

/** The need is withdrawn while it is served; the handler aborts the service. */
export const withdrawnWhileServed: CountyScene = {
  name: 'withdrawnWhileServed',
  write: (cast) => {
    const matter = newMatter(cast)
    const { needId, orderId, requester } = matter
    return [
      ...toServing(matter, cast.pick(volunteers)),
      deed(requester, 'WithdrawNeed', { needId, reason: 'not-needed' }),
      deed(hall.clerk, 'AbortOrder', { orderId, round: 1, ...why('not-needed') }),
    ]
  },
}
