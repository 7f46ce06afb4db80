import { StoreFailure } from '@zhiyuan/runtime/store'
import type { DatabaseSync } from 'node:sqlite'
import * as E from 'fp-ts/lib/Either.js'
import { classifyError } from './store-failure.ts'

/** Runs work within a transaction, synchronously: in one turn of the event loop. */
export type InTransaction = <A>(work: () => A) => A

/** A failed COMMIT leaves the outcome unknown, except for errors after which nothing can have been written. */
const commitFailure = (why: unknown): unknown => {
  const { type } = classifyError(why)
  const certain = type === 'StoreFull' || type === 'StoreBusy'
  return certain ? why : new StoreFailure({ type: 'UnknownOutcome', cause: `COMMIT: ${String(why)}` })
}

const attempt = (act: () => unknown, failure: (why: unknown) => unknown): void => {
  try {
    act()
  } catch (why) {
    throw failure(why)
  }
}

const transaction = (db: DatabaseSync, begin: string, end: () => void): InTransaction => {
  const beginning = db.prepare(begin)
  const undoing = db.prepare('ROLLBACK')
  return (work) => {
    beginning.run()
    try {
      const answer = work()
      end()
      return answer
    } finally {
      // SQLite has rolled back by itself after some errors.
      if (db.isTransaction) undoing.run()
    }
  }
}

/** A transaction whose statements all see one state of the file. */
export const readTransaction = (db: DatabaseSync): InTransaction => transaction(db, 'BEGIN', () => {})

/** A durable transaction: no other process can write from its beginning on. Work that throws is rolled back. */
export const writeTransaction = (db: DatabaseSync): InTransaction => {
  const commit = db.prepare('COMMIT')
  return transaction(db, 'BEGIN IMMEDIATE', () => attempt(() => commit.run(), commitFailure))
}

/** Runs work that may be skipped: it stays undone where other processes hold locks. */
export const skipIfBusy = (work: () => unknown): void => {
  const done = E.tryCatch(work, classifyError)
  if (E.isLeft(done) && done.left.type !== 'StoreBusy') throw new StoreFailure(done.left)
}
