/** A slice's table of states and transitions, as data: one test walks the tables of all slices. */
export interface Lifecycle<S extends string, C extends string> {
  readonly initial: S
  /** States without an exit. */
  readonly final: ReadonlyArray<S>
  /** States that may last: they have an exit, but no person and no process waits for it. */
  readonly resting: ReadonlyArray<S>
  /**
   * Commands that carry no id of something new. Sent again they find their work done, so they are a no-op in every state. Every other
   * command names what it creates, so a new one is refused in each state that does not list it.
   */
  readonly repeats: ReadonlyArray<C>
  readonly transitions: ReadonlyArray<Transition<S, C>>
  /** Transitions that the design lists and that are not built yet, each with its rule. */
  readonly notBuilt: ReadonlyArray<{ readonly from: string; readonly to: string; readonly rule: string }>
}

/** The transition that a command causes in a state. */
export interface Transition<S extends string, C extends string> {
  readonly from: S
  readonly command: C
  /** The states to which it may lead. */
  readonly to: ReadonlyArray<S>
  /** Who can cause it. A state that is neither final nor resting needs a transition by a timer, a process or a unit. */
  readonly by: 'timer' | 'process' | 'unit' | 'person'
}

/**
 * The command does not fit what is there: the state's table does not list it, or lists it where something else holds too, such as a hold or
 * an open offer; or the command names what is otherwise by now, and `field` says which of its fields does.
 */
export interface CommandNotAllowed {
  readonly type: 'CommandNotAllowed'
  readonly state: string
  readonly command: string
  /** The field of the command that is not as it is now: of an order the `round`, the `planned` time agreed to, or the unit `from` which it goes. Null: the state. */
  readonly field: string | null
}

/** Makes the refusal that names the state and the command, and the command's field that does not fit. */
export const commandNotAllowed = (state: string, command: string, field: string | null = null): CommandNotAllowed => ({
  type: 'CommandNotAllowed',
  state,
  command,
  field,
})
