/** A record by hand that is sent back, and entered again, withdrawn or rejected (H7). */
import { deed, why, type CountyScene } from '../scene.ts'
import { clearHold, everyVolunteer, hostedSession } from '../deeds/session.ts'
import { stay, waitUntil, whenSeen } from '../deeds/times.ts'
import { seen } from '../deeds/seen.ts'

export const entered: CountyScene = {
  name: 'entered',
  write: (cast) => {
    const session = hostedSession(cast)
    const { offices, above, planned } = session
    const one = cast.pick(everyVolunteer)
    const record = { volunteer: one.person, recordId: `R${cast.id}` }
    const approver = cast.pick([offices.approver, offices.approver, above.approver])
    const reject = deed(approver, 'RejectRecord', { ...record, ...why('not-there') })
    return [
      session.publish,
      session.over,
      session.backfill(one, record.recordId),
      deed(approver, 'ReturnRecord', { ...record, ...why('which-hours') }),
      ...cast.pick([
        [deed(cast.pick([offices.recorder, one]), 'WithdrawRecord', record)],
        [deed(offices.recorder, 'ResubmitRecord', { ...record, ...stay(planned.start, cast.pick([20, 30])) }), reject],
        [deed(offices.clerk, 'ResubmitRecord', { ...record, ...stay(planned.start, 25) }), reject],
      ]),
    ]
  },
}

/** Who was there objects while the second look runs (H20). */
export const objected: CountyScene = {
  name: 'objected',
  write: (cast) => {
    const session = hostedSession(cast)
    const { offices, above } = session
    const one = cast.pick(everyVolunteer)
    const record = { volunteer: one.person, recordId: `R${cast.id}` }
    const object = deed(cast.pick([one, offices.recorder]), 'ObjectToRecord', { ...record, ...why('was-shorter') })
    const isOwn = ({ recordId }: { readonly recordId: string }) => recordId === record.recordId
    return [
      session.publish,
      session.over,
      session.backfill(one, record.recordId),
      object,
      ...cast.pick([[], [], [whenSeen((look) => seen(look, 'RecordObjected').find(isOwn)?.answerBy, waitUntil)]]),
      clearHold(cast.pick([offices.approver, above.approver]), record),
    ]
  },
}
