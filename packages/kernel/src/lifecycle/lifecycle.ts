/** A slice's table of states and transitions, as data: one test walks the tables of all slices. */
export interface Lifecycle<S extends string, C extends string> {
  readonly initial: S
  /** States without an exit. */
  readonly final: ReadonlyArray<S>
  /** States in which nobody waits for anything: they have an exit, and none is owed to anybody. */
  readonly resting: ReadonlyArray<S>
  /**
   * Commands that name nothing new: sent again they find their work done, and say nothing in any state. Every other names what it
   * creates, so that a new one is refused wherever it is not listed.
   */
  readonly repeats: ReadonlyArray<C>
  readonly transitions: ReadonlyArray<Transition<S, C>>
  /** Listed by the design, left to the issue that builds the rule. */
  readonly notBuilt: ReadonlyArray<{ readonly from: string; readonly to: string; readonly rule: string }>
}

/** What a command makes of a state. */
export interface Transition<S extends string, C extends string> {
  readonly from: S
  readonly command: C
  /** One of these afterwards. */
  readonly to: ReadonlyArray<S>
  /** Who can bring it about: every state that waits needs one by a timer, a process or a unit. */
  readonly by: 'timer' | 'process' | 'unit' | 'person'
}

/** A command that the state's table does not list. */
export interface CommandNotAllowed {
  readonly type: 'CommandNotAllowed'
  readonly state: string
  readonly command: string
}

/** The refusal of a command in a state, by name of both. */
export const commandNotAllowed = (state: string, command: string): CommandNotAllowed => ({
  type: 'CommandNotAllowed',
  state,
  command,
})
