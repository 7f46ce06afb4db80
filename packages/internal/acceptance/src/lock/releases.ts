/** The stored files of each release: `logs/NAME/`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ReleasedLock } from './compare.ts'
import { parseLock } from './lock-file.ts'

/** The folder of this project's releases. */
export const logsFolder = fileURLToPath(new URL('../../logs', import.meta.url))
/** The lock of this project. */
export const lockFile = fileURLToPath(new URL('../../../../domain/src/vocabulary/vocabulary.lock', import.meta.url))

/** The logs of a release over which its rows are pinned. */
export const rowLogs: ReadonlyArray<string> = ['golden', 'merge', 'vocabulary']
/** All logs of a release: the commands of each are asked again. */
export const allLogs: ReadonlyArray<string> = [...rowLogs, 'main-job']

/** A release with its copy of the lock. */
export interface Release extends ReleasedLock {
  readonly folder: string
}

/** All releases in a folder, in the order of their names. */
export const listReleases = (folder: string): ReadonlyArray<Release> =>
  (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [])
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => ({
      name,
      folder: join(folder, name),
      lines: parseLock(readFileSync(join(folder, name, 'vocabulary.lock'), 'utf8')),
    }))
