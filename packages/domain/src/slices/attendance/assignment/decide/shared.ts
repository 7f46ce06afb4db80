import type * as E from 'fp-ts/lib/Either.js'
import { commandNotAllowed, type CommandNotAllowed, type Moment, type UnitId } from '@zhiyuan/kernel'
import { actingPerson, refuseAuthority } from '../../../organisation/authority.ts'
import { handlerKit } from '../../../organisation/handler-kit.ts'
import type { Permit } from '../../../organisation/permit.ts'
import { teamRead } from '../../../organisation/team/team.read.ts'
import type { UnitTree } from '../../../organisation/units/units.read.ts'
import type { AssignmentCommand, AssignmentEvent, AssignmentRef, ReleaseAssignment } from '../assignment.codec.ts'
import type { NoSeat, NotUnderWay } from '../../happening.ts'
import type { AssignmentRejection } from '../assignment.rejection.ts'
import { assignmentRoles } from '../assignment.roles.ts'
import type { AssignmentFacts, AssignmentState } from '../assignment.state.ts'
import { findHandler, type Gathering, type GatheringFound } from '../gathering.ts'

export type Decision = E.Either<AssignmentRejection, ReadonlyArray<AssignmentEvent>>
const naming = {
  notAllowed: ({ type }: Pick<AssignmentState, 'type'>, command: AssignmentCommand): CommandNotAllowed | NoSeat =>
    type === 'None' ? { type: 'NoSeat', volunteers: [command.volunteer] } : commandNotAllowed(type, command.type),
}
/** Only `OpenAssignment` speaks of an assignment that is not there yet: a process begins one by it. */
export const { on, onProcess, onTimer, authorised } = handlerKit<
  AssignmentCommand,
  AssignmentState,
  AssignmentEvent,
  AssignmentRejection
>({ ...naming, isAbsent: ({ type }, command) => type === 'None' && command.type !== 'OpenAssignment' })
export const { notAllowed } = naming

/** The team with which the volunteer serves; null where there is none. */
export const servingTeamReads = (state: AssignmentState) => ({
  team: state.type === 'None' || state.service.teamId === null ? null : teamRead(state.service.teamId),
})

export const copyRef = ({ occasion, volunteer }: AssignmentRef): AssignmentRef => ({ occasion, volunteer })

/** The keys with the body that answers for the assignment. */
export const copyKeys = ({ ref, service }: AssignmentFacts) => ({ ...copyRef(ref), bodyId: service.bodyId })

/** A8: an allegation that waited for a presence which no one confirmed stands. */
export const letContestedStand = (state: AssignmentFacts): ReadonlyArray<AssignmentEvent> =>
  state.contested === null
    ? []
    : [{ type: 'AbsenceStood', ...copyKeys(state), excuseBy: state.contested.excusing.dueAt }]

/** A1: no one accepts, comes or leaves for another. Null where the volunteer acts. */
export const refuseOthers = ({ volunteer }: AssignmentRef, moment: Moment): AssignmentRejection | null =>
  actingPerson(moment) === volunteer ? null : { type: 'NotTheVolunteer', volunteer }

export const notUnderWay = ({ state }: Gathering, { occasion }: AssignmentRef): NotUnderWay => ({
  type: 'NotUnderWay',
  occasion,
  state,
})

interface HandlerAsked {
  readonly state: AssignmentFacts
  readonly found: GatheringFound
}

/** G4: in the roles of the row, at the occasion's handler or above. */
export const atHandler = ({ roles }: Permit) => ({
  roles,
  unit: { called: 'the handler', of: ({ state, found }: HandlerAsked): UnitId => findHandler(found, state) },
})

export const refuseHandler = (
  found: GatheringFound & { readonly tree: UnitTree },
  { actor }: Moment,
  state: AssignmentFacts,
  command: ReleaseAssignment,
): AssignmentRejection | null =>
  refuseAuthority(found.tree, actor, {
    command: command.type,
    unit: findHandler(found, state),
    roles: assignmentRoles[command.type].roles,
  })
