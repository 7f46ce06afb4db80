/** A need that is voiced, ordered, served and reviewed, and the record of it. */
import { approveNeed, submitNeed } from '../deeds/needs.ts'
import { dispatchOrder } from '../deeds/orders.ts'
import { takeSeat } from '../deeds/serving.ts'
import { hall, leader, residents, town, volunteers } from '../people.ts'
import { findDay, deed, addHours, interval, type CountyScene } from '../scene.ts'

export const served: CountyScene = {
  name: 'served',
  write: ({ id, now, pick }) => {
    const [needId, orderId, offerId] = [`N${id}`, `O${id}`, `F${id}`]
    const requester = pick(residents)
    const seated = pick(volunteers)
    const planned = interval(findDay(now, pick([1, 2, 3]), pick([0, 2, 5, 8])), pick([1, 2, 3]))
    const occasion = { type: 'order', orderId, round: 1 } as const
    const presence = { occasion, volunteer: seated.person }
    const record = { volunteer: seated.person, recordId: `o.${orderId}.1` }
    return [
      submitNeed(requester, needId),
      approveNeed(needId),
      deed(hall.clerk, 'PlaceOrder', { orderId, needId, specialty: 'hardship-relief', seats: 2, planned }),
      dispatchOrder(orderId, offerId, town.dispatcher),
      deed(leader, 'AcceptOffer', { orderId, offerId, planned: null, risksSeen: true }),
      takeSeat(seated, { orderId }),
      { until: planned.start },
      deed(seated, 'CheckIn', presence),
      { until: addHours(planned.end, pick([-0.25, 0, 0.25])) },
      deed(seated, 'CheckOut', presence),
      { until: planned.end },
      deed(leader, 'ReportService', { orderId, round: 1 }),
      deed(requester, 'ReviewOrder', {
        orderId,
        round: 1,
        rating: pick([5, 5, 4, 1]),
        verdict: 'solved',
        comment: null,
      }),
      deed(hall.approver, 'VerifyRecord', record),
    ]
  },
}
