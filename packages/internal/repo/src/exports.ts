// `npm run exports`: writes into each published package the list of what it exports, and prints what changed.
import { writeFileSync } from 'node:fs'
import { differenceOf, keptPage, pageOf, publishedPackages } from './exports/page.ts'

for (const one of publishedPackages()) {
  const page = pageOf(one)
  const difference = differenceOf(keptPage(one), page)
  if (difference.length > 0) writeFileSync(one.file, page)
  for (const line of difference) console.log(line)
}
