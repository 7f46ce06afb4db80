/** An approver who rules in a hurry, and the unit above that looks at it (H12). */
import { assessor, city, hall, town } from '../people.ts'
import { deed, why, type CountyScene, type CountyStep } from '../scene.ts'
import { hostedSession, someVolunteers } from '../deeds/session.ts'
import { seen } from '../deeds/seen.ts'
import { addMinutes, whenSeen } from '../deeds/times.ts'

/** The last hurry that no one has looked at is looked at, by the unit above or by who should not. */
const seeHurry = (by: typeof assessor): CountyStep =>
  whenSeen(
    (look) => {
      const looked = seen(look, 'HurrySeen')
      return seen(look, 'RulingsHurried').findLast(
        ({ person, at }) => !looked.some((one) => one.person === person && one.at === at),
      )
    },
    ({ unitId, person, at }) => deed(by, 'SeeHurry', { unitId, person, at, ...why('asked-why') }),
  )

export const hurried: CountyScene = {
  name: 'hurried',
  write: (cast) => {
    const session = hostedSession(cast)
    const { offices, planned } = session
    const people = someVolunteers(cast.pick, 3)
    const name = (n: number) => `R${cast.id}-${n}`
    return [
      session.publish,
      session.over,
      // One after the other, so that they are no crowd.
      ...people.map((one, n) => session.backfill(one, name(n), 5, addMinutes(planned.start, 8 * n))),
      ...people.map(({ person }, n) =>
        deed(offices.approver, 'RejectRecord', { volunteer: person, recordId: name(n), ...why('not-there') }),
      ),
      seeHurry(cast.pick([assessor, assessor, city.approver, town.approver, hall.approver])),
    ]
  },
}

export const hurrySeen: CountyScene = {
  name: 'hurry-seen',
  write: ({ pick }) => [seeHurry(pick([assessor, assessor, city.approver, town.approver]))],
}
