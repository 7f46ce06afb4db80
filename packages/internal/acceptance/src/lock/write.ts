// `npm run lock`: adds lines, renews open ones, leaves what a release has; prints what changed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { keptLines } from './compare.ts'
import { parseLock, printLock, renewLock } from './lock-file.ts'
import { listReleases, lockFile, logsFolder } from './releases.ts'
import { linesToday } from './today.ts'

const before = parseLock(existsSync(lockFile) ? readFileSync(lockFile, 'utf8') : '')
const releases = listReleases(logsFolder)
const kept = keptLines(releases)
const { lines, faults } = await linesToday(releases)
const after = renewLock(kept, lines)
writeFileSync(lockFile, printLock(after))

for (const [key, line] of after) {
  if (!before.has(key)) console.log(`added   ${key}`)
  else if (before.get(key) !== line) console.log(`renewed ${key}`)
}
for (const key of before.keys()) if (!after.has(key)) console.log(`removed ${key}`)
console.log(`${after.size} lines, ${kept.size} of them kept by ${releases.length} releases`)
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1
