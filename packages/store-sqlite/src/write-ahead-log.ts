import { StoreFailure } from '@zhiyuan/runtime/store'
import type { DatabaseSync } from 'node:sqlite'
import { busy } from './advice.ts'
import { skipIfBusy } from './transactions.ts'

/** Puts the write-ahead log into the file and leaves it empty; busy while somebody reads old pages. */
export const logEmptier = (db: DatabaseSync) => {
  const truncate = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)')
  return (): void => {
    if (truncate.get()?.['busy'] !== 0) throw new StoreFailure(busy('another process reads old pages'))
  }
}

/**
 * What a crash left in the log is put into the file before anything is built on it: the log may be known to the page cache only
 * (a sync failed before the crash), and may be back with the pages of secrets that were destroyed.
 * While others use the file, it is for them to have it so.
 */
export const emptyLogIfAlone = (db: DatabaseSync): void => skipIfBusy(logEmptier(db))
