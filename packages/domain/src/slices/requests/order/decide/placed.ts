/** An order that is placed again as it was placed says nothing new. */
import { sameContent } from '@zhiyuan/kernel'
import type { Reason } from '../../../../vocabulary/values.ts'
import type { PlaceIntendedOrder, PlaceOrder } from '../order.codec.ts'
import type { OrderState } from '../order.state.ts'

export type PlacingCommand = PlaceOrder | PlaceIntendedOrder

export const findIntention = (command: PlacingCommand): Reason | null =>
  command.type === 'PlaceIntendedOrder' ? command.intended : null

export const sameAsPlaced = (
  state: Exclude<OrderState, { readonly type: 'None' }>,
  command: PlacingCommand,
): boolean => {
  const { needId, specialty, seats, planned, intended } = state.placed
  return sameContent(
    [needId, specialty, seats, planned, intended],
    [command.needId, command.specialty, command.seats, command.planned, findIntention(command)],
  )
}
