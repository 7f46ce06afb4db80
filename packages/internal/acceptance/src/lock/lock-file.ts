import { existsSync, readFileSync } from 'node:fs'
import { printLine, type Line } from './line.ts'

/** The lines of a lock, by key. */
export type LockLines = ReadonlyMap<string, string>

const head = `# The words that are stored: the header, each edition of each event, the rows of views and processes, and what names stand for.
# A line that a release has (packages/internal/acceptance/logs) stays as it is. The others change with \`npm run lock\`.
`

const kinds = [
  'release',
  'word',
  'envelope',
  'stream',
  'event',
  'upcast',
  'raised',
  'term',
  'answers',
  'view',
  'process',
]
const isLine = new RegExp(`^((?:${kinds.join('|')}) .+?) [0-9a-f]{12} .+$`)

/**
 * The lines of a lock's text. Throws where the text has anything else, or one key twice: the gate would see one of the two lines, and a
 * reader the other.
 */
export const parseLock = (text: string): LockLines => {
  const lines = new Map<string, string>()
  for (const line of text.replace(/^(?:#.*\n)*/, '').split(/(?<=\n)/)) {
    const key = line.endsWith('\n') ? isLine.exec(line.slice(0, -1))?.[1] : undefined
    if (line === '') continue
    if (key === undefined) throw new Error(`vocabulary.lock: not a line of a lock: ${line}`)
    if (lines.has(key)) throw new Error(`vocabulary.lock: ${key} stands there twice`)
    lines.set(key, line.slice(0, -1))
  }
  return lines
}

/**
 * The lines of the lock that exists. Throws where it is gone or empty: a lock made from nothing would agree with any source, and there is always
 * an older one.
 */
export const readLock = (file: string): LockLines => {
  const lines = parseLock(existsSync(file) ? readFileSync(file, 'utf8') : '')
  if (lines.size === 0) throw new Error('vocabulary.lock: is gone or has no line; take it from version control')
  return lines
}

const sortRank = (key: string): number => kinds.indexOf(key.split(' ')[0] ?? '')
const sortLines = ([a]: readonly [string, string], [b]: readonly [string, string]): number =>
  sortRank(a) - sortRank(b) || (a < b ? -1 : 1)

/** The file: words first, then what is stored, each kind in the order of its keys. */
export const printLock = (lines: LockLines): string =>
  `${head}${[...lines]
    .sort(sortLines)
    .map(([, line]) => `${line}\n`)
    .join('')}`

/** Kept lines as they are, everything else as it is today. */
export const renewLock = (kept: LockLines, today: ReadonlyArray<Line>): LockLines =>
  new Map([...today.map((line) => [line.key, printLine(line)] as const), ...kept])
