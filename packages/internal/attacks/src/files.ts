/** Where the kept table and the page stand. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Kept } from './kept.ts'

const inPackage = (file: string): string => fileURLToPath(new URL(`../${file}`, import.meta.url))
const keptFile = inPackage('kept.json')
const pageFile = inPackage('../../../docs/reference/attacks.md')

// The file is written by this package alone; a test compares it with the run.
export const readKept = (): Kept => (existsSync(keptFile) ? (JSON.parse(readFileSync(keptFile, 'utf8')) as Kept) : {})
export const writeKept = (kept: Kept): void => {
  writeFileSync(keptFile, `${JSON.stringify(kept, null, 2)}\n`)
}
export const readPage = (): string => (existsSync(pageFile) ? readFileSync(pageFile, 'utf8') : '')
export const writePage = (page: string): void => {
  writeFileSync(pageFile, page)
}
