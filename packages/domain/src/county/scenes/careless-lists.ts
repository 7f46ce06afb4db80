/** A roll that is called wrongly, and once more with a head count when it is too late (A12). */
import { members, orderedService } from '../deeds/ordered-service.ts'
import { addMinutes, waitUntil } from '../deeds/times.ts'
import { city, gridWorker, hall, leader } from '../people.ts'
import { deed, type CountyActor, type CountyScene } from '../scene.ts'

const minutesADay = 24 * 60

export const rolledWrongly: CountyScene = {
  name: 'rolledWrongly',
  write: (cast) => {
    const seated = members(cast.pick, 2)
    const [one = leader, other = leader] = seated
    const { steps, at, occasion, orderId, presence } = orderedService(cast, seated)
    interface Called {
      readonly by?: CountyActor
      readonly caller?: string
      readonly names?: ReadonlyArray<CountyActor>
      readonly heads?: number
      /** Minutes after the planned start. */
      readonly after?: number
    }
    const call = (rollCallId: string, { by = leader, caller, names = seated, heads = 2, after = 0 }: Called) =>
      at(({ start }) =>
        deed(
          by,
          'CallRoll',
          {
            rollCallId: `${rollCallId}${cast.id}`,
            occasion,
            phase: 'came',
            volunteers: names.map(({ person }) => person),
            headCount: heads,
            place: hall.clerk.unit,
            caller: caller ?? null,
          },
          addMinutes(start, after),
        ),
      )
    const wrong = [
      call('w', { names: [one, one] }),
      call('w', { by: city.clerk, caller: gridWorker.person }),
      call('w', { after: -200 }),
      call('w', { heads: 1 }),
    ]
    return [
      ...steps,
      at(({ start }) => waitUntil(start)),
      cast.pick(wrong),
      deed(one, 'CheckIn', presence(one)),
      cast.pick(wrong),
      at(({ start }) => waitUntil(addMinutes(start, 4 * minutesADay))),
      deed(leader, 'ReportService', { orderId, round: 1 }),
      call('late', { names: [other] }),
      deed(leader, 'TellHeadCount', { occasion, count: 2 }),
    ]
  },
}
