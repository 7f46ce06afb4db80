/** What a stage of `npm test` came to. */
export interface StageResult {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** Names of what failed or was skipped, with the reason where the test says one. */
  readonly failures: ReadonlyArray<string>
  readonly skips: ReadonlyArray<string>
  /** Full titles of the tests that passed. */
  readonly titles: ReadonlyArray<string>
}

export interface Stage {
  readonly name: string
  /** Seconds that it may take on two cores; it fails at twice as many. */
  readonly budget: number
  readonly run: () => Promise<StageResult>
}

/** A stage that took more than twice its budget has failed, even if its tests pass: else slowness creeps in unseen. */
export const holdToBudget = ({ name, budget }: Stage, result: StageResult, seconds: number): StageResult =>
  seconds <= 2 * budget
    ? result
    : {
        ...result,
        failed: result.failed + 1,
        failures: [...result.failures, `${name} took ${seconds} s, more than twice its budget of ${budget} s`],
      }
