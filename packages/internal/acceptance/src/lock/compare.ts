/** What is wrong between the lock, the releases' copies of it, and what the sources say today. */
import { printLine, type Line } from './line.ts'
import type { LockLines } from './lock-file.ts'

/** A release's copy of the lock. */
export interface ReleasedLock {
  readonly name: string
  readonly lines: LockLines
}

/** All lines that some release has. */
const keptLines = (releases: ReadonlyArray<ReleasedLock>): LockLines =>
  new Map(releases.flatMap(({ lines }) => [...lines]))

/** Every line of every release stands unchanged in the lock, so that making the lock anew hides nothing. */
const compareCopies = (lock: LockLines, releases: ReadonlyArray<ReleasedLock>): ReadonlyArray<string> =>
  releases.flatMap(({ name, lines }) =>
    [...lines].flatMap(([key, line]) => {
      const there = lock.get(key)
      if (there === line) return []
      return [
        `${key}: ${there === undefined ? 'missing in' : 'changed in'} the lock; release ${name} has it as\n    ${line}`,
      ]
    }),
  )

/** Lines that may not change: those that some release has, and the line of each release. */
export const gatherKeptLines = (lock: LockLines, releases: ReadonlyArray<ReleasedLock>): LockLines =>
  new Map([...[...lock].filter(([key]) => key.startsWith('release ')), ...keptLines(releases)])

interface RowKey {
  readonly name: string
  readonly version: number
}
const rowKey = (key: string): RowKey | null => {
  const [, name, version] = /^((?:view|process|answers) \S+)@(\d+) over /.exec(key) ?? []
  return name === undefined ? null : { name, version: Number(version) }
}

/**
 * Rows are made anew, and old decisions are not decided again. So only today's versions and rules are compared. A used number never comes back.
 */
const mayBeRemoved = (key: string, versions: ReadonlyMap<string, number>): boolean => {
  if (key.startsWith('word ')) return true
  const row = rowKey(key)
  return row !== null && (versions.get(row.name) ?? Infinity) > row.version
}

const adviceText = (key: string): string =>
  key.startsWith('event ')
    ? 'a changed event is the next edition, with an upcast'
    : rowKey(key) === null
      ? 'what a release has never changes'
      : key.startsWith('answers ')
        ? 'changed answers are the next rule set'
        : 'changed rows are the next version'

const compareKept = (kept: LockLines, today: LockLines): ReadonlyArray<string> => {
  const versions = new Map(
    [...today.keys()].flatMap((key) => {
      const row = rowKey(key)
      return row === null ? [] : [[row.name, row.version] as const]
    }),
  )
  return [...kept].flatMap(([key, line]) => {
    const now = today.get(key)
    if (now === line || (now === undefined && mayBeRemoved(key, versions))) return []
    if (now === undefined) return [`${key}: is gone; what is stored under it could not be read`]
    return [`${key}: changed since it was released (${adviceText(key)})\n    was ${line}\n    is  ${now}`]
  })
}

/** The lock must have the line of each stored release, and only the making of a release writes it. */
const whoWrites = (key: string): string =>
  key.startsWith('release ') ? 'it comes with the release, from version control' : 'npm run lock'

const compareOpen = (lock: LockLines, kept: LockLines, today: LockLines): ReadonlyArray<string> => {
  const fresh = [...today].flatMap(([key, line]) => {
    if (kept.has(key) || lock.get(key) === line) return []
    const there = lock.get(key)
    return [
      there === undefined
        ? `${key}: not in the lock yet (${whoWrites(key)})`
        : `${key}: not as in the lock (npm run lock)\n    was ${there}\n    is  ${line}`,
    ]
  })
  const orphaned = [...lock.keys()].filter((key) => !today.has(key) && !kept.has(key))
  return [...fresh, ...orphaned.map((key) => `${key}: in the lock only (npm run lock)`)]
}

/** A sentence for each thing that is wrong; none where the lock holds. */
export const compareLock = (
  lock: LockLines,
  releases: ReadonlyArray<ReleasedLock>,
  now: ReadonlyArray<Line>,
): ReadonlyArray<string> => {
  const today = new Map(now.map((line) => [line.key, printLine(line)]))
  const kept = gatherKeptLines(lock, releases)
  return [...compareCopies(lock, releases), ...compareKept(kept, today), ...compareOpen(lock, kept, today)]
}
