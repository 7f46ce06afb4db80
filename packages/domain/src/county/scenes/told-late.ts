/** Service of which the ledger is told late, which counts once another person confirms it (A14). */
import { hall, leader } from '../people.ts'
import { deed, why, type CountyScene } from '../scene.ts'
import { addMinutes, waitUntil } from '../deeds/times.ts'
import { members, orderedService } from '../deeds/ordered-service.ts'
import { captured } from '../deeds/captured.ts'

/** Once the term to confirm it has ended, the body's recorder takes it over or refuses it. */
const confirmDays = 16
const minutesADay = 24 * 60

export const toldLate: CountyScene = {
  name: 'told-late',
  write: (cast) => {
    const [one = leader] = members(cast.pick, 1)
    const { steps, presence, at, orderId, requester } = orderedService(cast, [one])
    const report = deed(leader, 'ReportService', { orderId, round: 1 })
    const review = deed(requester, 'ReviewOrder', { orderId, round: 1, rating: 5, verdict: 'solved', comment: null })
    return [
      ...steps,
      ...captured({ at, presence }, one),
      ...cast.pick([
        [
          at(({ end }) =>
            deed(cast.pick([requester, requester, hall.clerk, one]), 'ConfirmAttendance', {
              ...presence(one),
              end: addMinutes(end, cast.pick([-5, -5, -10, 40])),
              wasPresent: true,
            }),
          ),
        ],
        [report, review],
      ]),
    ]
  },
}

export const takenOver: CountyScene = {
  name: 'taken-over',
  write: (cast) => {
    const [one = leader] = members(cast.pick, 1)
    const { steps, presence, at } = orderedService(cast, [one])
    return [
      ...steps,
      ...captured({ at, presence }, one),
      at(({ end }) => waitUntil(addMinutes(end, confirmDays * minutesADay))),
      cast.pick([
        deed(hall.recorder, 'TakeOverCapture', presence(one)),
        deed(hall.recorder, 'RefuseCapture', { ...presence(one), ...why('not-seen') }),
      ]),
    ]
  },
}

/** An absence is alleged of a volunteer who tells late that she came: it waits until she is confirmed (A8). */
export const contested: CountyScene = {
  name: 'contested',
  write: (cast) => {
    const [one = leader] = members(cast.pick, 1)
    const { steps, presence, at, requester } = orderedService(cast, [one])
    return [
      ...steps,
      at(({ start }) => waitUntil(start)),
      deed(leader, 'AllegeAbsence', presence(one)),
      ...captured({ at, presence }, one),
      at(({ end }) =>
        deed(requester, 'ConfirmAttendance', { ...presence(one), end: addMinutes(end, -5), wasPresent: false }),
      ),
    ]
  },
}
