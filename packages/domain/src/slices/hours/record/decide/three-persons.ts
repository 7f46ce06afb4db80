/** H7 over time: of recorder, approver and volunteer two may turn out to be one human by a merge (G2). */
import type { HoldId } from '../../../../vocabulary/ids.ts'
import type { RecordHeld } from '../record.codec.ts'
import { counts, type ServiceRecord } from '../record.state.ts'
import { isFree, isVolunteer, type Judged } from './certifier.ts'
import { stepOf, worthOf } from './on.ts'

const isApprovedByAThird = (judged: Judged): boolean => {
  const { approver, entries } = judged.record
  const enteredByVolunteer = entries.some(({ by }) => by !== null && isVolunteer(judged, by))
  return approver !== null && isFree(judged, approver) && !enteredByVolunteer
}

/** Somebody who is not involved has cleared such a hold: that person answers for the record from then on. */
const isClearedByAThird = (judged: Judged): boolean =>
  judged.record.holds.some(
    ({ kind, cleared }) => kind === 'same-person' && cleared !== null && isFree(judged, cleared.by),
  )

/** Whether a record counts that nobody else than its volunteer and its recorders has let count. */
export const lacksThirdPerson = (judged: Judged): boolean =>
  counts(judged.record) && !isApprovedByAThird(judged) && !isClearedByAThird(judged)

/** Held until somebody else rules. Who cleared one such hold may be merged as well: then the next one has an id of its own. */
export const heldForThirdPerson = (record: ServiceRecord): typeof RecordHeld._A => {
  const holdId = `same-person:${record.holds.length}` as HoldId
  return { type: 'RecordHeld', ...stepOf(record), holdId, kind: 'same-person', because: [], ...worthOf(record) }
}
