import { readFileSync } from 'node:fs'
import { filesMatching } from '../sources.ts'

/** A code fence that names the file it quotes: ```` ```ts path/to/file.ts ````. */
export interface Fence {
  readonly page: string
  readonly quotes: string
  readonly text: string
}

const fence = /^```\w+ (\S+\/\S+)\n([^]*?)^```$/gm

export const pages = (): ReadonlyArray<string> =>
  filesMatching('*.md', 'docs/**/*.md', 'examples/**/*.md', 'packages/{*,internal/*}/README.md')

/** Every fence of every page that names a file. */
export const quotingFences = (): ReadonlyArray<Fence> =>
  pages().flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(fence)].map(([, quotes = '', text = '']) => ({ page, quotes, text })),
  )
