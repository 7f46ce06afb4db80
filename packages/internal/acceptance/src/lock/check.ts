// The gate `lock`, in a process of its own: prints what it found as one line of JSON. The gates themselves import no source of ours.
import { compareLock } from './compare.ts'
import { readLock } from './lock-file.ts'
import { listReleases, lockFile, logsFolder } from './releases.ts'
import { checkFiles, releaseLines } from './manifest.ts'
import { linesToday } from './today.ts'

const findViolations = async (files: ReadonlyArray<string>) => {
  const lock = readLock(lockFile)
  const releases = listReleases(logsFolder)
  const { lines, faults } = await linesToday(releases)
  const wrong = compareLock(lock, releases, [...releaseLines(logsFolder), ...lines])
  return { looked: lock.size, violations: [...new Set([...files, ...faults, ...wrong])] }
}

/** A lock, a manifest or a log that cannot be read is a finding of its own, after the files that have changed. */
const find = async () => {
  let files: ReadonlyArray<string> = []
  try {
    files = checkFiles(logsFolder)
    return await findViolations(files)
  } catch (cause) {
    return { looked: 0, violations: [...files, String(cause)] }
  }
}

const found = await find()
console.log(JSON.stringify({ ...found, things: 'lines' }))
