// `npm test [-- STAGE…]`: everything that CI checks, one stage after the other, each with its time.
import { mkdirSync, writeFileSync } from 'node:fs'
import { secondsSince } from './command.ts'
import { listUncited } from './rules/cited.ts'
import { readRules } from './rules/list.ts'
import { gatesStage } from './stages/gates.ts'
import { testProjects } from './stages/projects.ts'
import { holdToBudget, type Stage, type StageResult } from './stages/stage.ts'
import { vitestStage } from './stages/vitest.ts'

const stages: ReadonlyArray<Stage> = [
  { name: 'check', budget: 120, run: gatesStage },
  ...testProjects.flatMap(({ name, budget, workers = 1 }) =>
    budget === undefined ? [] : [{ name, budget, run: vitestStage(name, [`--maxWorkers=${workers}`]) }],
  ),
]

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !stages.some((stage) => stage.name === name))
if (unknown.length > 0) {
  console.error(`No such stage: ${unknown.join(', ')}. There are ${stages.map(({ name }) => name).join(', ')}.`)
  process.exit(2)
}

mkdirSync('reports', { recursive: true })
const results: (StageResult & { readonly name: string; readonly seconds: number })[] = []
for (const stage of stages.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  const { name, budget } = stage
  console.log(`\n── ${name} (budget ${budget} s)`)
  const started = performance.now()
  const answered = await stage.run()
  const seconds = secondsSince(started)
  const result = holdToBudget(stage, answered, seconds)
  results.push({ name, seconds, ...result })
  console.log(`── ${name}: ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped, ${seconds} s`)
}

const sum = (of: (result: StageResult) => number): number => results.reduce((total, result) => total + of(result), 0)
const forgotten =
  asked.length === 0
    ? listUncited(
        readRules(),
        results.flatMap(({ titles }) => titles),
      )
    : []
for (const { id } of forgotten) console.log(`no passing test cites ${id}`)
for (const { name, failures, skips } of results) {
  for (const failure of failures) console.log(`FAILED  ${name}: ${failure}`)
  for (const skip of skips) console.log(`skipped ${name}: ${skip}`)
}

const failed = sum((result) => result.failed) + forgotten.length
const closing = `${sum(({ passed }) => passed)} passed, ${failed} failed, ${sum(({ skipped }) => skipped)} skipped`
writeFileSync('reports/test.json', JSON.stringify(results, null, 2))
writeFileSync('reports/closing.txt', `${closing}\n`)
console.log(`\n${closing}`)
process.exitCode = failed === 0 ? 0 : 1
