import { isLeft } from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { DecodeRefused } from '@zhiyuan/kernel'
import type { Fault } from './fault.ts'

/** What the promise face throws when the ledger could not answer: the caller did nothing wrong. */
export class LedgerFault extends Error {
  override readonly name = 'LedgerFault'
  readonly fault: Fault

  constructor(fault: Fault) {
    super(JSON.stringify(fault))
    this.fault = fault
  }
}

/** What the promise face throws at a malformed question, text or id: the rejection names the path. */
export class LedgerRefusal extends Error {
  override readonly name = 'LedgerRefusal'
  readonly rejection: DecodeRefused

  constructor(rejection: DecodeRefused) {
    super(JSON.stringify(rejection))
    this.rejection = rejection
  }
}

/**
 * The promise face of a task: the answer (a command's refusal is one), a thrown `LedgerFault`, or a thrown `LedgerRefusal` where the
 * question itself was malformed.
 *
 * @example
 * const outcome = await unwrap(runtime.execute(command, meta))
 * if (!outcome.ok) console.log(outcome.rejection.type)
 */
export const unwrap = async <A>(task: TaskEither<Fault | DecodeRefused, A>): Promise<A> => {
  const answer = await task()
  if (!isLeft(answer)) return answer.right
  const { left } = answer
  throw left.type === 'DecodeRefused' ? new LedgerRefusal(left) : new LedgerFault(left)
}
