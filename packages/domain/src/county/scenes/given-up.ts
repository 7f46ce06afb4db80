/** Seats that are given up with notice (A8), and one that is taken again. */
import { leader } from '../people.ts'
import { deed, why, type CountyScene } from '../scene.ts'
import { inOneGo } from '../deeds/times.ts'
import { members, orderedService } from '../deeds/ordered-service.ts'
import { takeSeat } from '../deeds/serving.ts'

export const givenUp: CountyScene = {
  name: 'given-up',
  write: (cast) => {
    const [one = leader, other = leader, third = leader] = members(cast.pick, 3)
    const { steps, presence, orderId } = orderedService(cast, [one, other])
    return [
      ...steps,
      ...inOneGo([
        deed(other, 'SubstituteAssignment', { ...presence(other), by: other.person }),
        deed(other, 'SubstituteAssignment', { ...presence(other), by: third.person }),
        deed(one, 'WithdrawAssignment', { ...presence(one), ...why('ill') }),
        takeSeat(cast.pick([one, third]), { orderId }),
      ]),
    ]
  },
}
