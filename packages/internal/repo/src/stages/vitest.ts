import { existsSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runLoud, tool } from '../command.ts'
import type { StageResult } from './stage.ts'

interface Assertion {
  readonly ancestorTitles: ReadonlyArray<string>
  readonly title: string
  readonly fullName: string
  readonly status: 'passed' | 'failed' | 'pending' | 'skipped' | 'todo' | 'disabled'
  /** Why it was skipped, where the test says so. */
  readonly meta: { readonly skipped?: string }
}
/** What vitest reports, as far as a stage reads it. */
export interface Report {
  readonly testResults: ReadonlyArray<{
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: ReadonlyArray<Assertion>
  }>
}

const describeSkip = ({ fullName, meta }: Assertion): string =>
  meta.skipped === undefined ? fullName : `${fullName}: ${meta.skipped}`

export const summarizeReport = ({ testResults }: Report): StageResult => {
  const all = testResults.flatMap(({ assertionResults }) => assertionResults)
  const passed = all.filter(({ status }) => status === 'passed')
  const failed = all.filter(({ status }) => status === 'failed')
  const skipped = all.filter(({ status }) => status !== 'passed' && status !== 'failed')
  // A file that failed as a whole has no test to blame.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  )
  return {
    passed: passed.length,
    failed: failed.length + broken.length,
    skipped: skipped.length,
    failures: [...failed.map(({ fullName }) => fullName), ...broken.map(({ name, message }) => `${name}: ${message}`)],
    skips: skipped.map(describeSkip),
    titles: passed.map(({ title }) => title),
  }
}

const skipReasons = fileURLToPath(new URL('skip-reasons.reporter.ts', import.meta.url))

/** Arguments with which vitest writes the report that a stage reads. */
export const reportArguments = (file: string): ReadonlyArray<string> => [
  '--reporter=minimal',
  `--reporter=${skipReasons}`,
  '--reporter=json',
  `--outputFile.json=${file}`,
]

/** Runs one of the `testProjects`, and reads what came of it from vitest's own report. No test at all has failed. */
export const vitestStage =
  (project: string, args: ReadonlyArray<string> = []) =>
  async (): Promise<StageResult> => {
    const report = `reports/${project}.json`
    rmSync(report, { force: true })
    const code = await runLoud(process.execPath, [
      ...[tool('vitest'), 'run', `--project=${project}`],
      ...reportArguments(report),
      ...args,
    ])
    if (!existsSync(report)) {
      const why = `${project}: vitest ended with ${code} and left no report; where it was killed, memory may have run out`
      return { passed: 0, failed: 1, skipped: 0, failures: [why], skips: [], titles: [] }
    }
    const result = summarizeReport(JSON.parse(readFileSync(report, 'utf8')) as Report)
    const nothing = result.passed + result.failed === 0
    return (code !== 0 && result.failed === 0) || nothing
      ? {
          ...result,
          failed: 1,
          failures: [nothing ? `${project}: no test ran` : `${project}: vitest exited with ${code}`],
        }
      : result
  }
