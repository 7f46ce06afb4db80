/** An absence that is alleged, and answered by coming (A8). */
import { hall, leader } from '../people.ts'
import { deed, why, type CountyScene } from '../scene.ts'
import { inOneGo, addMinutes, waitUntil } from '../deeds/times.ts'
import { members, orderedService } from '../deeds/ordered-service.ts'

export const alleged: CountyScene = {
  name: 'alleged',
  write: (cast) => {
    const [one = leader] = members(cast.pick, 1)
    const { steps, presence, at } = orderedService(cast, [one])
    const judge = cast.pick([leader, leader, hall.clerk, one])
    const excuse = deed(judge, 'ExcuseAbsence', { ...presence(one), ...why('bus-late') })
    return [
      ...steps,
      at(({ start }) => waitUntil(start)),
      ...inOneGo([
        deed(judge, 'AllegeAbsence', presence(one)),
        ...cast.pick([[], [excuse]]),
        deed(one, 'CheckIn', presence(one)),
        deed(one, 'CheckOut', presence(one)),
      ]),
    ]
  },
}

/** The one who was awaited says too late that she will not come: the absence stands, and it is no longer the leader's to excuse. */
export const neverCame: CountyScene = {
  name: 'neverCame',
  write: (cast) => {
    const [one = leader] = members(cast.pick, 1)
    const { steps, presence, at } = orderedService(cast, [one])
    return [
      ...steps,
      at(({ start }) => waitUntil(start)),
      deed(one, 'WithdrawAssignment', { ...presence(one), ...why('ill') }),
      deed(leader, 'AllegeAbsence', presence(one)),
      at(({ start }) => waitUntil(addMinutes(start, 7 * 24 * 60))),
      deed(leader, 'ExcuseAbsence', { ...presence(one), ...why('bus-late') }),
    ]
  },
}
