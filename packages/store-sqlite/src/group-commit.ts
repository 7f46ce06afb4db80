import type { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import * as E from 'fp-ts/lib/Either.js'
import type { StoreError } from '@zhiyuan/runtime'
import type { Patiently } from './patience.ts'
import { durably } from './transactions.ts'

/** Judges and writes within a transaction: what answers Left has written nothing. */
export type Work<Err, A> = () => E.Either<Err, A>

interface Job {
  readonly work: Work<unknown, unknown>
  readonly answer: (answer: E.Either<unknown, unknown>) => void
}

export interface GroupCommit {
  /** Works that arrive together share one durable transaction; each has an outcome of its own. */
  readonly write: <Err, A>(work: Work<Err, A>) => Promise<E.Either<Err | StoreError, A>>
  /** Resolves when nothing is left to write. */
  readonly drained: () => Promise<void>
}

/** Enough to make the fsync cheap for each, few enough that other work is not kept waiting. */
const groupSize = 512

export const groupCommit = (db: DatabaseSync, patient: Patiently): GroupCommit => {
  const inTransaction = durably(db)
  let waiting: Job[] = []
  let committing: Promise<void> | null = null

  const commitTogether = async (group: ReadonlyArray<Job>): Promise<void> => {
    const answers = await patient(() => inTransaction(() => group.map(({ work }) => work())))
    if (E.isRight(answers)) {
      for (const [index, { answer }] of group.entries()) answer(answers.right[index] as E.Either<unknown, unknown>)
      return
    }
    const ofOneOfThem = answers.left.type === 'StoreFault' || answers.left.type === 'StoreFull'
    if (ofOneOfThem && group.length > 1) for (const job of group) await commitTogether([job])
    else for (const { answer } of group) answer(answers)
  }

  const commitAll = async (): Promise<void> => {
    do {
      await nextTurn()
      const group = waiting.slice(0, groupSize)
      waiting = waiting.slice(groupSize)
      await commitTogether(group)
    } while (waiting.length > 0)
    committing = null
  }

  return {
    write: <Err, A>(work: Work<Err, A>) =>
      new Promise<E.Either<Err | StoreError, A>>((resolve) => {
        waiting.push({ work, answer: (answer) => resolve(answer as E.Either<Err | StoreError, A>) })
        committing ??= commitAll()
      }),
    drained: async () => {
      await committing
    },
  }
}
