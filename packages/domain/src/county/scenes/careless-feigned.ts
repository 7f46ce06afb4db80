/** People who send what only clocks and processes send. */
import { approveNeed, newMatter, submitNeed } from '../deeds/needs.ts'
import { placeOrder } from '../deeds/orders.ts'
import { admin, hall, leader, units, volunteers } from '../people.ts'
import { deed, type CountyScene } from '../scene.ts'

/** A village is shut at once and a number confirmed; points are credited for nothing, and an order is said to be under way or missed. */
export const feigned: CountyScene = {
  name: 'feigned',
  write: (cast) => {
    const { id, now, pick } = cast
    const { needId, orderId, requester } = newMatter(cast)
    const { person: volunteer } = pick(volunteers)
    const round = { orderId, round: 1 }
    return [
      submitNeed(requester, needId),
      pick([
        deed(admin, 'CloseUnit', { unitId: units.hamlet }),
        deed(hall.clerk, 'ConfirmNumber', { number: `no-${id}`, person: volunteer }),
      ]),
      approveNeed(needId),
      placeOrder(hall.clerk, { needId, orderId }),
      pick([
        deed(leader, 'CreditPoints', {
          volunteer,
          recordId: `R${id}`,
          revision: 0,
          day: now.slice(0, 10),
          minutes: 60,
        }),
        deed(leader, 'StartService', { ...round, volunteer, at: now, late: false }),
        deed(requester, 'MissOrder', { ...round, missedAt: now }),
      ]),
    ]
  },
}
