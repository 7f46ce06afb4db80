/** A check-out by mistake (A8): taken back at once, or too late since its record was verified. */
import { hall, leader } from '../people.ts'
import { deed, type CountyScene } from '../scene.ts'
import { inOneGo } from '../deeds/times.ts'
import { members, orderedService } from '../deeds/ordered-service.ts'

export const takenBack: CountyScene = {
  name: 'taken-back',
  write: (cast) => {
    const [one = leader] = members(cast.pick, 1)
    const { steps, presence, record, occasion } = orderedService(cast, [one])
    const mistake = deed(one, 'TakeBackCheckOut', presence(one))
    const out = deed(one, 'CheckOut', presence(one))
    const verify = deed(hall.approver, 'VerifyRecord', record(one))
    return [
      ...steps,
      ...inOneGo([
        deed(one, 'CheckIn', presence(one)),
        out,
        ...cast.pick([
          [mistake, out],
          [mistake, out],
          [verify, mistake],
          [verify, mistake],
          [deed(leader, 'ReportService', { orderId: occasion.orderId, round: 1 }), mistake],
        ]),
      ]),
    ]
  },
}
