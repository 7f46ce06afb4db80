/** What others may read of an assignment. */
import { streamRead, type StreamName, type StreamRead } from '@zhiyuan/kernel'
import { occasionKey } from '../../../vocabulary/occasion.ts'
import type { AssignmentRef } from './assignment.codec.ts'
import { assignmentFold, type AssignmentState } from './assignment.state.ts'

export type { AssignmentFacts, AssignmentState, Existing, ServiceFacts } from './assignment.state.ts'
export { assignmentFold } from './assignment.state.ts'

export const assignmentStream = ({ occasion, volunteer }: AssignmentRef): StreamName =>
  `assignment-${occasionKey(occasion)}.${volunteer}`
export const assignmentRead = (ref: AssignmentRef): StreamRead<AssignmentState> =>
  streamRead(assignmentStream(ref), assignmentFold)
