/** Needs that another unit owns. */
import { atCity, newMatter, submitNeed, type Matter } from '../deeds/needs.ts'
import { toPlaced } from '../deeds/orders.ts'
import { admin, city, hall, otherHall, town, units } from '../people.ts'
import { deed, addHours, why, type CountyActor, type CountyScene } from '../scene.ts'

const rule = (by: CountyActor, needId: string, to: string) =>
  deed(by, 'RuleMisrouted', { needId, to, ...why('misrouted') })

/** The lowest unit above both owners rules; the city may not, nor the village. */
export const misrouted: CountyScene = {
  name: 'misrouted',
  write: (cast) => {
    const matter = newMatter(cast)
    const { needId } = matter
    return [
      ...toPlaced(matter),
      rule(cast.pick([city.clerk, hall.clerk]), needId, units.hamlet),
      rule(town.dispatcher, needId, units.hamlet),
      rule(city.dispatcher, needId, units.otherVillage),
    ]
  },
}

/** The city gives needs away: one is accepted, one refused or left without an answer. */
export const givenAway: CountyScene = {
  name: 'givenAway',
  write: (cast) => {
    const [one, other] = [atCity(newMatter(cast, 'a')), atCity(newMatter(cast, 'b'))]
    const answer = ({ needId }: Matter, accept: boolean) =>
      deed(hall.dispatcher, 'AnswerOwnership', { needId, to: units.village, accept, ...why() })
    return [
      submitNeed(one.requester, one.needId, { unitId: one.unitId }),
      rule(city.clerk, one.needId, units.village),
      answer(one, true),
      submitNeed(other.requester, other.needId, { unitId: other.unitId }),
      rule(city.clerk, other.needId, 'nowhere'),
      rule(city.clerk, other.needId, units.village),
      rule(city.clerk, other.needId, units.otherVillage),
      cast.pick([null, ({ now }) => ({ until: addHours(now, 6 * 24) })]),
      answer(other, false),
    ]
  },
}

/** A village closes, and its needs and orders are the town's. */
export const passedOn: CountyScene = {
  name: 'passedOn',
  write: (cast) => {
    const [unitId, { needId, requester }] = [`u${cast.id}`, newMatter(cast)]
    return [
      deed(admin, 'OpenUnit', {
        unitId,
        level: 'village',
        parent: cast.pick([units.town, units.otherTown]),
        name: unitId,
        code: unitId,
      }),
      submitNeed(requester, needId, { unitId }),
      deed(cast.pick([admin, otherHall.clerk]), 'BeginClosingUnit', { unitId }),
      deed(admin, 'BeginClosingUnit', { unitId }),
    ]
  },
}
