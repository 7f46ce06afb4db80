import { existsSync } from 'node:fs'
import { run } from '../command.ts'
import type { Finding, Gate } from './gate.ts'

/** It folds the ledger's own views, which the tools here may not import: it runs in a process of its own. */
const script = 'packages/internal/acceptance/src/lock/check.ts'

/** `vocabulary.lock` says what the sources say today, and has every line that a release has. */
export const lock: Gate = async () => {
  if (!existsSync(script)) return { looked: 0, things: 'lines', violations: [] }
  const { output } = await run(process.execPath, [script])
  const report = output.split('\n').find((line) => line.startsWith('{"looked"'))
  return report === undefined
    ? { looked: 0, things: 'lines', violations: [output.trim()] }
    : (JSON.parse(report) as Finding)
}
