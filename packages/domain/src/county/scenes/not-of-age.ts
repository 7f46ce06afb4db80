/** A volunteer is found to be too young just when she has taken a seat (A6), until a document proves her age; the seat stays lost in that round. */
import { hall, youths } from '../people.ts'
import { deed, type CountyScene } from '../scene.ts'
import { orderedService } from '../deeds/ordered-service.ts'
import { takeSeat } from '../deeds/serving.ts'

export const notOfAge: CountyScene = {
  name: 'not-of-age',
  write: (cast) => {
    const young = cast.pick(youths)
    const { steps, presence, orderId } = orderedService(cast, [])
    const declare = { person: young.person, bornOn: null }
    return [
      ...steps,
      {
        race: [
          takeSeat(young, { orderId }),
          deed(young, 'DeclareAgeBand', { ...declare, ageBand: '14-to-17', source: 'own-word' }),
        ],
      },
      cast.pick([deed(hall.dispatcher, 'ClearAssignment', presence(young)), takeSeat(young, { orderId })]),
      deed(hall.clerk, 'DeclareAgeBand', { ...declare, ageBand: 'adult', source: 'document' }),
      takeSeat(young, { orderId }),
    ]
  },
}
