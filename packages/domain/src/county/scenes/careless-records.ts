/** Records that are entered wrongly, or ruled on by who may not. */
import { hostedSession, everyVolunteer } from '../deeds/session.ts'
import { addMinutes, stay } from '../deeds/times.ts'
import { units } from '../people.ts'
import { deed, why, type CountyScene } from '../scene.ts'

type Entered = Partial<Parameters<typeof deed<'Backfill'>>[2]>

/** A recorder who miscounts, or enters what is not the body's to enter, again and again; an approver sends back what was right. */
export const enteredWrongly: CountyScene = {
  name: 'enteredWrongly',
  write: (cast) => {
    const session = hostedSession(cast)
    const { offices, unit, about, planned } = session
    const { start } = planned
    const one = cast.pick(everyVolunteer)
    const record = { volunteer: one.person, recordId: `R${cast.id}` }
    const enter = (wrong: Entered, by = offices.recorder) =>
      deed(by, 'Backfill', { ...record, recordId: `W${cast.id}`, ...about, ...stay(start, 20), ...wrong })
    const dayLong = stay(addMinutes(start, -30 * 60), 25 * 60)
    const twoDays = { segments: [...stay(addMinutes(start, -40 * 60), 60).segments, ...stay(start, 20).segments] }
    const wrong = [
      enter({ minutes: 25 }),
      enter({ ...stay(start, 0.5), minutes: 0 }),
      enter(dayLong),
      enter({ ...twoDays, minutes: 80 }),
      enter(stay('2017-06-01T01:00:00.000Z', 20)),
      enter({ bodyId: units.city }),
      enter({ responsible: one.person }),
      enter({}, { ...one, role: 'recorder', unit }),
      enter({ occasion: { type: 'order', orderId: 'Ox', round: 1 }, teamId: 'TC' }),
      enter({ content: 'gossip' }),
    ]
    return [
      session.publish,
      session.over,
      cast.pick(wrong),
      session.backfill(one, record.recordId, 20),
      cast.pick(wrong),
      deed(offices.approver, 'ReturnRecord', { ...record, ...why('which-hours') }),
      deed(offices.recorder, 'ResubmitRecord', { ...record, ...stay(start, 20) }),
      deed(one, 'WithdrawRecord', record),
      cast.pick(wrong),
    ]
  },
}

/** Who entered a record, holds no post, or sits at another unit would let it count; it is refused, and then no one may. */
export const ruledWrongly: CountyScene = {
  name: 'ruledWrongly',
  write: (cast) => {
    const session = hostedSession(cast)
    const { offices, above, about, planned } = session
    const one = cast.pick(everyVolunteer)
    const record = { volunteer: one.person, recordId: `R${cast.id}` }
    const { recorder, approver, clerk } = offices
    const [enteredBy, ruledBy] = cast.pick([
      [recorder, above.approver],
      [recorder, { ...clerk, role: 'approver' }],
      [{ ...approver, role: 'recorder' }, approver],
    ] as const)
    return [
      session.publish,
      session.over,
      deed(enteredBy, 'Backfill', { ...record, ...about, ...stay(planned.start, 20) }),
      deed(ruledBy, 'VerifyRecord', record),
      deed(approver, 'RejectRecord', { ...record, ...why('not-there') }),
      deed(approver, 'VerifyRecord', record),
    ]
  },
}
