import { commandNotAllowed, type CommandNotAllowed, type Typed } from '@zhiyuan/kernel'
import type { NotThere } from '../../vocabulary/rejections.ts'

/** How a slice names its states. */
export interface StateNaming<C extends Typed, S, R> {
  /** The refusal of a command that the state does not allow. */
  readonly notAllowed: (state: S, command: C) => R
  /** Whether the command speaks of something that never existed. */
  readonly isAbsent: (state: S, command: C) => boolean
}

/**
 * For states that are told apart by `type`, with `None` before the first event: then there is nothing with the id that a command names. `findUnfit`
 * finds the field of the command that is otherwise by now; null where it is the state that does not fit.
 */
export const nameStates = <C extends Typed, S extends Typed = Typed>(
  nameThing: (command: C) => string,
  findUnfit: (state: S, command: C) => string | null = () => null,
): StateNaming<C, S, CommandNotAllowed | NotThere> => ({
  notAllowed: (state, command) =>
    state.type === 'None'
      ? { type: 'NotThere', id: nameThing(command) }
      : commandNotAllowed(state.type, command.type, findUnfit(state, command)),
  isAbsent: ({ type }) => type === 'None',
})
