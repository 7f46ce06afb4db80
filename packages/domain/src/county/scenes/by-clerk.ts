/** A clerk confirms more forgotten check-outs than count at once; the unit above rules on the rest (A9). */
import { hall, leader, town } from '../people.ts'
import { deed, type CountyScene } from '../scene.ts'
import { inOneGo, addMinutes, waitUntil } from '../deeds/times.ts'
import { members, orderedService } from '../deeds/ordered-service.ts'
import { clearHold } from '../deeds/session.ts'

export const byClerk: CountyScene = {
  name: 'by-clerk',
  write: (cast) => {
    const [one = leader, other = leader] = members(cast.pick, 2)
    const { steps, presence, record, at } = orderedService(cast, [one, other])
    const both = [one, other]
    return [
      ...steps,
      ...inOneGo(both.map((each) => deed(each, 'CheckIn', presence(each)))),
      at(({ end }) => waitUntil(addMinutes(end, 121))),
      ...both.map((each) =>
        at(({ end }) => deed(hall.clerk, 'ConfirmAttendance', { ...presence(each), end, wasPresent: false })),
      ),
      clearHold(cast.pick([town.approver, town.approver, hall.approver]), record(other)),
    ]
  },
}
