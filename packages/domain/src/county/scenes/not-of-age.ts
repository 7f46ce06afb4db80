/** A volunteer is found to be too young just when she has taken a seat (A6), and is cleared once a document proves her age. */
import { hall, youths } from '../people.ts'
import { deed, type CountyScene } from '../scene.ts'
import { orderedService, takeSeat } from '../deeds/service.ts'

export const notOfAge: CountyScene = {
  name: 'not-of-age',
  write: (cast) => {
    const young = cast.pick(youths)
    const { steps, presence, orderId } = orderedService(cast, [])
    const clear = deed(hall.dispatcher, 'ClearAssignment', presence(young))
    const { person } = young
    return [
      ...steps,
      {
        race: [
          takeSeat(young, orderId),
          deed(young, 'DeclareAgeBand', { person, ageBand: '14-to-17', source: 'own-word', bornOn: null }),
        ],
      },
      ...cast.pick([
        [clear],
        [
          deed(hall.clerk, 'DeclareAgeBand', {
            person,
            ageBand: 'adult',
            source: 'document',
            bornOn: null,
          }),
          clear,
        ],
      ]),
    ]
  },
}
