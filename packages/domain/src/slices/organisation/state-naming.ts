import { commandNotAllowed, type CommandNotAllowed, type Typed } from '@zhiyuan/kernel'

/** How a slice names its states. */
export interface StateNaming<C extends Typed, S, R> {
  /** The refusal of a command that the state does not allow. */
  readonly notAllowed: (state: S, command: C) => R
  /** Whether the command speaks of something that never existed. */
  readonly isAbsent: (state: S, command: C) => boolean
}

/** For states that are told apart by `type`, with `None` before the first event. */
export const taggedStates: StateNaming<Typed, Typed, CommandNotAllowed> = {
  notAllowed: ({ type }, command) => commandNotAllowed(type, command.type),
  isAbsent: ({ type }) => type === 'None',
}
