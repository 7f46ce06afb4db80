import * as E from 'fp-ts/lib/Either.js'
import { finish, prepare, type AnyOutcome, type Tools } from './attempt.ts'
import type { ValidCommand } from './decode-command.ts'
import type { Fault } from '../ports/fault.ts'
import { turns } from './turns.ts'

export type Answer = E.Either<Fault, AnyOutcome>

export interface Executor {
  readonly one: (valid: ValidCommand) => Promise<Answer>
  /** Answers in the order of the batch. */
  readonly all: (commands: ReadonlyArray<ValidCommand>) => Promise<ReadonlyArray<Answer>>
}

export interface ExecutorOptions {
  readonly attempts: number
  readonly batchSize: number
  /** This process is the only writer: states in memory are the newest. */
  readonly exclusive: boolean
  /** The store keeps the order of appends that are asked for at once. */
  readonly inOrder: boolean
}

/** Places in the batch, by round: a stream at most once in each, its commands in order, at most `size` in each. */
export const splitBatches = (
  commands: ReadonlyArray<ValidCommand>,
  size: number,
): ReadonlyArray<ReadonlyArray<number>> => {
  const made: number[][] = []
  const next = new Map<string, number>()
  let open = 0
  for (const [index, { stream }] of commands.entries()) {
    let at = Math.max(next.get(stream) ?? 0, open)
    while ((made[at]?.length ?? 0) >= size) at++
    while (made.length <= at) made.push([])
    made[at]?.push(index)
    next.set(stream, at + 1)
    while ((made[open]?.length ?? 0) >= size) open++
  }
  return made
}

export const executor = (tools: Tools, { attempts, batchSize, exclusive, inOrder }: ExecutorOptions): Executor => {
  const inTurn = turns()
  const prepared = prepare(tools)
  const finished = finish(tools)

  const tryAttempts = async (valid: ValidCommand, first: number): Promise<Answer> => {
    for (let attempt = first; attempt < attempts; attempt++) {
      const ready = await prepared(valid, attempt > 0 || !exclusive)
      const answer = E.isLeft(ready) ? ready : await finished(ready.right)
      if (E.isLeft(answer)) return answer
      if (answer.right !== null) return E.right(answer.right)
    }
    return E.left({ type: 'TooMuchContention', stream: valid.stream, attempts })
  }

  /** Appends run at once, or one after the other where the store would not keep their order: the log has the same order on every store. */
  const runInOrder = async <A, B>(all: ReadonlyArray<A>, work: (one: A) => Promise<B>): Promise<ReadonlyArray<B>> => {
    if (inOrder) return Promise.all(all.map(work))
    const done: B[] = []
    for (const one of all) done.push(await work(one))
    return done
  }

  /** Every command of a batch is decided on the same log before the first is appended, so that no race changes the outcome. */
  const executeBatch = async (commands: ReadonlyArray<ValidCommand>): Promise<ReadonlyArray<Answer>> => {
    const ready = await Promise.all(commands.map((valid) => prepared(valid, !exclusive)))
    const first = await runInOrder(ready, async (one) => (E.isLeft(one) ? one : finished(one.right)))
    return Promise.all(
      commands.map((valid, index): Promise<Answer> => {
        const answer = first[index] as (typeof first)[number]
        if (E.isLeft(answer)) return Promise.resolve(answer)
        return answer.right === null
          ? inTurn(valid.stream, () => tryAttempts(valid, 1))
          : Promise.resolve(E.right(answer.right))
      }),
    )
  }

  return {
    one: (valid) => inTurn(valid.stream, () => tryAttempts(valid, 0)),
    all: async (commands) => {
      const answers: Answer[] = []
      for (const places of splitBatches(commands, batchSize)) {
        const done = await executeBatch(places.map((place) => commands[place] as ValidCommand))
        for (const [index, place] of places.entries()) answers[place] = done[index] as Answer
      }
      return answers
    },
  }
}
