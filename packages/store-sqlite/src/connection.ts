import type { DatabaseSync } from 'node:sqlite'
import * as E from 'fp-ts/lib/Either.js'
import type { StoreError } from '@zhiyuan/runtime'
import { groupCommit } from '@zhiyuan/runtime/store'
import type { Patiently } from './patience.ts'
import { writeTransaction, readTransaction } from './transactions.ts'

/** Judges and writes within a transaction: what answers Left has written nothing. */
export type Work<Err, A> = () => E.Either<Err, A>

/** A port's own hold on an open file. */
export interface Connection {
  readonly db: DatabaseSync
  /** Several statements see one state of the file. */
  readonly read: <A>(work: () => A) => Promise<E.Either<StoreError, A>>
  /** What cannot be done within a transaction. */
  readonly outside: <A>(work: () => A) => Promise<E.Either<StoreError, A>>
  readonly write: <Err, A>(work: Work<Err, A>) => Promise<E.Either<Err | StoreError, A>>
  /** What was asked for before is still done; later calls are refused. The last hold to be closed closes the file. */
  readonly close: () => Promise<void>
}

/** Enough to make the fsync cheap for each, few enough that other work is not kept waiting. */
const groupSize = { capacity: 512, weigh: () => 1 }

const closedError: E.Either<StoreError, never> = E.left({ type: 'StoreClosed' })

/** As many holds on one open file as ports share it. */
export const connections = (db: DatabaseSync, patient: Patiently, count: number): ReadonlyArray<Connection> => {
  const [inSnapshot, inTransaction] = [readTransaction(db), writeTransaction(db)]
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
