/** Hours by hand that one unit lets count alone, and the unit above that looks at them (H20). */
import { assessor, city, hall, town } from '../people.ts'
import { deed, why, type CountyActor, type CountyScene, type CountyStep } from '../scene.ts'
import { hostedSession, lookIsOver, someVolunteers } from '../deeds/session.ts'
import { seen } from '../deeds/seen.ts'
import { addMinutes, whenSeen } from '../deeds/times.ts'

/** The words of a person at which no one has looked since are looked at, by the unit above or by who should not. */
const seeVouching = (by: CountyActor): CountyStep =>
  whenSeen(
    (look) => {
      const looked = seen(look, 'VouchingSeen')
      return seen(look, 'OfficeVouched').findLast(
        ({ unitId, person, told }) =>
          !looked.some((one) => one.unitId === unitId && one.person === person && one.told >= told),
      )
    },
    ({ unitId, person, told }) => deed(by, 'SeeVouching', { unitId, person, told, ...why('asked-them') }),
  )

export const vouched: CountyScene = {
  name: 'vouched',
  write: (cast) => {
    const session = hostedSession(cast)
    const { offices, above, planned } = session
    const records = someVolunteers(cast.pick, 2).map((one, n) => ({ one, recordId: `R${cast.id}-${n}` }))
    return [
      session.publish,
      session.over,
      ...records.map(({ one, recordId }, n) => session.backfill(one, recordId, 5, addMinutes(planned.start, 8 * n))),
      ...records.map(({ recordId }) => lookIsOver(recordId)),
      // The second often before any process has told of the first.
      ...records.map(({ one: { person }, recordId }, n) => ({
        ...deed(offices.approver, 'VerifyRecord', { volunteer: person, recordId }),
        atOnce: n === 0 && cast.pick([true, false]),
      })),
      seeVouching(cast.pick([above.approver, offices.approver, offices.recorder])),
      seeVouching(cast.pick([above.approver, assessor])),
    ]
  },
}

export const vouchingSeen: CountyScene = {
  name: 'vouching-seen',
  write: ({ pick }) => [seeVouching(pick([assessor, assessor, city.approver, town.approver, hall.approver]))],
}
