/** Who certifies a record: the recording body's unit (H3), or the unit above where that one has nobody else (H16). */
import type { Moment, PersonId, UnitId } from '@zhiyuan/kernel'
import { refuseAuthority } from '../../authority.ts'
import type { BodyId } from '../../ids.ts'
import {
  ancestorsOf,
  certifierOf,
  holdersOf,
  unitOf,
  unitOfBody,
  type UnitTree,
} from '../../organisation/organisation.fact.ts'
import { actsAs, roles } from '../../words.ts'
import type { ServiceCommand } from '../service.codec.ts'
import type { ServiceRejection } from '../service.rejection.ts'
import type { ServiceRecord, ServiceState } from '../service.state.ts'
import { isCredited, personOf } from './on.ts'

/** The unit that answers for a body's records today. */
const answeringUnit = (tree: UnitTree, bodyId: BodyId): UnitId | null => unitOfBody(tree, certifierOf(tree, bodyId))

/** H3: a recorder or clerk of exactly the unit that answers for the body. */
export const refuseRecorder = (
  tree: UnitTree,
  { actor }: Moment,
  bodyId: BodyId,
  command: ServiceCommand,
): ServiceRejection | null => {
  if (actor.type !== 'person' || !actsAs(actor.role, roles.recorder, roles.clerk))
    return { type: 'NotAuthorised', command: command.type }
  const unit = answeringUnit(tree, bodyId)
  if (unit === null) return { type: 'UnknownBody', body: bodyId }
  if (actor.unit === unit) return null
  return { type: 'OutsideJurisdiction', person: actor.person, role: actor.role, actsAt: actor.unit, unit }
}

const approversAt = (tree: UnitTree, unit: UnitId): ReadonlyArray<PersonId> =>
  unitOf(tree, unit)?.status === 'Closed' ? [] : holdersOf(tree, unit, roles.approver)

/** An approver, by post, of the unit that answers for the record or of one above it. */
export const refuseApprover = (
  tree: UnitTree,
  { actor }: Moment,
  { bodyId }: ServiceRecord,
  command: ServiceCommand,
): ServiceRejection | null => {
  const unit = answeringUnit(tree, bodyId)
  if (unit === null) return { type: 'UnknownBody', body: bodyId }
  const refusal = refuseAuthority(tree, actor, { command: command.type, unit, roles: [roles.approver] })
  if (refusal !== null) return refusal
  if (actor.type !== 'person') return { type: 'NotAuthorised', command: command.type }
  return approversAt(tree, actor.unit).includes(actor.person)
    ? null
    : { type: 'PostNotHeld', unit: actor.unit, post: actor.role, person: actor.person }
}

const entered = ({ entries }: ServiceRecord, person: PersonId): boolean => entries.some(({ by }) => by === person)

/** H7: who lets a minute count is neither credited by it nor entered it. */
export const refuseInvolved = (state: ServiceState, record: ServiceRecord, moment: Moment): ServiceRejection | null => {
  const person = personOf(moment)
  if (person === null) return null
  if (isCredited(state, record.volunteer, person)) return { type: 'ApproverIsVolunteer', person }
  return entered(record, person) ? { type: 'ApproverIsRecorder', person } : null
}

/** H16: the nearest unit, from the answering one upwards, with an approver who is not involved. */
const certifyingUnit = (tree: UnitTree, state: ServiceState, record: ServiceRecord): UnitId | null => {
  const unit = answeringUnit(tree, record.bodyId)
  if (unit === null) return null
  const free = (person: PersonId): boolean => !isCredited(state, record.volunteer, person) && !entered(record, person)
  return [unit, ...ancestorsOf(tree, unit)].find((one) => approversAt(tree, one).some(free)) ?? null
}

/** H3, H7, H16: exactly the unit that certifies, in the person of somebody not involved. */
export const refuseCertifier = (
  tree: UnitTree,
  moment: Moment,
  { state, record }: { readonly state: ServiceState; readonly record: ServiceRecord },
  command: ServiceCommand,
): ServiceRejection | null => {
  const refusal = refuseApprover(tree, moment, record, command) ?? refuseInvolved(state, record, moment)
  if (refusal !== null || moment.actor.type !== 'person') return refusal
  const certifier = certifyingUnit(tree, state, record)
  return certifier === moment.actor.unit ? null : { type: 'NotTheCertifier', person: moment.actor.person, certifier }
}
