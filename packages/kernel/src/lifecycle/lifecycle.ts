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

/** A command that the state's table does not list. */
export interface CommandNotAllowed {
  readonly type: 'CommandNotAllowed'
  readonly state: string
  readonly command: string
}

/** Makes the refusal that names the state and the command. */
export const commandNotAllowed = (state: string, command: string): CommandNotAllowed => ({
  type: 'CommandNotAllowed',
  state,
  command,
})
