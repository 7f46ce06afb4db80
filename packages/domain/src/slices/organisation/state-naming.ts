import { commandNotAllowed, type CommandNotAllowed, type Typed } from '@zhiyuan/kernel'
import type { NotThere } from '../../vocabulary/rejections.ts'

/** How a slice names its states. */
export interface StateNaming<C extends Typed, S, R> {
  /** The refusal of a command that the state does not allow. */
  readonly notAllowed: (state: S, command: C) => R
  /** Whether the command speaks of something that never existed. */
  readonly isAbsent: (state: S, command: C) => boolean
}

/** For states that are told apart by `type`, with `None` before the first event: then there is nothing with the id that a command names. */
export const nameStates = <C extends Typed>(
  nameThing: (command: C) => string,
): StateNaming<C, Typed, CommandNotAllowed | NotThere> => ({
  notAllowed: ({ type }, command) =>
    type === 'None' ? { type: 'NotThere', id: nameThing(command) } : commandNotAllowed(type, command.type),
  isAbsent: ({ type }) => type === 'None',
})
