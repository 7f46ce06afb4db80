/** The leader calls the roll of those who came and of those who left (A12). */
import { hall, leader } from '../people.ts'
import { deed, type CountyActor, type CountyScene } from '../scene.ts'
import { inOneGo } from '../deeds/times.ts'
import { members, orderedService } from '../deeds/ordered-service.ts'

export const rolled: CountyScene = {
  name: 'rolled',
  write: (cast) => {
    const [one = leader, other = leader, stranger = leader] = members(cast.pick, 3)
    const { steps, presence, occasion, requester } = orderedService(cast, [one, other])
    const roll = (phase: 'came' | 'left', by: CountyActor, caller: CountyActor | null) =>
      deed(by, 'CallRoll', {
        rollCallId: `${phase}${cast.id}`,
        occasion,
        phase,
        volunteers: cast
          .pick([[one, other], [one, other], [one, other], [one], [one, stranger]])
          .map(({ person }) => person),
        headCount: cast.pick([2, 2, 2, 2, 1]),
        place: hall.clerk.unit,
        caller: caller === null ? null : caller.person,
      })
    return [
      ...steps,
      ...inOneGo([
        cast.pick([roll('came', leader, null), roll('came', leader, null), roll('came', hall.clerk, leader)]),
        deed(cast.pick([requester, leader, hall.clerk]), 'TellHeadCount', { occasion, count: cast.pick([2, 1]) }),
        roll('left', leader, null),
        deed(one, 'CheckOut', presence(one)),
      ]),
    ]
  },
}
