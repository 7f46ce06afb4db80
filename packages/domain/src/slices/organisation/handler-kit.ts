/** What the handlers of a slice are made with, so that the checks with which many begin are written once. */
import { defineHandler, type CommandHandler, type HandlerRule, type Reads, type Typed } from '@zhiyuan/kernel'
import { defineAuthorisedHandler } from './authorised-handlers.ts'
import { defineProcessHandler, defineTimerHandler } from './process-handlers.ts'
import type { StateNaming } from './state-naming.ts'

type NoReads = Record<never, never>
/** The maker of handlers for any command, of one slice. */
export type Define<S, E, R> = <C>() => <A extends Reads = NoReads, B extends Reads = NoReads>(
  rule: HandlerRule<C, S, E, R, A, B>,
) => CommandHandler<C, S, E, R>

/**
 * Makes the makers of a slice's handlers: `on` for any command, `onProcess` and `onTimer` for commands that only processes send, `authorised` for
 * people in a role. A slice's rejections must include those of the checks; otherwise its handlers do not fit its decider.
 *
 * @example
 * const { on, onTimer, authorised } = handlerKit<OrderCommand, OrderState, OrderEvent, OrderRejection>(nameStates(({ orderId }) => orderId))
 */
export const handlerKit = <C extends Typed, S, E, R>(naming: StateNaming<C, S, R>) => {
  // Each maker's type has a name, so that declarations do not spell it out.
  const on: Define<S, E, R> = defineHandler<S, E, R>()
  return {
    on,
    onProcess: defineProcessHandler<C, S, E, R>(naming),
    onTimer: defineTimerHandler<C, S, E, R>(naming),
    authorised: defineAuthorisedHandler<C, S, E, R>(naming),
  }
}
