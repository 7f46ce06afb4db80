import * as E from 'fp-ts/lib/Either.js'
import { decodeRefused, type DecodeRefused, type Instant, type Typed } from '@zhiyuan/kernel'
import type { ValidCommand } from './decode-command.ts'
import { isDerivedId } from './derived-id.ts'
import type { Answer, Executor } from './execute.ts'
import { defect, type Fault } from '../ports/fault.ts'
import type { LedgerTime } from './ledger-time.ts'
import type { CommandMeta, Outcome, Sent } from './outcome.ts'
import type { Runtime } from '../runtime.ts'

type Validate = (command: unknown, meta: CommandMeta | undefined, now: Instant) => E.Either<DecodeRefused, ValidCommand>

/** Only the runtime acts as a process: no outside caller may name one as actor, or use the id of a command that a process will send. */
const refuseImpostor = ({ said }: ValidCommand): E.Either<DecodeRefused, ValidCommand['said']> => {
  if (said.actor.type !== 'person') return E.left(decodeRefused('$.sender.actor.type', 'person'))
  return isDerivedId(said.commandId) ? E.left(decodeRefused('$.sender.commandId', 'no id of a process')) : E.right(said)
}

/** The entry for callers who send commands: a malformed command is refused here. */
export const commandSender = <Ev extends Typed, R extends Typed>(
  validate: Validate,
  executor: Executor,
  { now, look }: Pick<LedgerTime, 'now' | 'look'>,
): Pick<Runtime<Ev, R>, 'execute' | 'executeAll'> => {
  type Typical = E.Either<Fault, Outcome<Ev, R>>
  // The slices' codecs and deciders guarantee that these are the events and rejections of the wiring; the compiler cannot see it.
  const asOutcome = (answer: Answer): Typical => answer as unknown as Typical

  const authorize = (sent: Sent | null | undefined, at: Instant): E.Either<Answer, ValidCommand> =>
    E.flatten(
      E.tryCatch(
        () =>
          E.mapLeft((rejection: DecodeRefused): Answer => E.right({ ok: false, rejection }))(
            E.tap(validate(sent?.command, sent?.meta, at), refuseImpostor),
          ),
        (why): Answer => E.left(defect('the stream of a command', why)),
      ),
    )

  return {
    execute: (command, meta) => async () => {
      const looked = await look()
      if (E.isLeft(looked)) return looked
      const validated = authorize({ command, meta }, now())
      return asOutcome(E.isLeft(validated) ? validated.left : await executor.one(validated.right))
    },
    executeAll: (batch) => async () => {
      const looked = await look()
      if (E.isLeft(looked)) return batch.map(() => looked)
      const at = now()
      const validated = batch.map((sent) => authorize(sent, at))
      const answers = await executor.all(validated.flatMap((one) => (E.isRight(one) ? [one.right] : [])))
      const inOrder = answers.values()
      return validated.map((one) => asOutcome(E.isLeft(one) ? one.left : (inOrder.next().value as Answer)))
    },
  }
}
