/** While its second look runs, those who were there may object to a record, or to the time that a correction adds, each once (H20). */
import * as E from 'fp-ts/lib/Either.js'
import { readMany, sameContent, type Instant, type PersonId } from '@zhiyuan/kernel'
import { isSameOccasion } from '../../../../vocabulary/occasion.ts'
import { actingPerson } from '../../../organisation/authority.ts'
import {
  computeDue,
  findCurrentPolicy,
  policyMissing,
  policyRead,
  readTerms,
} from '../../../organisation/policy/policy.read.ts'
import { humansRead, isSameHuman, listRegistrations, type Humans } from '../../../people/humans/humans.read.ts'
import type { OrderState } from '../../../requests/order/order.read.ts'
import type { ObjectToRecord } from '../record.codec.ts'
import { objectionHoldId, recordRead } from '../record.read.ts'
import type { RecordRejection } from '../record.rejection.ts'
import type { RecordState, ServiceRecord } from '../record.state.ts'
import { recordTerms } from '../record.terms.ts'
import { findObjectionEnd, withAdded } from './added-time.ts'
import { listRecords } from './overlap.ts'
import { copyDatedKeys, copyKeys, copyWorth, findRecord, notAllowed, on, type Decision } from './shared.ts'
import { readOrder } from './submit.ts'

/** What says who was there: the order, and the records that credit the person who objects. */
interface Witnessed {
  readonly humans: Humans
  readonly order: OrderState | null
  /** The records of every registration of the person. */
  readonly own: ReadonlyMap<PersonId, RecordState>
}

/** Seated, recorded or served there: with a seat or minutes in the order, credited there or the hand of the record, or the requester's side. */
const wasThere = (record: ServiceRecord, { humans, order, own }: Witnessed, person: PersonId): boolean => {
  const asked = order === null || order.type === 'None' ? null : order
  const people: ReadonlyArray<PersonId | null> = [
    record.volunteer,
    ...record.entries.map(({ by }) => by),
    ...(asked === null ? [] : [...asked.seated.keys(), ...asked.performers, ...asked.servedBefore]),
    ...(asked === null ? [] : [asked.placed.requester, asked.placed.contact, asked.placed.proxy]),
  ]
  if (people.some((one) => one !== null && isSameHuman(humans, one, person))) return true
  return [...own.values()].flatMap(listRecords).some(({ source }) => isSameOccasion(source, record.source))
}

const refuseObjection = (
  record: ServiceRecord,
  witnessed: Witnessed,
  person: PersonId,
  looked: { readonly until: Instant | null; readonly isRunning: boolean },
): RecordRejection | null => {
  if (!looked.isRunning) return { type: 'NotUnderSecondLook', until: looked.until }
  if (!wasThere(record, witnessed, person)) return { type: 'WasNotThere', person }
  const isAgain = record.objections.some(({ by }) => isSameHuman(witnessed.humans, by, person))
  return isAgain ? { type: 'ObjectedBefore', person } : null
}

/** An objection is a hold. An approver clears it with an answer (H22). Against added time it holds the correction, and what counts goes on counting. */
export const objectToRecord = on<ObjectToRecord>()({
  allowed: { roles: [], at: '', also: 'who was seated, recorded or served there' },
  reads: ({ recordId }, state, { jurisdiction }) => {
    const source = findRecord(state, recordId)?.source
    return {
      humans: humansRead(jurisdiction),
      policies: policyRead(jurisdiction),
      order: source === undefined ? null : readOrder(source),
    }
  },
  thenReads: ({ humans }, _command, _state, { actor }) => ({
    own: readMany(actor.type === 'person' ? listRegistrations(humans, actor.person) : [], recordRead),
  }),
  decide:
    (command, { policies, ...witnessed }, moment) =>
    (state): Decision => {
      const record = findRecord(state, command.recordId)
      const by = actingPerson(moment)
      if (by === null) return E.left({ type: 'NotAuthorised', command: command.type })
      const { reason } = command
      const isRepeat = record?.objections.some((one) => one.by === by && sameContent(one.reason, reason))
      if (isRepeat === true) return E.right([])
      const until = record === undefined ? undefined : findObjectionEnd(policies, record)
      if (record === undefined || until === undefined) return E.left(notAllowed(record, command))
      const isRunning = until !== null && moment.now < until
      const refusal = refuseObjection(withAdded(record), witnessed, by, { until, isRunning })
      if (refusal !== null) return E.left(refusal)
      const policy = findCurrentPolicy(policies, moment)
      if (policy === null) return E.left(policyMissing(policies, moment.now))
      const { late: term } = readTerms(recordTerms, policy)
      const { now: objectedAt } = moment
      const answering = { objectedAt, answerBy: computeDue(policies, policy, { term, from: objectedAt }).dueAt }
      const holdId = objectionHoldId(by)
      return E.right([
        { type: 'RecordObjected', ...copyDatedKeys(record), by, reason, ...answering, policyVersion: policy.version },
        { type: 'RecordHeld', ...copyKeys(record), holdId, kind: 'objection', because: [], ...copyWorth(record) },
      ])
    },
})
