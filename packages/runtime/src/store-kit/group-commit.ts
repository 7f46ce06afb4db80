import * as E from 'fp-ts/lib/Either.js'
import type { StoreError } from '../ports/ports.ts'

/** How a store commits several jobs in one durable transaction: an answer for each, or why the transaction failed. */
export type CommitTogether<Job, Answer> = (
  group: ReadonlyArray<Job>,
) => Promise<E.Either<StoreError, ReadonlyArray<Answer>>>

/** How much one transaction takes. A job that is heavier than that has one of its own. */
export interface GroupSize<Job> {
  readonly capacity: number
  readonly weigh: (job: Job) => number
}

export interface GroupCommit<Job, Answer> {
  /** Jobs that arrive together share one transaction; each has an outcome of its own. They run in the order in which they were asked for. */
  readonly write: (job: Job) => Promise<E.Either<StoreError, Answer>>
  /** Resolves when nothing is left to write. */
  readonly drained: () => Promise<void>
}

interface Waiting<Job, Answer> {
  readonly job: Job
  readonly answer: (answer: E.Either<StoreError, Answer>) => void
}

/** How many waiting jobs fit into one transaction: one at least. */
const countFitting = <Job>(
  waiting: ReadonlyArray<{ readonly job: Job }>,
  { capacity, weigh }: GroupSize<Job>,
): number => {
  let weight = 0
  const over = waiting.findIndex(({ job }) => (weight += weigh(job)) > capacity)
  return over === -1 ? waiting.length : Math.max(1, over)
}

/** Resolves after every job of this turn of the event loop has arrived. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** One job that cannot be written must not make the others fail. */
const isOfOneJob = ({ type }: StoreError): boolean => type === 'StoreFault' || type === 'StoreFull'

/** Group commit: while one transaction is on its way to the disk, the jobs of the next gather. */
export const groupCommit = <Job, Answer>(
  commit: CommitTogether<Job, Answer>,
  size: GroupSize<Job>,
): GroupCommit<Job, Answer> => {
  let waiting: Waiting<Job, Answer>[] = []
  let committing: Promise<void> | null = null

  const commitGroup = async (group: ReadonlyArray<Waiting<Job, Answer>>): Promise<void> => {
    const answers = await commit(group.map(({ job }) => job))
    if (E.isRight(answers)) {
      for (const [index, { answer }] of group.entries()) answer(E.right(answers.right[index] as Answer))
    } else if (isOfOneJob(answers.left) && group.length > 1) {
      for (const one of group) await commitGroup([one])
    } else {
      for (const { answer } of group) answer(answers)
    }
  }

  const commitAll = async (): Promise<void> => {
    do {
      await nextTurn()
      const count = countFitting(waiting, size)
      const group = waiting.slice(0, count)
      waiting = waiting.slice(count)
      await commitGroup(group)
    } while (waiting.length > 0)
    committing = null
  }

  return {
    write: (job) =>
      new Promise((answer) => {
        waiting.push({ job, answer })
        committing ??= commitAll()
      }),
    drained: async () => {
      await committing
    },
  }
}
