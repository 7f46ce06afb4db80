import type * as E from 'fp-ts/lib/Either.js'
import { commandNotAllowed, defineHandler, type CommandNotAllowed, type Moment, type PersonId } from '@zhiyuan/kernel'
import { refuseAuthority } from '../../../organisation/authority.ts'
import { orderRead, seatedIn, type OrderState } from '../../../requests/order/order.read.ts'
import { unitsRead, type UnitTree } from '../../../organisation/units/units.read.ts'
import { policyRead } from '../../../organisation/policy/policy.read.ts'
import { roles } from '../../../../vocabulary/words.ts'
import type { AssignmentCommand, AssignmentEvent, AssignmentRef } from '../assignment.codec.ts'
import type { AssignmentRejection, OrderNotUnderWay } from '../assignment.rejection.ts'
import type { AssignmentFacts, AssignmentState } from '../assignment.state.ts'

export type Decision = E.Either<AssignmentRejection, ReadonlyArray<AssignmentEvent>>
export const on = defineHandler<AssignmentState, AssignmentEvent, AssignmentRejection>()

type Needing<N> = (command: AssignmentCommand, state: AssignmentState, moment: Moment) => N
export const itsOrder: Needing<{ readonly order: ReturnType<typeof orderRead> }> = ({ orderId }) => ({
  order: orderRead(orderId),
})
export const book: Needing<{ readonly book: ReturnType<typeof policyRead> }> = (_command, _state, moment) => ({
  book: policyRead(moment.jurisdiction),
})
export const unitsAndOrder = (command: AssignmentCommand, _state: AssignmentState, { jurisdiction }: Moment) => ({
  tree: unitsRead(jurisdiction),
  order: orderRead(command.orderId),
})

export const refOf = ({ orderId, round, volunteer }: AssignmentRef): AssignmentRef => ({ orderId, round, volunteer })

/** With the body that answers for it. */
export const waitingOf = ({ ref, service }: AssignmentFacts) => ({ ...refOf(ref), bodyId: service.bodyId })

export const notAllowed = ({ type }: AssignmentState, command: AssignmentCommand): CommandNotAllowed =>
  commandNotAllowed(type, command.type)

export const personOf = ({ actor }: Moment): PersonId | null => (actor.type === 'person' ? actor.person : null)

/** A1: nobody accepts, comes or leaves for another. Null where the volunteer acts. */
export const refuseOthers = ({ volunteer }: AssignmentRef, moment: Moment): AssignmentRejection | null =>
  personOf(moment) === volunteer ? null : { type: 'NotTheVolunteer', volunteer }

/** Whether the order counts on the volunteer: bound or under way in that round, and the seat not freed. */
export const countsOn = (order: OrderState, { round, volunteer }: AssignmentRef): boolean =>
  ['Accepted', 'Scheduled', 'InProgress', 'AwaitingReview'].includes(order.type) && seatedIn(order, round, volunteer)

export const notUnderWay = (order: OrderState, { orderId }: AssignmentRef): OrderNotUnderWay => ({
  type: 'OrderNotUnderWay',
  orderId,
  order: order.type,
})

/** G4: dispatchers and clerks of the order's handler, or above it. */
export const refuseHandler = (
  { tree, order }: { readonly tree: UnitTree; readonly order: OrderState },
  { service }: AssignmentFacts,
  { actor }: Moment,
  command: AssignmentCommand,
): AssignmentRejection | null =>
  refuseAuthority(tree, actor, {
    command: command.type,
    unit: order.type === 'None' ? service.owner : order.handler,
    roles: [roles.dispatcher, roles.clerk],
  })
