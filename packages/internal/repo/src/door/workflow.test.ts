import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly jobs: Readonly<Record<string, { readonly 'runs-on': string; readonly steps: ReadonlyArray<Step> }>>
}

const file = readFileSync('.github/workflows/ci.yml', 'utf8')

/** What keeps a workflow from running all tests on a clean clone under Node 24. */
const judgeWorkflow = (text: string): ReadonlyArray<string> => {
  const { on, jobs } = parse(text) as Workflow
  const steps = Object.values(jobs).flatMap((job) => job.steps)
  const place = (begins: (step: Step) => boolean | undefined) => steps.findIndex(begins)
  const checkout = place(({ uses }) => uses?.startsWith('actions/checkout@'))
  const node = place((step) => step.uses?.startsWith('actions/setup-node@') && step.with?.['node-version'] === 24)
  const tests = place(({ run }) => run === 'npm test')
  return [
    ...['push', 'pull_request'].filter((event) => !(event in on)).map((event) => `does not run on ${event}`),
    ...(checkout === -1 || node < checkout || tests < node ? ['no clone, then Node 24, then npm test'] : []),
    ...Object.values(jobs).flatMap((job) =>
      job['runs-on'].startsWith('ubuntu-') ? [] : [`runs on ${job['runs-on']}`],
    ),
  ]
}

describe('the workflow of CI', () => {
  it('runs npm test on a clean clone, at each push and pull request', () => {
    expect(judgeWorkflow(file)).toEqual([])
  })

  it('is found wrong where it is no YAML, or another step is left out or moved', () => {
    expect(() => judgeWorkflow(file.replace('jobs:', 'jobs: ['))).toThrow()
    expect(judgeWorkflow(file.replace('npm test', 'npm run lint'))).toEqual(['no clone, then Node 24, then npm test'])
    expect(judgeWorkflow(file.replace('node-version: 24', 'node-version: 18'))).toHaveLength(1)
    expect(judgeWorkflow(file.replace('  pull_request:', ''))).toEqual(['does not run on pull_request'])
  })
})
