import type * as E from 'fp-ts/lib/Either.js'
import {
  commandNotAllowed,
  defineHandler,
  type Actor,
  type CommandNotAllowed,
  type Moment,
  type PersonId,
} from '@zhiyuan/kernel'
import { refuseAuthority } from '../../../organisation/authority.ts'
import { policyRead } from '../../../organisation/policy/policy.read.ts'
import { teamRead } from '../../../organisation/team/team.read.ts'
import { unitsRead, type UnitTree } from '../../../organisation/units/units.read.ts'
import { roles } from '../../../../vocabulary/words.ts'
import type { AssignmentCommand, AssignmentEvent, AssignmentRef } from '../assignment.codec.ts'
import type { AssignmentRejection, NotUnderWay } from '../assignment.rejection.ts'
import type { AssignmentFacts, AssignmentState } from '../assignment.state.ts'
import { gatheringReads, type Gathering } from '../gathering.ts'

export type Decision = E.Either<AssignmentRejection, ReadonlyArray<AssignmentEvent>>
export const on = defineHandler<AssignmentState, AssignmentEvent, AssignmentRejection>()

export const book = (_command: AssignmentCommand, _state: AssignmentState, { jurisdiction }: Moment) => ({
  book: policyRead(jurisdiction),
})
export const unitsAndGathering = (command: AssignmentCommand, _state: AssignmentState, { jurisdiction }: Moment) => ({
  tree: unitsRead(jurisdiction),
  ...gatheringReads(command),
})

/** The team that the volunteer serves with; null where there is none. */
export const teamOf = (state: AssignmentState) =>
  state.type === 'None' || state.service.teamId === null ? null : teamRead(state.service.teamId)

export const refOf = ({ occasion, volunteer }: AssignmentRef): AssignmentRef => ({ occasion, volunteer })

/** With the body that answers for it. */
export const waitingOf = ({ ref, service }: AssignmentFacts) => ({ ...refOf(ref), bodyId: service.bodyId })

export const notAllowed = ({ type }: AssignmentState, command: AssignmentCommand): CommandNotAllowed =>
  commandNotAllowed(type, command.type)

export const personOf = ({ actor }: Moment): PersonId | null => (actor.type === 'person' ? actor.person : null)

/** A1: nobody accepts, comes or leaves for another. Null where the volunteer acts. */
export const refuseOthers = ({ volunteer }: AssignmentRef, moment: Moment): AssignmentRejection | null =>
  personOf(moment) === volunteer ? null : { type: 'NotTheVolunteer', volunteer }

export const notUnderWay = ({ state }: Gathering, { occasion }: AssignmentRef): NotUnderWay => ({
  type: 'NotUnderWay',
  occasion,
  state,
})

interface Handling {
  readonly tree: UnitTree
  readonly gathering: Gathering
  readonly actor: Actor
}

/** G4: dispatchers and clerks of the occasion's handler, or above it. */
export const refuseHandler = (
  { tree, gathering, actor }: Handling,
  { service }: AssignmentFacts,
  command: AssignmentCommand,
): AssignmentRejection | null =>
  refuseAuthority(tree, actor, {
    command: command.type,
    unit: gathering.handler ?? service.owner,
    roles: [roles.dispatcher, roles.clerk],
  })
