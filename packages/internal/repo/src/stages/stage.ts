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
  /** Seconds that it may take on two cores. */
  readonly budget: number
  readonly run: () => Promise<StageResult>
}
