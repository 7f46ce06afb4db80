/** H7 over time: of recorder, approver and volunteer two may turn out to be one human by a merge (G2). */
import type { HoldId } from '../../../../vocabulary/ids.ts'
import type { RecordHeld } from '../record.codec.ts'
import { isCounting, type Seen, type ServiceRecord } from '../record.state.ts'
import { isFree, isVolunteer, type Judged } from './certifier.ts'
import { copyKeys, copyWorth } from './shared.ts'

const nothing: Seen = { entries: 0, approvals: 0 }

/** What somebody who is not involved in it saw and answers for, having cleared such a hold; what came afterwards that person did not see. */
const isSeenByAThird = ({ record, humans }: Judged): Seen =>
  record.holds.reduce((most, { kind, cleared }) => {
    if (kind !== 'same-person' || cleared === null) return most
    const { by, seen } = cleared
    const then = { ...record, entries: record.entries.slice(0, seen.entries) }
    return isFree({ record: then, humans }, by) && seen.approvals > most.approvals ? seen : most
  }, nothing)

/** Whether the volunteer entered none of what no third person has seen, and a third person approved it. */
const isApprovedByAThird = (judged: Judged): boolean => {
  const { approver, approvals, entries } = judged.record
  const seen = isSeenByAThird(judged)
  const enteredByVolunteer = entries.slice(seen.entries).some(({ by }) => by !== null && isVolunteer(judged, by))
  return !enteredByVolunteer && (approvals === seen.approvals || (approver !== null && isFree(judged, approver)))
}

/** Whether who let it count again since it was approved, if that was needed, is not involved. */
const isReinstatedByAThird = (judged: Judged): boolean => {
  const { reinstatedBy } = judged.record
  return reinstatedBy === null || isFree(judged, reinstatedBy)
}

/** Whether a record counts that nobody else than its volunteer and its recorders has let count. */
export const lacksThirdPerson = (judged: Judged): boolean =>
  isCounting(judged.record) && !(isApprovedByAThird(judged) && isReinstatedByAThird(judged))

/** Held until somebody else rules. Who cleared one such hold may be merged as well: then the next one has an id of its own. */
export const holdThirdPerson = (record: ServiceRecord): RecordHeld => {
  const holdId = `same-person:${record.holds.length}` as HoldId
  return { type: 'RecordHeld', ...copyKeys(record), holdId, kind: 'same-person', because: [], ...copyWorth(record) }
}
