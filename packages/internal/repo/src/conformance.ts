// `npm run conformance`: writes the table of cases and stores from what the last `npm test` reported.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { page, findPlace, type Ran } from './conformance/table.ts'
import type { Report } from './stages/vitest.ts'

const file = 'docs/reference/store-conformance.md'

const readRan = (report: string): ReadonlyArray<Ran> => {
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.flatMap(({ ancestorTitles: [group = ''], title, status, meta }) => {
      const place = findPlace(group)
      return place === null ? [] : [{ ...place, title, status, reason: meta.skipped ?? null }]
    }),
  )
}

const asked = process.argv.slice(2)
const reports = asked.length > 0 ? asked : ['reports/pure.json', 'reports/stores.json']
const missing = reports.filter((report) => !existsSync(report))
if (missing.length > 0) {
  console.error(`${missing.join(', ')}: not there; run \`npm test -- pure stores\` first`)
  process.exit(1)
}
const ran = reports.flatMap(readRan)
const style = await resolveConfig(file)
writeFileSync(file, await format(page(ran), { ...style, parser: 'markdown' }))
const stores = new Set(ran.map(({ store }) => store))
console.log(`${file}: ${ran.length} cases in ${stores.size} stores`)
