/** Where the kept table and the page stand. Both are written whole or not at all. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Standing } from './finish.ts'
import { readKept } from './kept.ts'

const keptFile = 'packages/internal/attacks/kept.json'
const pageFile = 'docs/reference/attacks.md'
const place = (file: string): string => fileURLToPath(new URL(`../../../../${file}`, import.meta.url))

/** What a person reads who has to put a file right. */
const tell = (file: string, what: string, cause: unknown): Error =>
  new Error(`${file}：${what} (${cause instanceof Error ? cause.message : String(cause)}): git checkout -- ${file}`, {
    cause,
  })

const read = <T>(file: string, parse: (text: string) => T): T => {
  try {
    return parse(readFileSync(place(file), 'utf8'))
  } catch (cause) {
    throw tell(file, '无法读取，请恢复 cannot be read, put it back', cause)
  }
}

/** Throws, naming the file, where one is gone or damaged. */
export const readStanding = (): Standing => ({ kept: read(keptFile, readKept), page: read(pageFile, (text) => text) })

/** Both are written beside the old ones first: where that fails, the old ones stay as they are. */
export const writeStanding = ({ kept, page }: Standing): void => {
  const files: ReadonlyArray<readonly [string, string]> = [
    [pageFile, page],
    [keptFile, `${JSON.stringify(kept, null, 2)}\n`],
  ]
  const beside = (file: string): string => `${place(file)}.new`
  let current = pageFile
  try {
    for (const [file, text] of files) {
      current = file
      writeFileSync(beside(file), text)
    }
    for (const [file] of files) renameSync(beside(file), place(file))
  } catch (cause) {
    for (const [file] of files) rmSync(beside(file), { force: true })
    throw tell(current, '无法写入，原文件未动 cannot be written, the old one is as it was', cause)
  }
}
