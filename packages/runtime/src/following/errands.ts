import * as E from 'fp-ts/lib/Either.js'
import { Instant, type DecodeRefused, type ProcessName } from '@zhiyuan/kernel'
import type { AnyOutcome } from '../commands/attempt.ts'
import type { Deadlines, Errand } from './deadlines.ts'
import type { Admitted } from '../commands/decode-command.ts'
import { derivedId } from '../commands/derived-id.ts'
import type { Executor } from '../commands/execute.ts'
import type { Fault } from '../ports/fault.ts'
import type { Wanted } from './feed.ts'
import type { CommandMeta } from '../commands/outcome.ts'
import type { Tally } from './tally.ts'

/** What a process wants done, as an errand: sent when the event happened, or when it is due. */
export const errandOf = ({ process, cause, index, reaction }: Wanted): Errand => ({
  process: process as ProcessName,
  cause: cause.id,
  correlationId: cause.correlationId,
  commandId: derivedId(process, cause.id, index),
  occurredAt: reaction.type === 'deadline' ? reaction.dueAt : cause.occurredAt,
  command: reaction.command,
})

export interface ErrandTools {
  readonly now: () => Instant
  readonly admit: (command: unknown, meta: CommandMeta, now: Instant) => E.Either<DecodeRefused, Admitted>
  readonly executor: Executor
  readonly deadlines: Deadlines
}

const metaOf = ({ process, cause, correlationId, commandId, occurredAt }: Errand, now: Instant): CommandMeta => ({
  actor: { type: 'process', process, cause },
  occurredAt: occurredAt < now ? occurredAt : now,
  commandId,
  correlationId,
})

/** A rejection that names a later time asks for the command again, then. */
const laterOf = (outcome: AnyOutcome, now: Instant): Instant | null => {
  if (outcome.ok || outcome.rejection.type !== 'NotYetDue') return null
  const { dueAt } = outcome.rejection as { readonly dueAt?: unknown }
  return Instant.is(dueAt) && dueAt > now ? dueAt : null
}

/** Sends processes' commands together and notes what became of them; only a fault stops it. */
export const sendErrands =
  ({ now, admit, executor, deadlines }: ErrandTools) =>
  async (errands: ReadonlyArray<Errand>, tally: Tally): Promise<E.Either<Fault, void>> => {
    const at = now()
    const admitted = errands.map((errand) => admit(errand.command, metaOf(errand, at), at))
    const letIn = admitted.flatMap((one) => (E.isRight(one) ? [one.right] : []))
    const answers = (await executor.all(letIn))[Symbol.iterator]()
    for (const [index, one] of admitted.entries()) {
      const errand = errands[index] as Errand
      const answer: E.Either<Fault, AnyOutcome> | undefined = E.isLeft(one)
        ? E.right({ ok: false, rejection: one.left })
        : answers.next().value
      if (answer === undefined) continue
      if (E.isLeft(answer)) return answer
      const later = laterOf(answer.right, at)
      if (later === null) tally.answered(errand, answer.right)
      else deadlines.schedule({ ...errand, occurredAt: later })
    }
    return E.right(undefined)
  }
