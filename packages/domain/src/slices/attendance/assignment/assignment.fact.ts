/** What others may read of an assignment. */
import { fact, type Fact, type StreamName } from '@zhiyuan/kernel'
import type { AssignmentRef } from './assignment.codec.ts'
import { assignmentFold, type AssignmentState } from './assignment.state.ts'

export type { AssignmentFacts, AssignmentState, ServiceFacts } from './assignment.state.ts'
export { assignmentFold } from './assignment.state.ts'

export const assignmentStream = ({ orderId, round, volunteer }: AssignmentRef): StreamName =>
  `assignment-${orderId}.${round}.${volunteer}`
export const assignmentFact = (ref: AssignmentRef): Fact<AssignmentState> => fact(assignmentStream(ref), assignmentFold)
