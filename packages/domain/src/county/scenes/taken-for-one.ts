/** Registrations that turn out to be one human, and some of them not. */
import { claimNumber, newcomer, register } from '../deeds/people.ts'
import { admin, deputy, hall, otherHall, units, veterans } from '../people.ts'
import { deed, why, type CountyActor, type CountyScene } from '../scene.ts'

const merge = (by: CountyActor, type: 'ProposeMerge' | 'MergeRegistrations', one: CountyActor, survivor: CountyActor) =>
  deed(by, type, { person: one.person, survivor: survivor.person })

/** A veteran registers a second time. The survivor spends what both have; after the split it owes what was not its own. */
export const takenForOne: CountyScene = {
  name: 'takenForOne',
  write: ({ id, pick }) => {
    const one = pick(veterans)
    const second = newcomer(id)
    const leaving = { person: pick([one, one, second]).person, others: pick([[], [], [], [one.person, one.person]]) }
    const spent = { volunteer: second.person, redemptionId: `R${id}`, points: pick([1, 5, 12]), item: 'soap' }
    return [
      claimNumber(second),
      register(second),
      merge(pick([hall.clerk, otherHall.clerk]), 'ProposeMerge', one, second),
      merge(pick([admin, admin, hall.clerk]), 'MergeRegistrations', one, second),
      deed(second, 'RedeemPoints', spent),
      deed(deputy, 'ProposeSplit', leaving),
      deed(pick([admin, admin, deputy]), 'SplitRegistrations', { ...leaving, ...why('two-people') }),
      deed(second, 'RedeemPoints', { ...spent, redemptionId: `S${id}` }),
    ]
  },
}

/** Two who both apply for a star are one human: what one loses is the other's loss too (W4, W12). */
export const starOfOne: CountyScene = {
  name: 'starOfOne',
  write: ({ id, pick }) => {
    const one = pick(veterans)
    const other = veterans[(veterans.indexOf(one) + 1) % veterans.length] ?? one
    const apply = (by: CountyActor) =>
      deed(by, 'ApplyForStar', { volunteer: by.person, applicationId: `${by.person}-${id}`, level: 3 })
    const leaving = { person: one.person, others: [] }
    return [
      apply(one),
      apply(other),
      merge(otherHall.clerk, 'ProposeMerge', one, other),
      merge(admin, 'MergeRegistrations', one, other),
      deed(deputy, 'ProposeSplit', leaving),
      deed(admin, 'SplitRegistrations', { ...leaving, ...why('two-people') }),
    ]
  },
}

/** People who merge registrations that are theirs, or are none. */
export const mergedInVain: CountyScene = {
  name: 'mergedInVain',
  write: ({ id, pick }) => {
    const one = newcomer(id)
    const asClerk = { ...one, role: 'clerk' }
    return [
      claimNumber(one),
      merge(hall.clerk, 'ProposeMerge', one, pick(veterans)),
      register(one, hall.clerk, pick([units.village, 'outside'])),
      merge(pick([asClerk, hall.clerk]), 'ProposeMerge', one, pick([one, ...veterans])),
    ]
  },
}
