import { readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runLoud } from '../command.ts'
import type { GateResult } from '../gates/gate.ts'
import type { StageResult } from './stage.ts'

const report = 'reports/check.json'

/** `npm run check`, each gate counted as one test. */
export const gatesStage = async (): Promise<StageResult> => {
  rmSync(report, { force: true })
  const code = await runLoud(process.execPath, [fileURLToPath(new URL('../check.ts', import.meta.url))])
  const gates = JSON.parse(readFileSync(report, 'utf8')) as ReadonlyArray<GateResult>
  const failures = gates.filter(({ passed }) => !passed).map(({ name }) => `gate ${name}`)
  return {
    passed: gates.length - failures.length,
    failed: failures.length === 0 && code !== 0 ? 1 : failures.length,
    skipped: 0,
    failures,
    skips: [],
    titles: [],
  }
}
