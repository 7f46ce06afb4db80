/** A volunteer who comes to two services at one time (A16). */
import { leader } from '../people.ts'
import { deed, type CountyScene } from '../scene.ts'
import { inOneGo, addMinutes } from '../deeds/times.ts'
import { members, orderedService } from '../deeds/ordered-service.ts'

export const twoPlaces: CountyScene = {
  name: 'two-places',
  write: (cast) => {
    const [one = leader] = members(cast.pick, 1)
    const orders = [`O${cast.id}`, `O${cast.id}-2`]
    const { steps, presence, at, serviceOf } = orderedService(cast, [one], orders)
    const [, otherId = ''] = orders
    const here = presence(one)
    const there = serviceOf(otherId).presence(one)
    return [
      ...steps,
      ...cast.pick([
        inOneGo([deed(one, 'CheckIn', here), deed(one, 'CheckIn', there), deed(one, 'CheckOut', there)]),
        [
          // Told late, it ends no presence elsewhere; once both have ended, they are seen to have crossed.
          at(({ start }) => ({ until: addMinutes(start, 20) })),
          at(({ start }, now) =>
            addMinutes(start, 2) > now ? null : deed(one, 'CheckIn', here, addMinutes(start, 2)),
          ),
          deed(one, 'CheckIn', there),
          deed(one, 'CheckOut', here),
        ],
      ]),
    ]
  },
}
