import { append, type Outcome, type Write } from './commit.ts'
import { notLeader, unavailable, type Failure } from './errors.ts'
import { findLeader, type Node } from './node.ts'

export type Answer = Outcome | { readonly type: 'TimedOut' }

/** How one append is answered. */
export interface Replies {
  readonly answer: (answer: Answer) => void
  readonly fail: (failure: Failure) => void
  readonly kill: () => void
}

/** Appends and answers, or does what the fault that waits for this append says. */
export const appendUnder = (node: Node, write: Write, { answer, fail, kill }: Replies): void => {
  const fault = node.faults.take('append')
  const store = (): Outcome => append(node.log, write)
  if (fault === undefined) return answer(store())
  if ('stored' in fault && fault.stored === true) store()
  switch (fault.type) {
    case 'silent':
      return
    case 'killed':
      return kill()
    case 'timeout':
      return answer({ type: 'TimedOut' })
    case 'slow':
      return void setTimeout(() => answer(store()), fault.ms)
    case 'lateReply': {
      const outcome = store()
      return void setTimeout(() => answer(outcome), fault.ms)
    }
    case 'duplicates': {
      const outcome = store()
      answer(outcome)
      return answer(outcome)
    }
    case 'notLeader':
      return fail(notLeader(fault.leader ?? findLeader(node)))
    case 'unavailable':
      return fail(unavailable())
  }
}
