/** Time that is already someone's, or in doubt (H5, H9, H20). */
import { seen } from '../deeds/seen.ts'
import { clearHold, everyVolunteer, hostedSession, lookIsOver } from '../deeds/session.ts'
import { addMinutes, stay, waitUntil, whenSeen } from '../deeds/times.ts'
import { deed, why, type CountyCast, type CountyScene } from '../scene.ts'

/** Twenty minutes that count, and what may be asked of them. */
const counted = (cast: CountyCast) => {
  const session = hostedSession(cast)
  const { offices, above, planned } = session
  const one = cast.pick(everyVolunteer)
  const record = { volunteer: one.person, recordId: `R${cast.id}` }
  const correction = { ...record, correctionId: `C${cast.id}`, ...why('was-longer') }
  const correct = (minutes: number) =>
    deed(offices.approver, 'CorrectRecord', { ...correction, ...stay(planned.start, minutes) })
  return {
    ...session,
    one,
    record,
    steps: [session.publish, session.over, session.backfill(one, record.recordId, 20)],
    counts: [lookIsOver(record.recordId), deed(offices.approver, 'VerifyRecord', record)],
    ask: deed(above.approver, 'RequestCorrection', correction),
    correct,
  }
}

/** The same minutes are entered twice under two ids, and once more in part. */
export const countedTwice: CountyScene = {
  name: 'countedTwice',
  write: (cast) => {
    const { one, record, steps, counts, backfill, offices, planned } = counted(cast)
    const copy = { ...record, recordId: `R${cast.id}b` }
    return [
      ...steps,
      backfill(one, copy.recordId, 20),
      ...counts,
      backfill(one, copy.recordId, 15, addMinutes(planned.start, 10)),
      clearHold(offices.approver, copy),
      deed(offices.approver, 'VerifyRecord', copy),
    ]
  },
}

/** Time is added over what another record of the same volunteer waits to say. */
export const addedOver: CountyScene = {
  name: 'addedOver',
  write: (cast) => {
    const { one, steps, counts, ask, correct, backfill, planned } = counted(cast)
    return [...steps, ...counts, ask, backfill(one, `R${cast.id}b`, 10, addMinutes(planned.start, 20)), correct(25)]
  },
}

/** Who was there objects twice to added time, and it is added all the same. */
export const objectedTwice: CountyScene = {
  name: 'objectedTwice',
  write: (cast) => {
    const { one, record, steps, counts, ask, correct } = counted(cast)
    const object = (reason: string) => deed(one, 'ObjectToRecord', { ...record, ...why(reason) })
    const isOwn = ({ recordId }: { readonly recordId: string }) => recordId === record.recordId
    return [
      ...steps,
      ...counts,
      ask,
      correct(25),
      object('was-shorter'),
      object('left-early'),
      whenSeen((look) => seen(look, 'AddedTimeEntered').find(isOwn)?.lookUntil, waitUntil),
      correct(25),
    ]
  },
}
