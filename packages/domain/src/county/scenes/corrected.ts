/** A record that counts is corrected, upheld, suspended, counted again or voided (H9). */
import { deed, why, type CountyScene } from '../scene.ts'
import { countedRecord, lookIsOver } from '../deeds/session.ts'
import { stay } from '../deeds/times.ts'

export const corrected: CountyScene = {
  name: 'corrected',
  write: (cast) => {
    const { steps, record, volunteer, planned, offices, above } = countedRecord(cast)
    const correctionId = `C${cast.id}`
    const answerer = cast.pick([offices.approver, above.approver, above.approver])
    const answer = { ...record, correctionId, ...why('looked-at') }
    return [
      ...steps,
      deed(cast.pick([volunteer, offices.approver]), 'RequestCorrection', answer),
      cast.pick([
        deed(answerer, 'CorrectRecord', { ...answer, ...stay(planned.start, cast.pick([10, 20])) }),
        deed(answerer, 'UpholdRecord', answer),
      ]),
    ]
  },
}

/** More time is entered, looked at, and counts then (H20). */
export const timeAdded: CountyScene = {
  name: 'time-added',
  write: (cast) => {
    const { steps, record, volunteer, planned, offices, above } = countedRecord(cast)
    const correctionId = `C${cast.id}`
    const answer = { ...record, correctionId, ...why('was-longer') }
    const more = deed(offices.approver, 'CorrectRecord', { ...answer, ...stay(planned.start, 30) })
    return [
      ...steps,
      deed(cast.pick([above.approver, above.approver, volunteer]), 'RequestCorrection', answer),
      more,
      ...cast.pick([
        [lookIsOver(record.recordId), more],
        [
          deed(volunteer, 'ObjectToRecord', { ...record, ...why('was-shorter') }),
          deed(offices.approver, 'UpholdRecord', answer),
        ],
      ]),
    ]
  },
}

export const suspended: CountyScene = {
  name: 'suspended',
  write: (cast) => {
    const { steps, record, offices, above } = countedRecord(cast)
    const { approver } = offices
    const suspend = deed(approver, 'SuspendRecord', { ...record, ...why('doubted') })
    return [
      ...steps,
      suspend,
      ...cast.pick([
        [deed(approver, 'ReinstateRecord', { ...record, ...why('found-right') }), suspend],
        [
          deed(cast.pick([approver, above.approver, above.approver]), 'VoidRecord', {
            ...record,
            ...why('found-false'),
          }),
        ],
      ]),
    ]
  },
}
