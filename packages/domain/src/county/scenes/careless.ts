/** People in a hurry: each does once what is not possible, and then does it rightly. */
import { approveNeed, newMatter, submitNeed } from '../deeds/needs.ts'
import { agreeToTime, ahead, dispatchOrder, placeOrder, setTime, soon, toAccepted } from '../deeds/orders.ts'
import { presenceOf, takeSeat } from '../deeds/serving.ts'
import { city, hall, leader, town, units, volunteers } from '../people.ts'
import { deed, addHours, interval, why, words, type CountyScene, type CountyStep } from '../scene.ts'
import { makeRanking } from '../deeds/orders.ts'

const stairs = { known: true, description: words('stairs') }

/** A need that is not said rightly, and is answered and ordered too early. */
export const carelessNeed: CountyScene = {
  name: 'carelessNeed',
  write: (cast) => {
    const matter = newMatter(cast)
    const { needId, requester } = matter
    const family = { requester: requester.person, proxy: { person: hall.clerk.person, kind: 'family' } } as const
    const wrong: ReadonlyArray<CountyStep> = [
      submitNeed(requester, needId, { kind: 'gossip' }),
      submitNeed(requester, needId, { voicedAt: addHours(cast.now, 100 * 24) }),
      submitNeed(requester, needId, { unitId: 'nowhere' }),
      submitNeed(hall.clerk, needId, family),
    ]
    return [
      cast.pick(wrong),
      submitNeed(requester, needId, { risks: null }),
      cast.pick([approveNeed(needId), submitNeed(requester, needId, { kind: 'health' })]),
      deed(hall.clerk, 'ApproveNeed', { needId, serviceClass: 'common', risks: stairs }),
      placeOrder(requester, matter, cast.pick([ahead(24, 30), ahead(-24)])),
      placeOrder(requester, matter, ahead(5 * 24)),
      deed(hall.clerk, 'ReferNeed', { needId, receiver: '民政所', ...why('elsewhere') }),
    ]
  },
}

/** An order that is sent about wrongly, accepted wrongly, and reported before it begins. */
export const carelessOrder: CountyScene = {
  name: 'carelessOrder',
  write: (cast) => {
    const matter = newMatter(cast)
    const { needId, orderId, requester } = matter
    const offerId = `F${cast.id}`
    const seated = cast.pick(volunteers)
    const offer = { orderId, offerId, teamId: 'TA', override: null }
    const dispatcher = { ...leader, role: 'dispatcher' }
    const accept = { orderId, offerId, planned: null, risksSeen: true }
    const late: CountyStep = ({ now }) =>
      deed(leader, 'AcceptOffer', { ...accept, planned: interval(addHours(now, 9 * 24), 2) })
    const sent = [
      deed(city.dispatcher, 'DispatchOrder', { ...offer, ranking: makeRanking('TB') }),
      deed(dispatcher, 'DispatchOrder', { ...offer, ranking: makeRanking('TA') }),
      deed(city.dispatcher, 'ConcludeNoTeam', { orderId, searchId: offerId, ranking: makeRanking('TA') }),
      deed(city.dispatcher, 'EndUnmet', { orderId, ...why('no-team') }),
      deed(town.dispatcher, 'ReturnOrder', { orderId, round: 1, from: units.village, ...why('mistake') }),
      deed(hall.dispatcher, 'TransferOrder', { orderId, round: 1, from: units.village, to: units.town, ...why('far') }),
    ]
    return [
      submitNeed(requester, needId, { risks: stairs }),
      placeOrder(requester, matter),
      approveNeed(needId),
      placeOrder(requester, matter, soon),
      cast.pick(sent),
      deed(requester, 'UrgeOrder', { orderId }),
      cast.pick(sent),
      dispatchOrder(orderId, offerId),
      cast.pick([
        deed(leader, 'AcceptOffer', { ...accept, risksSeen: false }),
        deed(leader, 'AcceptOffer', { ...accept, offerId: 'none' }),
        late,
      ]),
      deed(leader, 'AcceptOffer', accept),
      deed(seated, 'TakeSeat', { orderId, round: 1, risksSeen: false }),
      takeSeat(seated, matter),
      takeSeat(cast.pick(volunteers), matter),
      deed(city.dispatcher, 'ChangeSeats', { orderId, seats: 1 }),
    ]
  },
}

/** A team in a hurry: it sets a time for today, comes before it, and says at once that it is over. */
export const reportedEarly: CountyScene = {
  name: 'reportedEarly',
  write: (cast) => {
    const matter = newMatter(cast)
    const seated = cast.pick(volunteers)
    const round = { orderId: matter.orderId, round: 1 }
    return [
      ...toAccepted(matter),
      setTime(cast.pick([leader, city.dispatcher]), matter, 0.25),
      agreeToTime(matter.requester, matter),
      takeSeat(seated, matter),
      deed(seated, 'CheckIn', presenceOf(matter, seated)),
      deed(leader, 'ReportService', round),
      deed(city.clerk, 'AbortOrder', { ...round, ...why('called-away') }),
    ]
  },
}
