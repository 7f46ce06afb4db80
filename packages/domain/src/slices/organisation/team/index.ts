import { tableLifecycle, type Slice } from '@zhiyuan/kernel'
import { TeamCommand, TeamEvent } from './team.codec.ts'
import { teamDecider } from './team.decide.ts'
import type { TeamRejection } from './team.rejection.ts'
import type { TeamState } from './team.read.ts'
import { teamLifecycle } from './team.lifecycle.ts'
import { restoreTeam } from './team.restore.ts'

export * from './team.codec.ts'
export * from './team.read.ts'
export type * from './team.rejection.ts'
export * from './team.terms.ts'

/** Teams and their members. */
export const team: Slice<TeamCommand, TeamState, TeamEvent, TeamRejection, 'team'> = {
  name: 'team',
  command: TeamCommand,
  event: TeamEvent,
  decider: teamDecider,
  lifecycle: tableLifecycle(teamLifecycle, ({ type }) => type),
  restoreCommand: restoreTeam,
}
