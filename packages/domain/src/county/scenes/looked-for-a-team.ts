/** Orders for which a team is looked for, at one unit and the next. */
import { atCity, newMatter } from '../deeds/needs.ts'
import { dispatchOrder, openClaim, placeOrder, toPlaced } from '../deeds/orders.ts'
import { city, hall, leader, town, units } from '../people.ts'
import { deed, addHours, why, type CountyActor, type CountyScene } from '../scene.ts'

/** A team declines, an offer is taken back, and no one is left to ask. */
export const declined: CountyScene = {
  name: 'declined',
  write: (cast) => {
    const matter = newMatter(cast)
    const { orderId } = matter
    const [first, second] = [`F${cast.id}a`, `F${cast.id}b`]
    return [
      ...toPlaced(matter),
      dispatchOrder(orderId, first),
      deed(leader, 'DeclineOffer', { orderId, offerId: second, ...why('busy') }),
      deed(leader, 'DeclineOffer', { orderId, offerId: first, ...why('busy') }),
      dispatchOrder(orderId, second),
      deed(city.dispatcher, 'RecallOffer', { orderId, offerId: second, ...why('mistake') }),
    ]
  },
}

/** A search finds no team, and no one claims the order either. */
export const unclaimed: CountyScene = {
  name: 'unclaimed',
  write: (cast) => {
    const matter = newMatter(cast)
    const { orderId } = matter
    const [first, second] = [`C${cast.id}a`, `C${cast.id}b`]
    const ranking = { candidates: [], candidateCount: 0, leftOut: [], lastEvent: 'none' }
    return [
      ...toPlaced(matter),
      deed(city.dispatcher, 'ConcludeNoTeam', { orderId, searchId: `S${cast.id}`, ranking }),
      openClaim(orderId, first),
      deed(city.dispatcher, 'RecallOffer', { orderId, offerId: first, ...why('mistake') }),
      openClaim(orderId, second),
      ({ now }) => ({ until: addHours(now, 25) }),
      deed(city.dispatcher, 'CancelOrder', { orderId, ...why('no-team') }),
    ]
  },
}

const escalate = (by: CountyActor, orderId: string, from: string) =>
  deed(by, 'EscalateOrder', { orderId, round: 1, from, ...why('no-team') })

/** The town sends an order back that the village could not meet, and then another village has it. */
export const sentBack: CountyScene = {
  name: 'sentBack',
  write: (cast) => {
    const matter = newMatter(cast)
    const { orderId } = matter
    const [round, from] = [1, units.village]
    return [
      ...toPlaced(matter),
      deed(town.dispatcher, 'ReturnOrder', { orderId, round, from, ...why('try-again') }),
      escalate(hall.clerk, orderId, from),
      deed(town.dispatcher, 'ReturnOrder', { orderId, round, from: units.town, ...why('try-again') }),
      deed(town.dispatcher, 'TransferOrder', { orderId, round, from, to: units.hamlet, ...why('nearer') }),
      deed(town.dispatcher, 'TransferOrder', { orderId, round, from: units.hamlet, to: from, ...why('nearer') }),
    ]
  },
}

/** Of a need of the city no team takes the order: only the city ends it unmet, and tries again. */
export const unmet: CountyScene = {
  name: 'unmet',
  write: (cast) => {
    const matter = atCity(newMatter(cast))
    const { orderId, clerk } = matter
    return [
      ...toPlaced(matter),
      escalate(city.dispatcher, orderId, units.city),
      deed(city.dispatcher, 'EndUnmet', { orderId, ...why('no-team') }),
      placeOrder(clerk, { ...matter, orderId: `${orderId}b` }),
    ]
  },
}
