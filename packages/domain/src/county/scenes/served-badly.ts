/** Services that go another way than planned, and what is said of them afterwards. */
import { newMatter, submitNeed } from '../deeds/needs.ts'
import { ahead } from '../deeds/orders.ts'
import { presenceOf, ratePart, takeSeat, toReported, toSeated, toServing } from '../deeds/serving.ts'
import { assessor, city, hall, leader, residents, town, volunteers } from '../people.ts'
import { deed, addHours, why, type CountyActor, type CountyScene } from '../scene.ts'

/** The last seat is given up, and its volunteer would have it again. */
export const seatGivenUp: CountyScene = {
  name: 'seatGivenUp',
  write: (cast) => {
    const matter = newMatter(cast)
    const seated = cast.pick(volunteers)
    return [
      ...toSeated(matter, seated, ahead(4 * 24, 24)),
      deed(seated, 'WithdrawAssignment', { ...presenceOf(matter, seated), ...why('ill') }),
      takeSeat(seated, matter),
      deed(city.dispatcher, 'ChangeSeats', { orderId: matter.orderId, seats: 1 }),
      takeSeat(cast.pick(volunteers), matter),
    ]
  },
}

/** An office looks after a service, and the requester has it done again. */
export const doneAgain: CountyScene = {
  name: 'doneAgain',
  write: (cast) => {
    const matter = newMatter(cast)
    const { orderId, requester } = matter
    const closed = { orderId, round: 1 }
    const followUp = (by: CountyActor) => deed(by, 'FollowUpOrder', { ...closed, verdict: 'not-solved', comment: null })
    return [
      ...toReported(matter, cast.pick(volunteers)),
      followUp(cast.pick([hall.clerk, hall.dispatcher, city.dispatcher])),
      followUp(cast.pick([assessor, town.dispatcher])),
      deed(requester, 'ReviewOrder', { ...closed, rating: 2, verdict: 'not-solved', comment: null }),
      deed(cast.pick([requester, hall.clerk]), 'ReopenOrder', { ...closed, ...why('not-solved') }),
    ]
  },
}

/** One of the serving team, whom the requester named as contact, would rate the service; then it is solved, and nothing is left to withdraw. */
export const ratedByTheTeam: CountyScene = {
  name: 'ratedByTheTeam',
  write: (cast) => {
    const matter = newMatter(cast)
    const { needId, orderId, requester } = matter
    const seated = cast.pick(volunteers)
    const rate = (by: CountyActor) =>
      deed(by, 'ReviewOrder', { orderId, round: 1, rating: 5, verdict: 'solved', comment: null })
    return [
      submitNeed(requester, needId, { contact: leader.person }),
      ...toReported(matter, seated).slice(1),
      ...ratePart(matter, cast.pick(residents)),
      rate(cast.pick([leader, seated])),
      rate(requester),
      deed(requester, 'WithdrawNeed', { needId, reason: 'solved' }),
    ]
  },
}

/** A service is never reported, and no one reviews it in time; the requester does later. */
export const neverReported: CountyScene = {
  name: 'neverReported',
  write: (cast) => {
    const matter = newMatter(cast)
    const rating = {
      rating: cast.pick([1, 5]),
      verdict: cast.pick(['solved', 'partly'] as const),
      comment: null,
    } as const
    return [
      ...toServing(matter, cast.pick(volunteers)),
      ({ now }) => ({ until: addHours(now, 20 * 24) }),
      ({ now }) => ({ until: addHours(now, 8 * 24) }),
      deed(matter.requester, 'ReviewOrder', { orderId: matter.orderId, round: 1, ...rating }),
    ]
  },
}
