// `npm run exports`: writes into each published package the list of what it exports, and prints what changed.
import { writeFileSync } from 'node:fs'
import { comparePages, keptPage, printPage, publishedPackages } from './exports/page.ts'

for (const one of publishedPackages()) {
  const page = printPage(one)
  const difference = comparePages(keptPage(one), page)
  if (difference.length > 0) writeFileSync(one.file, page)
  for (const line of difference) console.log(line)
}
