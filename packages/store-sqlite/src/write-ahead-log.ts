import { StoreFailure } from '@zhiyuan/runtime/store'
import type { DatabaseSync } from 'node:sqlite'
import { busy } from './advice.ts'
import { skipIfBusy } from './transactions.ts'

/** Moves the write-ahead log into the file and empties it; busy while another connection reads old pages. */
export const logEmptier = (db: DatabaseSync) => {
  const truncate = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)')
  return (): void => {
    if (truncate.get()?.['busy'] !== 0) throw new StoreFailure(busy('another process reads old pages'))
  }
}

/**
 * Moves what a crash left in the log into the file before anything is built on it: that log may be in the page cache only
 * (a sync failed before the crash), and may bring back the pages of secrets that were destroyed.
 * While other processes use the file, the log is theirs to empty.
 */
export const emptyLogIfAlone = (db: DatabaseSync): void => skipIfBusy(logEmptier(db))
