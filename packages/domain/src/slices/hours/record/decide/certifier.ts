/** Who certifies a record: the recording body's unit (H3), or the nearest unit above it if no one else is left there (H16). */
import type { Moment, PersonId, UnitId } from '@zhiyuan/kernel'
import { actingPerson, refuseAuthority } from '../../../organisation/authority.ts'
import type { RulingId } from '../../../organisation/proposal/proposal.codec.ts'
import { nameRuling, proposalRead, type Proposals } from '../../../organisation/proposal/proposal.read.ts'
import { findRecordingUnit } from '../../../organisation/recording-unit.ts'
import { refuseAlone } from '../../../organisation/two-at-the-top.ts'
import type { BodyId } from '../../../../vocabulary/ids.ts'
import {
  listAncestors,
  findCertifier,
  listHolders,
  findUnitOfBody,
  type UnitTree,
} from '../../../organisation/units/units.read.ts'
import { isSameHuman, type Humans } from '../../../people/humans/humans.read.ts'
import { actsAs, roles } from '../../../../vocabulary/values.ts'
import type { ClearHold, CorrectRecord, ReinstateRecord, UpholdRecord, VerifyRecord } from '../record.codec.ts'
import type { RecordRejection } from '../record.rejection.ts'
import { recordRoles } from '../record.roles.ts'
import { listParts } from '../record.parts.ts'
import type { ServiceRecord } from '../record.state.ts'
import { listAsking, refuseAsking, type Asking } from './asking.ts'

/** The unit that answers for a body's records today. */
export const answeringUnit = (tree: UnitTree, bodyId: BodyId): UnitId | null =>
  findUnitOfBody(tree, findCertifier(tree, bodyId))

interface SentBy<T extends keyof typeof recordRoles> {
  readonly type: T
}

/** Whom a record credits, and the body in whose name it is recorded. */
interface ToRecord {
  readonly bodyId: BodyId
  readonly volunteer: PersonId
}

/** H3: a recorder or clerk of exactly the unit that answers for the body; of the one above where the volunteer alone holds such a post there (H16). */
export const refuseRecorder = (
  { tree, humans }: { readonly tree: UnitTree; readonly humans: Humans },
  { actor }: Moment,
  { bodyId, volunteer }: ToRecord,
  command: SentBy<'Backfill' | 'ResubmitRecord' | 'WithdrawRecord'>,
): RecordRejection | null => {
  if (actor.type !== 'person' || !actsAs(actor.role, ...recordRoles[command.type].roles))
    return { type: 'NotAuthorised', command: command.type }
  const answering = answeringUnit(tree, bodyId)
  if (answering === null) return { type: 'UnknownBody', body: bodyId }
  const unit = findRecordingUnit(tree, answering, (person) => isSameHuman(humans, person, volunteer))
  if (actor.unit === unit) return null
  return { type: 'OutsideJurisdiction', person: actor.person, role: actor.role, actsAt: actor.unit, unit }
}

const listApprovers = (tree: UnitTree, unit: UnitId): ReadonlyArray<PersonId> => listHolders(tree, unit, roles.approver)

/** By post an approver of the unit that answers for the record, or of one above it. */
export const refuseApprover = (
  tree: UnitTree,
  { actor }: Moment,
  { bodyId }: ServiceRecord,
  command: SentBy<keyof typeof recordRoles>,
): RecordRejection | null => {
  const unit = answeringUnit(tree, bodyId)
  if (unit === null) return { type: 'UnknownBody', body: bodyId }
  const refusal = refuseAuthority(tree, actor, { command: command.type, unit, roles: recordRoles[command.type].roles })
  if (refusal !== null) return refusal
  if (actor.type !== 'person') return { type: 'NotAuthorised', command: command.type }
  return listApprovers(tree, actor.unit).includes(actor.person)
    ? null
    : { type: 'PostNotHeld', unit: actor.unit, post: actor.role, person: actor.person }
}

/** A record, and which registrations are one human. */
export interface Judged {
  readonly record: ServiceRecord
  readonly humans: Humans
}

/** H7: who told it of another counts as its recorder as well. */
const hasEntered = ({ record, humans }: Judged, person: PersonId): boolean =>
  [...record.entries.map(({ by }) => by), ...record.tellers].some(
    (by) => by !== null && isSameHuman(humans, by, person),
  )

/** Whether the person is the volunteer of the record, under any registration (G2). */
export const isVolunteer = ({ record, humans }: Judged, person: PersonId): boolean =>
  isSameHuman(humans, record.volunteer, person)

/** Whether the person is neither credited by the record nor among those who entered it. */
export const isFree = (judged: Judged, person: PersonId): boolean =>
  !isVolunteer(judged, person) && !hasEntered(judged, person)

/** G7: no one rules on an own record, also where the ruling takes away. */
export const refuseOwn = (judged: Judged, moment: Moment): RecordRejection | null => {
  const person = actingPerson(moment)
  return person !== null && isVolunteer(judged, person) ? { type: 'ApproverIsVolunteer', person } : null
}

/** H7: the person who lets a minute count is neither credited by it nor entered it, under any registration (G2). */
export const refuseInvolved = (judged: Judged, moment: Moment): RecordRejection | null => {
  const person = actingPerson(moment)
  if (person === null) return null
  if (isVolunteer(judged, person)) return { type: 'ApproverIsVolunteer', person }
  return hasEntered(judged, person) ? { type: 'ApproverIsRecorder', person } : null
}

