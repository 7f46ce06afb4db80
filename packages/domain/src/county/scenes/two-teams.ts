/** Teams that came although no one knew it in time. */
import { atCity, newMatter, type Matter } from '../deeds/needs.ts'
import { ahead, claimOrder, openClaim, seeOrder } from '../deeds/orders.ts'
import { presenceOf, toSeated, untilStarted } from '../deeds/serving.ts'
import { city, otherLeader, volunteers } from '../people.ts'
import { deed, addHours, why, type CountyActor, type CountyScene, type CountyStep } from '../scene.ts'

/** What a telephone had kept of the last hour that was planned, and tells now. */
const tellLate =
  (matter: Matter, by: CountyActor): CountyStep =>
  (look) => {
    const state = seeOrder(look, matter)
    const missed = state.type === 'None' ? null : state.missed
    return missed === null ? null : deed(by, 'CheckIn', presenceOf(matter, by), addHours(missed.planned.end, -1))
  }

/** A round was missed, and another team accepts; then it shows that the first one had come. */
export const twoTeams: CountyScene = {
  name: 'twoTeams',
  write: (cast) => {
    const matter = atCity(newMatter(cast))
    const seated = cast.pick(volunteers)
    const { orderId } = matter
    const offerId = `D${cast.id}`
    return [
      ...toSeated(matter, seated),
      untilStarted(matter, 27),
      openClaim(orderId, offerId),
      claimOrder(orderId, ahead(5 * 24), { offerId, teamId: 'TB', by: otherLeader }),
      tellLate(matter, seated),
      deed(city.clerk, 'CancelFirstService', { orderId, round: 1, ...why('one-is-enough') }),
    ]
  },
}

/** A missed order has gone up by its clock; then it shows that the volunteer had come. */
export const cameAfterAll: CountyScene = {
  name: 'cameAfterAll',
  write: (cast) => {
    const matter = newMatter(cast)
    const seated = cast.pick(volunteers)
    return [...toSeated(matter, seated), untilStarted(matter, 54), tellLate(matter, seated)]
  },
}
