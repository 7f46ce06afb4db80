/** A volunteer who comes to two services at one time (A16). */
import { hall, leader } from '../people.ts'
import { deed, why, type CountyScene } from '../scene.ts'
import { minutesAfter } from '../deeds/times.ts'
import { acceptSoon, dispatch, members, orderedService, takeSeat } from '../deeds/service.ts'

export const twoPlaces: CountyScene = {
  name: 'two-places',
  write: (cast) => {
    const [one = leader] = members(cast.pick, 1)
    const { steps, needId, orderId, presence, at } = orderedService(cast, [one])
    const [otherId, offerId] = [`${orderId}-2`, `F${cast.id}-2`]
    const there = { occasion: { type: 'order', orderId: otherId, round: 1 }, volunteer: one.person } as const
    const here = presence(one)
    return [
      ...steps.slice(0, 3),
      deed(hall.clerk, 'PlaceIntendedOrder', {
        orderId: otherId,
        needId,
        specialty: 'hardship-relief',
        seats: 1,
        planned: null,
        intended: why('two-rooms').reason,
      }),
      dispatch(hall.dispatcher, otherId, offerId, 'TA'),
      ...steps.slice(3),
      acceptSoon(leader, otherId, offerId),
      takeSeat(one, otherId),
      ...cast.pick([
        [deed(one, 'CheckIn', here), deed(one, 'CheckIn', there), deed(one, 'CheckOut', there)],
        [
          // Told late, it ends no presence elsewhere; once both have ended, they are seen to have crossed.
          at(({ start }) => ({ until: minutesAfter(start, 20) })),
          at(({ start }) => deed(one, 'CheckIn', here, minutesAfter(start, 2))),
          deed(one, 'CheckIn', there),
          deed(one, 'CheckOut', here),
        ],
      ]),
    ]
  },
}