/** H9: who suspended the record. A process is no second person, so where only a hold did, who let it count speaks the first word. */
const listFirst = ({ rulings, suspendedByPerson, approver, reinstatedBy }: ServiceRecord): ReadonlyArray<PersonId> =>
  (suspendedByPerson === false
    ? [approver, reinstatedBy]
    : [rulings.findLast(({ type }) => type === 'suspend')?.by ?? null]
  ).filter((one) => one !== null)

/** H9: who spoke the first word leaves the voiding to another approver of the answering unit or above, if there is one without a part in it. */
export const refuseSuspender = (tree: UnitTree, moment: Moment, judged: Judged): RecordRejection | null => {
  const { record, humans } = judged
  const person = actingPerson(moment)
  const isFirst = person !== null && listFirst(record).some((one) => isSameHuman(humans, one, person))
  if (!isFirst) return null
  const parts = listParts(record)
  const unit = answeringUnit(tree, record.bodyId)
  const approvers = unit === null ? [] : [unit, ...listAncestors(tree, unit)].flatMap((one) => listApprovers(tree, one))
  const isOther = (one: PersonId): boolean => !parts.some((part) => isSameHuman(humans, part, one))
  return approvers.some(isOther) ? { type: 'VoidedBySuspender', person } : null
}

/** A record to be certified, and who asked for its service: they are no third person to it (G7). */
export interface Certified extends Judged, Asking {}

const isThird = (certified: Certified, person: PersonId): boolean =>
  isFree(certified, person) && !listAsking(certified).some((one) => isSameHuman(certified.humans, one, person))

/** H16: the nearest unit, from the answering one upwards, with an approver who is not involved. */
const certifyingUnit = (tree: UnitTree, judged: Certified): UnitId | null => {
  const unit = answeringUnit(tree, judged.record.bodyId)
  if (unit === null) return null
  const isAnyFree = (one: UnitId): boolean => listApprovers(tree, one).some((person) => isThird(judged, person))
  return [unit, ...listAncestors(tree, unit)].find(isAnyFree) ?? null
}

/** H3, H7, H16: the acting person is not involved, and acts at exactly the unit that certifies. */
export const refuseCertifier = (
  tree: UnitTree,
  moment: Moment,
  judged: Certified,
  command: SentBy<'VerifyRecord' | 'CorrectRecord'>,
): RecordRejection | null => {
  const { record } = judged
  const refusal =
    refuseApprover(tree, moment, record, command) ??
    refuseInvolved(judged, moment) ??
    refuseAsking(record, judged, moment, command)
  if (refusal !== null || moment.actor.type !== 'person') return refusal
  const certifier = certifyingUnit(tree, judged)
  return certifier === moment.actor.unit ? null : { type: 'NotTheCertifier', person: moment.actor.person, certifier }
}

const nameVerifying = ({ volunteer, recordId }: VerifyRecord, record: ServiceRecord | undefined) =>
  nameRuling('VerifyRecord', volunteer, recordId, record?.entries.length ?? 0)

/** What two at the top have proposed about the record as it was last entered (G8). */
export const verifyingRead = (command: VerifyRecord, record: ServiceRecord | undefined) =>
  proposalRead(nameVerifying(command, record))

/** H16: no approver without a part is left up to the top, so that two rule together there (G8). */
export const isLeftToTwo = (tree: UnitTree, judged: Certified): boolean =>
  answeringUnit(tree, judged.record.bodyId) !== null && certifyingUnit(tree, judged) === null

type OfTwo = ClearHold | CorrectRecord | ReinstateRecord | UpholdRecord | VerifyRecord

interface Judging extends Certified {
  readonly proposals: Proposals
}

/** G8: null where the acting person, without a part, decides at the top what another one proposed. */
export const refuseOfTwo = (
  tree: UnitTree,
  moment: Moment,
  { proposals, ...judged }: Judging,
  ruling: { readonly command: OfTwo; readonly rulingId: RulingId },
): RecordRejection | null => {
  const { record, humans } = judged
  const isSame = (one: PersonId, other: PersonId): boolean => isSameHuman(humans, one, other)
  const together = { rulingId: ruling.rulingId, proposals, isSame }
  const hasPart = (person: PersonId): boolean => !isThird(judged, person)
  const involved = refuseInvolved(judged, moment) ?? refuseAsking(record, judged, moment, ruling.command)
  return involved ?? refuseAlone(tree, moment, { hasPart, together })
}

/** H16, G8: as `refuseCertifier`; where no approver is left up to the top, two verify together there. */
export const refuseVerifier = (
  tree: UnitTree,
  moment: Moment,
  judged: Judging,
  command: VerifyRecord,
): RecordRejection | null =>
  isLeftToTwo(tree, judged)
    ? refuseOfTwo(tree, moment, judged, { command, rulingId: nameVerifying(command, judged.record) })
    : refuseCertifier(tree, moment, judged, command)

/** As an approver of the answering unit or above who is no party to it; where none is left up to the top, two rule together there (H16, G8). */
export const refuseThird = (
  tree: UnitTree,
  moment: Moment,
  judged: Judging,
  ruling: { readonly command: ClearHold | ReinstateRecord; readonly rulingId: RulingId },
): RecordRejection | null => {
  const { record } = judged
  const { command } = ruling
  if (isLeftToTwo(tree, judged)) return refuseOfTwo(tree, moment, judged, ruling)
  return (
    refuseApprover(tree, moment, record, command) ??
    refuseInvolved(judged, moment) ??
    refuseAsking(record, judged, moment, command)
  )
}
