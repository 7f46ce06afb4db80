import type { Reporter, TestCase } from 'vitest/node'

/** Puts why a test was skipped into its `meta`, which vitest's JSON report keeps: the reason itself it leaves out. */
export default class SkipReasons implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const result = test.result()
    if (result.state === 'skipped') Object.assign(test.meta(), { skipped: result.note })
  }
}
