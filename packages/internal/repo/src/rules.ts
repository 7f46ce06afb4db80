// `npm run rules`: every rule and clause with the tests that cite it; fails where a built one has none.
import { countCitations, listUncited } from './rules/cited.ts'
import { listRuleIds, readRules } from './rules/list.ts'
import { testTitles } from './rules/titles.ts'

console.error('Reading the titles of all tests, about half a minute …')
const rules = readRules()
const titles = await testTitles()
const cited = countCitations(titles)
for (const { id, text, built } of rules) {
  const tests = cited.get(id) ?? []
  console.log(`${id.padEnd(4)}${text}${built ? '' : ' (later)'}`)
  for (const title of tests) console.log(`      ${title}`)
  if (built && tests.length === 0) console.log('      NO TEST CITES IT')
}
const known = listRuleIds()
const unknown = [...cited.keys()].filter((id) => !known.has(id))
for (const id of unknown) console.log(`${id}: cited by a test, listed nowhere`)

const forgotten = listUncited(rules, titles)
const built = rules.filter((rule) => rule.built).length
console.log(`\n${rules.length} rules and clauses, ${built} built, ${built - forgotten.length} of them cited by tests`)
process.exitCode = rules.length === 0 || forgotten.length > 0 || unknown.length > 0 ? 1 : 0
