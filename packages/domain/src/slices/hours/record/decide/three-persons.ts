/** H7 over time: after a merge, two of recorder, approver and volunteer may turn out to be one human (G2). */
import type { HoldId } from '../../../../vocabulary/ids.ts'
import type { RecordHeld } from '../record.codec.ts'
import { isCounting, type Seen, type ServiceRecord } from '../record.state.ts'
import { isFree, isVolunteer, type Judged } from './certifier.ts'
import { copyKeys, copyWorth } from './shared.ts'

const nothing: Seen = { entries: 0, approvals: 0 }

/** What a person who is not involved saw and answers for by clearing such a hold. That person did not see what came afterwards. */
const isSeenByAThird = ({ record, humans }: Judged): Seen =>
  record.holds.reduce((most, { kind, cleared }) => {
    if (kind !== 'same-person' || cleared === null) return most
    const { by, seen } = cleared
    const then = { ...record, entries: record.entries.slice(0, seen.entries) }
    return isFree({ record: then, humans }, by) && seen.approvals > most.approvals ? seen : most
  }, nothing)

/** Whether a third person approved it, and the volunteer entered nothing that no third person has seen. */
const isApprovedByAThird = (judged: Judged): boolean => {
  const { approver, approvals, entries, tellers } = judged.record
  const seen = isSeenByAThird(judged)
  const unseen = [...entries.slice(seen.entries).map(({ by }) => by), ...(seen.entries === 0 ? tellers : [])]
  const enteredByVolunteer = unseen.some((by) => by !== null && isVolunteer(judged, by))
  return !enteredByVolunteer && (approvals === seen.approvals || (approver !== null && isFree(judged, approver)))
}

/** Whether the person who let it count again since the approval, if there was one, is not involved. */
const isReinstatedByAThird = (judged: Judged): boolean => {
  const { reinstatedBy } = judged.record
  return reinstatedBy === null || isFree(judged, reinstatedBy)
}

/** Whether a person who is neither its volunteer nor one of its recorders let it count last. */
export const hasThirdPerson = (judged: Judged): boolean => isApprovedByAThird(judged) && isReinstatedByAThird(judged)

/** Whether a record counts although only its volunteer and its recorders have let it count. */
export const lacksThirdPerson = (judged: Judged): boolean => isCounting(judged.record) && !hasThirdPerson(judged)

/** Held until a third person rules. A person who cleared one such hold may be merged too, so the next hold gets an id of its own. */
export const holdThirdPerson = (record: ServiceRecord): RecordHeld => {
  const holdId = `same-person:${record.holds.length}` as HoldId
  return { type: 'RecordHeld', ...copyKeys(record), holdId, kind: 'same-person', because: [], ...copyWorth(record) }
}
