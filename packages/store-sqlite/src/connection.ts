import type { DatabaseSync } from 'node:sqlite'
import * as E from 'fp-ts/lib/Either.js'
import type { StoreError } from '@zhiyuan/runtime'
import { groupCommit } from '@zhiyuan/runtime/store'
import type { Patiently } from './patience.ts'
import { writeTransaction, readTransaction } from './transactions.ts'

/** Judges and writes within a transaction; work that answers Left has written nothing. */
export type Work<Err, A> = () => E.Either<Err, A>

/** A port's own hold on an open file. */
export interface Connection {
  readonly db: DatabaseSync
  /** Runs work whose statements all see one state of the file. */
  readonly read: <A>(work: () => A) => Promise<E.Either<StoreError, A>>
  /** Runs work that cannot run within a transaction. */
  readonly outside: <A>(work: () => A) => Promise<E.Either<StoreError, A>>
  readonly write: <Err, A>(work: Work<Err, A>) => Promise<E.Either<Err | StoreError, A>>
  /** Earlier calls still finish; later ones are refused. The last hold to be closed closes the file. */
  readonly close: () => Promise<void>
}

/** Enough jobs to share the cost of the fsync, few enough that other work does not wait long. */
const groupSize = { capacity: 512, weigh: () => 1 }

const closedError: E.Either<StoreError, never> = E.left({ type: 'StoreClosed' })

/** One hold on the open file for each of the ports that share it. */
export const connections = (db: DatabaseSync, patient: Patiently, count: number): ReadonlyArray<Connection> => {
  const inSnapshot = readTransaction(db)
  const inTransaction = writeTransaction(db)
  const group = groupCommit<Work<unknown, unknown>, E.Either<unknown, unknown>>(
    (works) => patient(() => inTransaction(() => works.map((work) => work()))),
    groupSize,
  )
  const write = async <Err, A>(work: Work<Err, A>): Promise<E.Either<Err | StoreError, A>> =>
    E.flattenW((await group.write(work)) as E.Either<StoreError, E.Either<Err, A>>)
  let held = count
  const hold = (): Connection => {
    let closing: Promise<void> | null = null
    const release = async (): Promise<void> => {
      await group.drained()
      held--
      if (held === 0) db.close()
    }
    return {
      db,
      read: (work) => (closing === null ? patient(() => inSnapshot(work)) : Promise.resolve(closedError)),
      outside: (work) => (closing === null ? patient(work) : Promise.resolve(closedError)),
      write: (work) => (closing === null ? write(work) : Promise.resolve(closedError)),
      close: () => (closing ??= release()),
    }
  }
  return Array.from({ length: count }, hold)
}
