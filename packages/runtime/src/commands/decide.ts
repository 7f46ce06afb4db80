import * as E from 'fp-ts/lib/Either.js'
import { planCommand, type Moment, type Plan, type ReadSetEntry, type Typed } from '@zhiyuan/kernel'
import type { ValidCommand } from './decode-command.ts'
import { defect, type Fault } from '../ports/fault.ts'
import type { LoadStream } from './load.ts'
import { makeReadSet } from './read-set.ts'
import type { Folded } from './state-cache.ts'

/** A decision: the events, the version of the own stream that they rest on, and the other streams that were read. */
export interface Decision {
  readonly own: Folded
  readonly readSet: ReadonlyArray<ReadSetEntry>
  readonly answer: E.Either<Typed, ReadonlyArray<Typed>>
}

/** Loads what a command's handler reads, each stream once, then decides. */
export const decider =
  (load: LoadStream) =>
  async (
    { slice, stream, command }: ValidCommand,
    moment: Moment,
    fresh: boolean,
  ): Promise<E.Either<Fault, Decision>> => {
    const guardDecision = (rule: () => Plan<Typed, Typed>): E.Either<Fault, Plan<Typed, Typed>> =>
      E.tryCatch(rule, (why) => defect(`the handler of ${command.type}`, why))
    const ownState = slice.ownState(stream)
    const own = await load(ownState, fresh)
    if (E.isLeft(own)) return own
    const readSet = makeReadSet(load, fresh)
    readSet.noteState(ownState, own.right)
    let plan = guardDecision(() => planCommand(slice.decider, command, own.right.state, moment))
    for (;;) {
      if (E.isLeft(plan)) return plan
      if (plan.right.type === 'decided')
        return E.right({ own: own.right, readSet: readSet.entries(), answer: plan.right.decision })
      const { reads, next } = plan.right
      const fetched = await readSet.fetch(reads)
      if (E.isLeft(fetched)) return fetched
      plan = guardDecision(() => next(readSet.load))
    }
  }
