/** An absence that stands once its term has ended, and is excused by the unit above then (A8, G8). */
import { city, hall, leader, town } from '../people.ts'
import { deed, why, type CountyScene } from '../scene.ts'
import { seen } from '../deeds/seen.ts'
import { waitUntil, whenSeen } from '../deeds/times.ts'
import { members, orderedService } from '../deeds/service.ts'

export const absent: CountyScene = {
  name: 'absent',
  write: (cast) => {
    const [one = leader] = members(cast.pick, 1)
    const { steps, presence, orderId, at } = orderedService(cast, [one])
    const isOwn = ({ occasion }: { readonly occasion: { readonly type: string } }) =>
      'orderId' in occasion && occasion.orderId === orderId
    return [
      ...steps,
      at(({ start }) => waitUntil(start)),
      deed(cast.pick([leader, hall.dispatcher]), 'AllegeAbsence', presence(one)),
      whenSeen((look) => seen(look, 'AbsenceAlleged').find(isOwn)?.excuseBy, waitUntil),
      deed(cast.pick([city.approver, city.approver, town.approver, leader]), 'ExcuseAbsence', {
        ...presence(one),
        ...why('was-ill'),
      }),
    ]
  },
}
