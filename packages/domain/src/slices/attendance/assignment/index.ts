import { tableLifecycle, type Slice } from '@zhiyuan/kernel'
import { AssignmentCommand, AssignmentEvent } from './assignment.codec.ts'
import { assignmentDecider } from './assignment.decide.ts'
import { assignmentLifecycle } from './assignment.lifecycle.ts'
import type { AssignmentRejection } from './assignment.rejection.ts'
import type { AssignmentState } from './assignment.state.ts'
import { restoreAssignment } from './assignment.restore.ts'

export * from './assignment.codec.ts'
export * from './assignment.read.ts'
export type * from './assignment.rejection.ts'
export * from './assignment.terms.ts'

/** One volunteer at one occasion: from the taken seat to presence, release or absence. */
export const assignment: Slice<AssignmentCommand, AssignmentState, AssignmentEvent, AssignmentRejection, 'assignment'> =
  {
    name: 'assignment',
    command: AssignmentCommand,
    event: AssignmentEvent,
    decider: assignmentDecider,
    lifecycle: tableLifecycle(assignmentLifecycle, ({ type }) => type),
    restoreCommand: restoreAssignment,
  }
