// `npm run reference`: writes the pages of `docs/reference` that are made from the sources, and prints which of them changed.
import { writeFileSync } from 'node:fs'
import { readCatalogue } from './catalogue.ts'
import { comparePages, makePages } from './pages.ts'
import { inRepository } from './program.ts'

const pages = makePages(readCatalogue())
for (const line of comparePages(pages)) console.log(line)
for (const [file, text] of pages) writeFileSync(inRepository(file), text)
console.log(`${pages.size} pages in docs/reference`)
