import * as E from 'fp-ts/lib/Either.js'
import { finish, prepare, type AnyOutcome, type Tools } from './attempt.ts'
import type { Admitted } from './decode-command.ts'
import type { Fault } from '../ports/fault.ts'
import { turns } from './turns.ts'

export type Answer = E.Either<Fault, AnyOutcome>

export interface Executor {
  readonly one: (admitted: Admitted) => Promise<Answer>
  /** Answers in the order of the batch. */
  readonly all: (batch: ReadonlyArray<Admitted>) => Promise<ReadonlyArray<Answer>>
}

export interface ExecutorOptions {
  readonly attempts: number
  readonly wave: number
  /** Nobody else writes: states in memory are the newest. */
  readonly exclusive: boolean
  /** The store keeps the order of appends that are asked for at once. */
  readonly inOrder: boolean
}

/** Places in the batch, by wave: a stream at most once in each, its commands in order, at most `size` in each. */
export const waves = (batch: ReadonlyArray<Admitted>, size: number): ReadonlyArray<ReadonlyArray<number>> => {
  const made: number[][] = []
  const next = new Map<string, number>()
  let open = 0
  for (const [index, { stream }] of batch.entries()) {
    let at = Math.max(next.get(stream) ?? 0, open)
    while ((made[at]?.length ?? 0) >= size) at++
    while (made.length <= at) made.push([])
    made[at]?.push(index)
    next.set(stream, at + 1)
    while ((made[open]?.length ?? 0) >= size) open++
  }
  return made
}

export const executor = (tools: Tools, { attempts, wave, exclusive, inOrder }: ExecutorOptions): Executor => {
  const inTurn = turns()
  const prepared = prepare(tools)
  const finished = finish(tools)

  const tryFrom = async (admitted: Admitted, first: number): Promise<Answer> => {
    for (let attempt = first; attempt < attempts; attempt++) {
      const ready = await prepared(admitted, attempt > 0 || !exclusive)
      const answer = E.isLeft(ready) ? ready : await finished(ready.right)
      if (E.isLeft(answer)) return answer
      if (answer.right !== null) return E.right(answer.right)
    }
    return E.left({ type: 'TooMuchContention', stream: admitted.stream, attempts })
  }

  /** At once, or one after the other where the store would not keep their order: views and processes meet the same log on every store. */
  const inTheirOrder = async <A, B>(all: ReadonlyArray<A>, work: (one: A) => Promise<B>): Promise<ReadonlyArray<B>> => {
    if (inOrder) return Promise.all(all.map(work))
    const done: B[] = []
    for (const one of all) done.push(await work(one))
    return done
  }

  /** All of a wave are decided on the same log before the first is appended: the outcome hangs on no race. */
  const together = async (batch: ReadonlyArray<Admitted>): Promise<ReadonlyArray<Answer>> => {
    const ready = await Promise.all(batch.map((admitted) => prepared(admitted, !exclusive)))
    const first = await inTheirOrder(ready, async (one) => (E.isLeft(one) ? one : finished(one.right)))
    return Promise.all(
      batch.map((admitted, index): Promise<Answer> => {
        const answer = first[index] as (typeof first)[number]
        if (E.isLeft(answer)) return Promise.resolve(answer)
        return answer.right === null
          ? inTurn(admitted.stream, () => tryFrom(admitted, 1))
          : Promise.resolve(E.right(answer.right))
      }),
    )
  }

  return {
    one: (admitted) => inTurn(admitted.stream, () => tryFrom(admitted, 0)),
    all: async (batch) => {
      const answers: Answer[] = []
      for (const places of waves(batch, wave)) {
        const done = await together(places.map((place) => batch[place] as Admitted))
        for (const [index, place] of places.entries()) answers[place] = done[index] as Answer
      }
      return answers
    },
  }
}
