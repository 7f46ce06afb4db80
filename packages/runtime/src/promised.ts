import { isLeft } from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Fault } from './fault.ts'

/** What the promise face throws: never a refusal, always a fault. */
export class LedgerFault extends Error {
  override readonly name = 'LedgerFault'
  readonly fault: Fault

  constructor(fault: Fault) {
    super(JSON.stringify(fault))
    this.fault = fault
  }
}

/**
 * The promise face of a task: the answer (a refusal is one), or a thrown `LedgerFault`.
 *
 * @example
 * const outcome = await promised(runtime.execute(command, meta))
 * if (!outcome.ok) console.log(outcome.rejection.type)
 */
export const promised = async <A>(task: TaskEither<Fault, A>): Promise<A> => {
  const answer = await task()
  if (isLeft(answer)) throw new LedgerFault(answer.left)
  return answer.right
}
