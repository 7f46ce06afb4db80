// The gate `lock`, in a process of its own: prints what it found as one line of JSON. The gates themselves import no source of ours.
import { existsSync, readFileSync } from 'node:fs'
import { compareLock } from './compare.ts'
import { parseLock } from './lock-file.ts'
import { listReleases, lockFile, logsFolder } from './releases.ts'
import { linesToday } from './today.ts'

const lock = parseLock(existsSync(lockFile) ? readFileSync(lockFile, 'utf8') : '')
const releases = listReleases(logsFolder)
const { lines, faults } = await linesToday(releases)
const violations = [...faults, ...compareLock(lock, releases, lines)]
console.log(JSON.stringify({ looked: lock.size, things: 'lines', violations }))
