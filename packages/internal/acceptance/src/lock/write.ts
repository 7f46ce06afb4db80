// `npm run lock`: adds lines, renews open ones, leaves what a release has; prints what changed. The line over a release's files is written with
// the release only: a line made here would agree with files that were edited.
import { compareLock, gatherKeptLines } from './compare.ts'
import { printLock, readLock, renewLock, type LockLines } from './lock-file.ts'
import { listReleases, lockFile, logsFolder } from './releases.ts'
import { checkFiles, releaseLines } from './manifest.ts'
import { linesToday } from './today.ts'
import { writeWhole } from './write-whole.ts'

const printChanges = (before: LockLines, after: LockLines): void => {
  for (const [key, line] of after) {
    if (!before.has(key)) console.log(`added   ${key}`)
    else if (before.get(key) !== line) console.log(`renewed ${key}`)
  }
  for (const key of before.keys()) if (!after.has(key)) console.log(`removed ${key}`)
}

/** Writes the lock anew, and gives the findings that a new lock does not mend. */
const renew = async (): Promise<ReadonlyArray<string>> => {
  const before = readLock(lockFile)
  const releases = listReleases(logsFolder)
  const kept = gatherKeptLines(before, releases)
  const { lines, faults } = await linesToday(releases)
  const after = renewLock(kept, lines)
  writeWhole(lockFile, printLock(after))
  printChanges(before, after)
  console.log(`${after.size} lines, ${kept.size} of them kept by ${releases.length} releases`)
  const today = [...releaseLines(logsFolder), ...lines]
  return [...checkFiles(logsFolder), ...faults, ...compareLock(after, releases, today)]
}

const wrong = await renew().catch((cause: unknown) => [String(cause)])
for (const fault of wrong) console.error(fault)
process.exitCode = wrong.length === 0 ? 0 : 1
