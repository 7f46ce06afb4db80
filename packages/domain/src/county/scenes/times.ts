/** When an order is served, and who says so. */
import { newMatter, submitNeed, toApproved, type Matter } from '../deeds/needs.ts'
import {
  agreeToTime,
  ahead,
  claimOrder,
  openClaim,
  placeIntended,
  placeOrder,
  seeTime,
  setTime,
  toAccepted,
  toPlaced,
} from '../deeds/orders.ts'
import { city, hall, leader, town } from '../people.ts'
import { deed, addHours, why, type CountyActor, type CountyScene, type CountyStep } from '../scene.ts'

/** A leader sets a time, would agree to it as the contact, and the requester does. */
export const telephoned: CountyScene = {
  name: 'telephoned',
  write: (cast) => {
    const matter = newMatter(cast)
    const { needId, orderId, requester } = matter
    return [
      submitNeed(requester, needId, { contact: leader.person }),
      ...toAccepted(matter).slice(1),
      setTime(leader, matter, 5 * 24),
      agreeToTime(leader, matter),
      agreeToTime(requester, matter),
      deed(cast.pick([leader, city.clerk]), 'HandBackOrder', { orderId, round: 1, ...why('ill') }),
    ]
  },
}

/** More time for the service, so many days from now. The city asks, wherever a clock has moved the order. */
const askTime =
  ({ orderId }: Matter, days: number): CountyStep =>
  ({ now }) =>
    deed(city.clerk, 'AskExtension', { orderId, round: 1, day: addHours(now, days * 24).slice(0, 10), ...why('ill') })
const answerTime = (by: CountyActor, { orderId }: Matter, grant: boolean) =>
  deed(by, 'AnswerExtension', { orderId, round: 1, grant })

/** The handler asks for more time, would grant it itself, and the requester grants it. */
export const moreTime: CountyScene = {
  name: 'moreTime',
  write: (cast) => {
    const matter = newMatter(cast)
    return [
      ...toPlaced(matter),
      askTime(matter, 15),
      answerTime(cast.pick([city.clerk, hall.clerk]), matter, true),
      answerTime(matter.requester, matter, true),
      askTime(matter, 20),
    ]
  },
}

/** More time is refused, or no one answers. */
export const noMoreTime: CountyScene = {
  name: 'noMoreTime',
  write: (cast) => {
    const matter = newMatter(cast)
    return [
      ...toPlaced(matter),
      askTime(matter, 2),
      askTime(matter, 15),
      cast.pick([null, ({ now }) => ({ until: addHours(now, 5 * 24) })]),
      answerTime(matter.requester, matter, false),
    ]
  },
}

/** Two orders of one need become alike when the first one, unserved at its time, gets that of the second. */
export const becameAlike: CountyScene = {
  name: 'becameAlike',
  write: (cast) => {
    const matter = newMatter(cast)
    const { needId, orderId, requester } = matter
    const second = { needId, orderId: `${orderId}b` }
    const offerId = `C${cast.id}`
    return [
      ...toApproved(matter),
      placeOrder(hall.clerk, matter, ahead(0.25, 1)),
      placeOrder(requester, second, ahead(6 * 24)),
      cast.pick([
        placeIntended(requester, { needId, orderId: `${orderId}c` }),
        placeOrder(requester, { needId, orderId: `${orderId}c` }),
      ]),
      ({ now }) => ({ until: addHours(now, 2) }),
      openClaim(orderId, offerId),
      claimOrder(orderId, seeTime(second), { offerId }),
      deed(cast.pick([hall.clerk, town.dispatcher]), 'KeepTwin', { orderId: second.orderId, ...why('needed') }),
    ]
  },
}
