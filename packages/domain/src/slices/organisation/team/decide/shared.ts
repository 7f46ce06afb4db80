import type * as E from 'fp-ts/lib/Either.js'
import type { Moment, PersonId, UnitId } from '@zhiyuan/kernel'
import { handlerKit } from '../../handler-kit.ts'
import type { Permit } from '../../permit.ts'
import { nameStates } from '../../state-naming.ts'
import type { TeamCommand, TeamEvent } from '../team.codec.ts'
import type { ActiveTeam, TeamState } from '../team.read.ts'
import type { TeamRejection } from '../team.rejection.ts'

export type Decision = E.Either<TeamRejection, ReadonlyArray<TeamEvent>>
export const { on, authorised } = handlerKit<TeamCommand, TeamState, TeamEvent, TeamRejection>(
  nameStates(({ teamId }) => teamId),
)

export interface Changing {
  readonly state: ActiveTeam
  readonly moment: Moment
}
/** A change that concerns one person. */
interface PersonChanging extends Changing {
  readonly command: { readonly person: PersonId }
}
export const isLeader = ({ state, moment: { actor } }: Changing): boolean =>
  actor.type === 'person' && actor.person === state.leader
export const isOneself = ({ command, moment: { actor } }: PersonChanging): boolean =>
  actor.type === 'person' && actor.person === command.person

const teamUnit = { called: "the team's unit", of: ({ state }: Changing): UnitId => state.unitId }
const states = ['Active'] as const

/** A change of an active team: by its leader, or in office at its unit or above. */
export const byManagers = ({ roles }: Permit) =>
  ({ states, roles, unit: teamUnit, also: { called: "the team's leader", is: isLeader } }) as const
export const byManagersOrOneself = ({ roles }: Permit) =>
  ({
    states,
    roles,
    unit: teamUnit,
    also: {
      called: "the team's leader, and the person itself",
      is: (asked: PersonChanging): boolean => isLeader(asked) || isOneself(asked),
    },
  }) as const

/** A change by one person in any role, and by no office. */
export const byPerson = {
  states,
  roles: [],
  unit: { called: 'none', of: (): UnitId | null => null },
} as const
