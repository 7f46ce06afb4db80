/** Where the kept table and the page stand. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Standing } from './finish.ts'
import type { Kept } from './kept.ts'

const inPackage = (file: string): string => fileURLToPath(new URL(`../${file}`, import.meta.url))
const keptFile = inPackage('kept.json')
const pageFile = inPackage('../../../docs/reference/attacks.md')

// The file is written by this package alone; a test compares it with the run.
const readKept = (): Kept => (existsSync(keptFile) ? (JSON.parse(readFileSync(keptFile, 'utf8')) as Kept) : {})

export const readStanding = (): Standing => ({
  kept: readKept(),
  page: existsSync(pageFile) ? readFileSync(pageFile, 'utf8') : '',
})
export const writeStanding = ({ kept, page }: Standing): void => {
  writeFileSync(keptFile, `${JSON.stringify(kept, null, 2)}\n`)
  writeFileSync(pageFile, page)
}
