/** What a gate found: how many things it looked at, and a line for each violation. */
export interface Finding {
  readonly looked: number
  readonly things: string
  /** What is worth knowing though nothing is wrong. */
  readonly notes?: ReadonlyArray<string>
  readonly violations: ReadonlyArray<string>
}

/** A gate looks at the project in the current directory. */
export type Gate = () => Promise<Finding>

/** One gate's entry in the report of `npm run check`. */
export interface GateResult extends Finding {
  readonly name: string
  readonly passed: boolean
  readonly seconds: number
}
