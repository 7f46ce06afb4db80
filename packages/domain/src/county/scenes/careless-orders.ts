/** Orders that are placed, sent out and reviewed wrongly. */
import { approveNeed, newMatter, submitNeed } from '../deeds/needs.ts'
import { agreeToTime, noTime, setTime, toAccepted } from '../deeds/orders.ts'
import { openVillage } from '../deeds/people.ts'
import { presenceOf, takeSeat, toReported } from '../deeds/serving.ts'
import { admin, assessor, city, hall, leader, residents, units, volunteers } from '../people.ts'
import { deed, addHours, interval, why, type CountyScene } from '../scene.ts'
import { makeRanking } from '../deeds/orders.ts'

/** A class and a specialty that no one offers, a session that lasts for days, and an order for a team that is not the best, or not fit. */
export const sentOutWrongly: CountyScene = {
  name: 'sentOutWrongly',
  write: (cast) => {
    const { needId, orderId, requester } = newMatter(cast)
    const offer = { orderId, offerId: `F${cast.id}`, teamId: 'TA', override: null }
    const [{ candidates: best }, second] = [makeRanking('TC'), makeRanking('TA')]
    const byRank = { ...second, candidates: [...best, ...second.candidates], candidateCount: 2 }
    const specialty = cast.pick(['hardship-relief', 'culture-arts'])
    const place = (wanted: string) =>
      deed(hall.clerk, 'PlaceOrder', { orderId, needId, specialty: wanted, seats: 2, planned: null })
    const publish = (hours: number) =>
      deed(hall.clerk, 'PublishSession', {
        sessionId: `S${cast.id}`,
        host: units.village,
        planned: interval(addHours(cast.now, 9 * 24), hours),
        content: 'culture-arts',
        seats: null,
        risks: { known: false, description: null },
        responsible: hall.clerk.person,
      })
    return [
      submitNeed(requester, needId),
      deed(hall.clerk, 'ApproveNeed', { needId, serviceClass: 'thematic', risks: null }),
      approveNeed(needId),
      cast.pick([place('gossip'), publish(30)]),
      place(specialty),
      deed(city.dispatcher, 'DispatchOrder', { ...offer, ranking: byRank }),
    ]
  },
}

/** A volunteer takes a seat before there is a time, and comes a day before it. */
export const cameTooEarly: CountyScene = {
  name: 'cameTooEarly',
  write: (cast) => {
    const matter = newMatter(cast)
    const seated = cast.pick(volunteers)
    return [
      ...toAccepted(matter, noTime),
      takeSeat(seated, matter),
      setTime(leader, matter, 30),
      agreeToTime(matter.requester, matter),
      setTime(leader, matter, 40),
      takeSeat(seated, matter),
      deed(seated, 'CheckIn', presenceOf(matter, seated)),
    ]
  },
}

/** A village begins to close in the moment in which something is ordered there. */
export const orderedWhileClosing: CountyScene = {
  name: 'orderedWhileClosing',
  write: (cast) => {
    const unitId = `u${cast.id}`
    const { needId, orderId, requester } = newMatter(cast)
    return [
      openVillage(admin, unitId),
      submitNeed(requester, needId, { unitId }),
      approveNeed(needId, { ...hall.clerk, unit: unitId }),
      {
        race: [
          deed(admin, 'BeginClosingUnit', { unitId }),
          deed(requester, 'PlaceOrder', { orderId, needId, specialty: 'hardship-relief', seats: 1, planned: null }),
        ],
      },
    ]
  },
}

/** The contact rates what the requester has rated; weeks later someone would have all of it done again. */
export const reviewedWrongly: CountyScene = {
  name: 'reviewedWrongly',
  write: (cast) => {
    const matter = newMatter(cast)
    const { needId, orderId, requester } = matter
    const contact = cast.pick(residents.filter(({ person }) => person !== requester.person))
    const closed = { orderId, round: 1 }
    const review = { ...closed, rating: 4, verdict: 'solved', comment: null } as const
    return [
      submitNeed(requester, needId, { contact: contact.person }),
      ...toReported(matter, cast.pick(volunteers)).slice(1),
      deed(requester, 'ReviewOrder', review),
      deed(contact, 'ReviewOrder', { ...review, rating: 1 }),
      ({ now }) => ({ until: addHours(now, 16 * 24) }),
      cast.pick([
        deed(requester, 'ReopenOrder', { ...closed, ...why('broken-again') }),
        deed(assessor, 'FollowUpOrder', { ...closed, verdict: 'partly', comment: null }),
      ]),
    ]
  },
}
