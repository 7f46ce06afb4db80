/** A round that was missed, and was served all the same (A15). */
import { city, leader, secondLeader } from '../people.ts'
import { deed, why, type CountyScene } from '../scene.ts'
import { addMinutes, waitUntil } from '../deeds/times.ts'
import { tellBoth, tellLater } from '../deeds/captured.ts'
import { dispatchOrder } from '../deeds/orders.ts'
import { acceptSoon, members, orderedService } from '../deeds/ordered-service.ts'

/** When the check-outs of the round would be missing, and so is the round (O25). */
const missedMinutes = 121
/** Past the 48 hours of O16 for an order that has just begun, and within the term of a capture (A14). */
const escalatedMinutes = 50 * 60

export const missed: CountyScene = {
  name: 'missed',
  write: (cast) => {
    const [one = leader] = members(cast.pick, 1)
    const { steps, presence, at } = orderedService(cast, [one])
    const pause = cast.pick([missedMinutes, escalatedMinutes])
    return [...steps, at(({ end }) => waitUntil(addMinutes(end, pause))), ...tellBoth({ at, presence }, one)]
  },
}

/** Another team has accepted it by then: both are kept, until the handler cancels one. */
export const doubled: CountyScene = {
  name: 'doubled',
  write: (cast) => {
    const [one = leader] = members(cast.pick, 1)
    const { steps, presence, at, orderId } = orderedService(cast, [one])
    const again = `G${cast.id}`
    const round = { orderId, round: 1, ...why('served-already') }
    return [
      ...steps,
      at(({ end }) => waitUntil(addMinutes(end, missedMinutes))),
      dispatchOrder(orderId, again, city.dispatcher, 'TC'),
      ({ now }) => acceptSoon(secondLeader, orderId, again, now),
      tellLater({ at, presence }, one, { step: 'CheckIn', before: 30 }),
      cast.pick([
        deed(city.dispatcher, 'CancelFirstService', round),
        deed(city.dispatcher, 'CancelFirstService', round),
        deed(secondLeader, 'HandBackOrder', round),
      ]),
    ]
  },
}
