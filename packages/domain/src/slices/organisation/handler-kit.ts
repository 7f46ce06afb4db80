/** What the handlers of a slice are made with: the checks that many begin with are written once. */
import { defineHandler, type Typed } from '@zhiyuan/kernel'
import { defineAuthorisedHandler } from './authorised-handlers.ts'
import { defineProcessHandler, defineTimerHandler } from './process-handlers.ts'
import type { StateNaming } from './state-naming.ts'

/**
 * The makers of a slice's handlers: `on` for any, `onProcess` and `onTimer` for what only processes send, `authorised` for people in a role.
 * A slice's rejections hold those of the checks, else its handlers do not fit its decider.
 *
 * @example
 * const { on, onTimer, authorised } = handlerKit<OrderCommand, OrderState, OrderEvent, OrderRejection>(taggedStates)
 */
export const handlerKit = <C extends Typed, S, E, R>(naming: StateNaming<C, S, R>) => ({
  on: defineHandler<S, E, R>(),
  onProcess: defineProcessHandler<C, S, E, R>(naming),
  onTimer: defineTimerHandler<C, S, E, R>(naming),
  authorised: defineAuthorisedHandler<C, S, E, R>(naming),
})
