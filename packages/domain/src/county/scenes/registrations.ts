/** Numbers, homes and ages of people who are new. */
import { claimNumber, newcomer, register } from '../deeds/people.ts'
import { admin, hall, otherHall, town, units } from '../people.ts'
import { deed, why, type CountyScene } from '../scene.ts'

/** A newcomer registers, moves and grows older, on several grounds. */
export const movedIn: CountyScene = {
  name: 'movedIn',
  write: ({ id, now, pick }) => {
    const one = newcomer(id)
    const { person } = one
    const day = now.slice(0, 10)
    const source = pick(['document', 'document', 'own-word', 'officer'] as const)
    return [
      claimNumber(one, undefined, pick([hall.clerk, town.clerk, one])),
      register(one, pick([one, hall.clerk])),
      deed(hall.clerk, 'ReleaseNumber', { number: `no-${person}`, ...why('moved-away') }),
      deed(pick([one, hall.clerk, otherHall.clerk]), 'MoveHome', {
        person,
        home: pick([units.otherVillage, units.hamlet, 'outside']),
        from: day,
      }),
      deed(pick([admin, admin, one]), 'DeclareAgeBand', { person, ageBand: 'adult', source, bornOn: null }),
      deed(one, 'DeclareAgeBand', {
        person,
        ageBand: pick(['14-to-17', 'under-14']),
        source: 'own-word',
        bornOn: null,
      }),
    ]
  },
}

/** Two officers claim a number for one person in the same moment: one of the two is taken back. */
export const twoNumbers: CountyScene = {
  name: 'twoNumbers',
  write: ({ id, pick }) => {
    const one = newcomer(id)
    return [
      { race: [claimNumber(one, `other-${one.person}`, town.clerk), claimNumber(one)] },
      claimNumber(one, `third-${one.person}`),
      register(one, pick([one, town.clerk])),
    ]
  },
}

/** A number is given back before anyone registered with it, and given to no one again. */
export const numberReleased: CountyScene = {
  name: 'numberReleased',
  write: ({ id, pick }) => {
    const one = newcomer(id)
    const number = `no-${one.person}`
    return [
      claimNumber(one),
      deed(pick([hall.clerk, otherHall.clerk]), 'ReleaseNumber', { number, ...why('typed-wrongly') }),
      claimNumber(one),
      register(one),
    ]
  },
}
