import * as E from 'fp-ts/lib/Either.js'
import { Instant, type DecodeRefused, type ProcessName } from '@zhiyuan/kernel'
import type { AnyOutcome } from '../commands/attempt.ts'
import type { Timers, PendingCommand } from './timers.ts'
import type { ValidCommand } from '../commands/decode-command.ts'
import { derivedId } from '../commands/derived-id.ts'
import type { Executor } from '../commands/execute.ts'
import type { Fault } from '../ports/fault.ts'
import type { Wanted } from './feed.ts'
import type { CommandMeta } from '../commands/outcome.ts'
import type { Tally } from './tally.ts'

/** The process commands among what is asked for: each is sent when its event happened, or when its timer is due. */
export const makePendingCommands = (
  wanted: ReadonlyArray<Wanted>,
  type: 'command' | 'deadline',
): ReadonlyArray<PendingCommand> =>
  wanted.flatMap(({ process, cause, index, reaction }) => {
    if (reaction.type === 'ask-timers' || reaction.type !== type) return []
    const occurredAt = reaction.type === 'deadline' ? reaction.dueAt : cause.occurredAt
    const from = { process: process as ProcessName, cause: cause.id, correlationId: cause.correlationId }
    return [{ ...from, commandId: derivedId(process, cause.id, index), occurredAt, command: reaction.command }]
  })

export interface PendingCommandTools {
  readonly now: () => Instant
  readonly validate: (command: unknown, meta: CommandMeta, now: Instant) => E.Either<DecodeRefused, ValidCommand>
  readonly executor: Executor
  readonly timers: Timers
}

const commandMeta = (
  { process, cause, correlationId, commandId, occurredAt }: PendingCommand,
  now: Instant,
): CommandMeta => ({
  actor: { type: 'process', process, cause },
  occurredAt: occurredAt < now ? occurredAt : now,
  commandId,
  correlationId,
})

/** A rejection that names a later time asks for the command again, then. */
const readRetryTime = (outcome: AnyOutcome, now: Instant): Instant | null => {
  if (outcome.ok || outcome.rejection.type !== 'NotYetDue') return null
  const { dueAt } = outcome.rejection as { readonly dueAt?: unknown }
  return Instant.is(dueAt) && dueAt > now ? dueAt : null
}

/** Where a timer that was asked early goes on: it says another instant itself, or does nothing by now. */
const findNextRun = (
  { runsUntil, ...command }: PendingCommand,
  outcome: AnyOutcome,
  now: Instant,
): PendingCommand | null => {
  const doesNothing = !outcome.ok || outcome.events.length === 0
  const later = readRetryTime(outcome, now) ?? (doesNothing ? runsUntil : undefined)
  return later === undefined ? null : { ...command, occurredAt: later }
}

/** Sends processes' commands together and counts their outcomes; only a fault stops it. */
export const pendingSender =
  ({ now, validate, executor, timers }: PendingCommandTools) =>
  async (commands: ReadonlyArray<PendingCommand>, tally: Tally): Promise<E.Either<Fault, void>> => {
    const at = now()
    const validated = commands.map((command) => validate(command.command, commandMeta(command, at), at))
    const valid = validated.flatMap((one) => (E.isRight(one) ? [one.right] : []))
    const answers = (await executor.all(valid))[Symbol.iterator]()
    for (const [index, one] of validated.entries()) {
      const command = commands[index] as PendingCommand
      const answer: E.Either<Fault, AnyOutcome> | undefined = E.isLeft(one)
        ? E.right({ ok: false, rejection: one.left })
        : answers.next().value
      if (answer === undefined) continue
      if (E.isLeft(answer)) return answer
      const again = findNextRun(command, answer.right, at)
      if (again === null) tally.answered(command, answer.right)
      else timers.schedule(again)
    }
    return E.right(undefined)
  }
