/** A record that counts is corrected, upheld, suspended, counted again or voided (H9). */
import { deed, why, type CountyLook, type CountyScene } from '../scene.ts'
import { countRecord, ofLastCounted, ofSame } from '../deeds/counted.ts'
import { seen } from '../deeds/seen.ts'
import { stay, waitUntil, whenSeen } from '../deeds/times.ts'

/** The correction of that id. */
const findAsked = (id: string) => (look: CountyLook) =>
  seen(look, 'CorrectionRequested').find(({ correctionId }) => correctionId === id)

export const corrected: CountyScene = {
  name: 'corrected',
  write: (cast) => {
    const { id, pick } = cast
    const asked = { correctionId: `C${id}`, ...why('looked-at') }
    const find = findAsked(asked.correctionId)
    const asker = pick(['volunteer', 'approver'] as const)
    const answerer = pick(['above', 'above', 'approver'] as const)
    const fewer = pick([0, 1, 1])
    return [
      ...countRecord(cast),
      ofLastCounted((one) => deed(one[asker], 'RequestCorrection', { ...one.record, ...asked })),
      ofSame(
        find,
        pick([
          (one) =>
            deed(one[answerer], 'CorrectRecord', { ...one.record, ...asked, ...stay(one.start, one.minutes - fewer) }),
          (one) => deed(one[answerer], 'UpholdRecord', { ...one.record, ...asked }),
        ]),
      ),
    ]
  },
}

/** More time is entered, looked at, and counts then (H20). */
export const timeAdded: CountyScene = {
  name: 'time-added',
  write: (cast) => {
    const { id, pick } = cast
    const asked = { correctionId: `C${id}`, ...why('was-longer') }
    const find = findAsked(asked.correctionId)
    const asker = pick(['above', 'above', 'volunteer'] as const)
    const more = ofSame(find, (one) =>
      deed(one.approver, 'CorrectRecord', { ...one.record, ...asked, ...stay(one.start, one.minutes + 10) }),
    )
    const object = ofSame(find, ({ volunteer, record }) =>
      deed(volunteer, 'ObjectToRecord', { ...record, ...why('was-shorter') }),
    )
    const uphold = ofSame(find, ({ approver, record }) => deed(approver, 'UpholdRecord', { ...record, ...asked }))
    return [
      ...countRecord(cast),
      ofLastCounted((one) => deed(one[asker], 'RequestCorrection', { ...one.record, ...asked })),
      more,
      ...pick([
        [
          whenSeen(
            (look) =>
              seen(look, 'AddedTimeEntered').find(({ correctionId }) => correctionId === asked.correctionId)?.lookUntil,
            waitUntil,
          ),
          more,
        ],
        [object, uphold],
      ]),
    ]
  },
}

export const suspended: CountyScene = {
  name: 'suspended',
  write: (cast) => {
    const { id, pick } = cast
    const doubt = why(`doubted-${id}`)
    const find = (look: CountyLook) =>
      seen(look, 'RecordSuspended').find(({ reason }) => reason.code === doubt.reason.code)
    const voider = pick(['approver', 'above', 'above'] as const)
    const suspend = (reason: string) =>
      ofSame(find, (one) => deed(one.approver, 'SuspendRecord', { ...one.record, ...why(reason) }))
    const reinstate = ofSame(find, (one) =>
      deed(one.approver, 'ReinstateRecord', { ...one.record, ...why('found-right') }),
    )
    const voided = ofSame(find, (one) => deed(one[voider], 'VoidRecord', { ...one.record, ...why('found-false') }))
    return [
      ...countRecord(cast),
      ofLastCounted((one) => deed(one.approver, 'SuspendRecord', { ...one.record, ...doubt })),
      ...pick([[reinstate, suspend(doubt.reason.code)], [voided], [reinstate, suspend('doubted-again'), voided]]),
    ]
  },
}
