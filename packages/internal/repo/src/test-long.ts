// `npm run test:long [-- FILE…]`: the tests that take minutes. Each prints what it counted and its seed; SEED=… repeats a run.
import { mkdirSync } from 'node:fs'
import { vitestStage } from './stages/vitest.ts'

const files = process.argv.slice(2)
mkdirSync('reports', { recursive: true })
const args = ['--reporter=verbose', '--no-file-parallelism', ...files]
const { passed, failed, skipped, failures, skips } = await vitestStage('long', args)()
for (const failure of failures) console.log(`FAILED  ${failure}`)
for (const skip of skips) console.log(`skipped ${skip}`)
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed === 0 ? 0 : 1
