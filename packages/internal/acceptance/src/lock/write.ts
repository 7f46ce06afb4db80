// `npm run lock`: adds lines, renews open ones, leaves what a release has; prints what changed. The line over a release's files is written with
// the release alone: made here, it would agree with files that were edited.
import { writeFileSync } from 'node:fs'
import { keptLinesOf } from './compare.ts'
import { printLock, readLock, renewLock } from './lock-file.ts'
import { listReleases, lockFile, logsFolder } from './releases.ts'
import { checkFiles } from './manifest.ts'
import { linesToday } from './today.ts'

const before = readLock(lockFile)
const releases = listReleases(logsFolder)
const kept = keptLinesOf(before, releases)
const { lines, faults } = await linesToday(releases)
const after = renewLock(kept, lines)
writeFileSync(lockFile, printLock(after))

for (const [key, line] of after) {
  if (!before.has(key)) console.log(`added   ${key}`)
  else if (before.get(key) !== line) console.log(`renewed ${key}`)
}
for (const key of before.keys()) if (!after.has(key)) console.log(`removed ${key}`)
console.log(`${after.size} lines, ${kept.size} of them kept by ${releases.length} releases`)
const wrong = [...checkFiles(logsFolder), ...faults]
for (const fault of wrong) console.error(fault)
process.exitCode = wrong.length === 0 ? 0 : 1
