import { keyOf, printLine, type Line } from './line.ts'

/** The lines of a lock, by key. */
export type LockLines = ReadonlyMap<string, string>

const head = `# The words that are stored: the header, each edition of each event, the rows of views and processes, and what names stand for.
# A line that a release has (packages/internal/acceptance/logs) stays as it is. The others change with \`npm run lock\`.
`

export const parseLock = (text: string): LockLines =>
  new Map(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => [keyOf(line), line]),
  )

const kinds = ['word', 'envelope', 'event', 'upcast', 'raised', 'term', 'view', 'process']
const place = (key: string): number => kinds.indexOf(key.split(' ')[0] ?? '')
const inOrder = ([a]: readonly [string, string], [b]: readonly [string, string]): number =>
  place(a) - place(b) || (a < b ? -1 : 1)

/** The file: words first, then what is stored, each kind in the order of its keys. */
export const printLock = (lines: LockLines): string =>
  `${head}${[...lines]
    .sort(inOrder)
    .map(([, line]) => `${line}\n`)
    .join('')}`

/** What `npm run lock` writes: kept lines as they are, everything else as it is today. */
export const renewLock = (kept: LockLines, today: ReadonlyArray<Line>): LockLines =>
  new Map([...today.map((line) => [line.key, printLine(line)] as const), ...kept])
