import { readlinkSync, realpathSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import type { StoreError } from '@zhiyuan/runtime'
import { orphanLog } from './advice.ts'

const orElse =
  <A>(other: A) =>
  (ask: () => A): A =>
    E.getOrElse(() => other)(E.tryCatch(ask, () => null))

/**
 * Bytes of a file; 0 where there is no such file. `stat` goes by the name alone: opening and closing a file would drop the locks that
 * this process has on it through SQLite.
 */
const countBytes = (path: string): number => orElse(0)(() => statSync(path).size)

/** The path that a link leads to, even if there is no file any more; the write-ahead log lies beside that path. */
const target = (file: string): string => {
  const named = orElse(file)(() => resolve(dirname(file), readlinkSync(file)))
  return orElse(named)(() => realpathSync(file))
}

/** The size of the write-ahead log: its frames and their headers. */
const logBytes = (file: string): number => countBytes(`${target(file)}-wal`)

/**
 * Whether there is a write-ahead log, of a process that still writes or that ended without closing. Opening such a file for writing and closing it puts
 * the log into the file and deletes it. A file with a rollback journal can only be opened for writing; no event was acknowledged in it.
 */
export const hasLog = (file: string): boolean => logBytes(file) > 0 && countBytes(`${target(file)}-journal`) === 0

/** SQLite deletes a write-ahead log as soon as it opens the empty file beside it, even for reading. */
export const lostFile = (file: string): StoreError | null =>
  countBytes(file) === 0 && logBytes(file) > 0 ? orphanLog(file, `${target(file)}-wal`) : null

/** How many pages are neither in the file nor in its log. While a state is read, neither gets shorter than that state needs. */
export const missingPages = (
  file: string,
  { pages, pageSize }: { readonly pages: number; readonly pageSize: number },
): number => {
  const frames = Math.floor(logBytes(file) / pageSize)
  return Math.max(0, pages - Math.floor(countBytes(file) / pageSize) - frames)
}
