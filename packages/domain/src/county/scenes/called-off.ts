/** A session that is called off before it begins (O12), and hours that are entered for it all the same (H2a). */
import { deed, why, type CountyScene } from '../scene.ts'
import { clearHold, everyVolunteer, hostedSession } from '../deeds/session.ts'

export const calledOff: CountyScene = {
  name: 'called-off',
  write: (cast) => {
    const session = hostedSession(cast)
    const { offices, above, sessionId } = session
    const one = cast.pick(everyVolunteer)
    const record = { volunteer: one.person, recordId: `R${cast.id}` }
    return [
      session.publish,
      deed(cast.pick([offices.clerk, above.clerk]), 'CancelSession', { sessionId, ...why('rain') }),
      session.over,
      ...cast.pick([[], [session.backfill(one, record.recordId), clearHold(above.approver, record)]]),
    ]
  },
}
