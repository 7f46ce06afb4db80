import { fileURLToPath } from 'node:url'
import { run, tool } from '../command.ts'
import type { Finding, Gate } from './gate.ts'

const reporter = fileURLToPath(new URL('knip.reporter.ts', import.meta.url))

/** Files, exports and dependencies that nothing uses, and dependencies used without being declared, by knip. */
export const unused: Gate = async () => {
  const { output } = await run(process.execPath, [tool('knip'), '--no-progress', '--reporter', reporter])
  const report = output.split('\n').find((line) => line.startsWith('{"looked"'))
  return report === undefined
    ? { looked: 0, things: 'files', violations: [output.trim()] }
    : (JSON.parse(report) as Finding)
}
