import * as E from 'fp-ts/lib/Either.js'
import { decodeRefused, type DecodeRefused, type Instant, type Typed } from '@zhiyuan/kernel'
import type { Admitted } from './decode-command.ts'
import { isDerivedId } from './derived-id.ts'
import type { Answer, Executor } from './execute.ts'
import { defect, type Fault } from '../ports/fault.ts'
import type { LedgerTime } from './ledger-time.ts'
import type { CommandMeta, Outcome, Sent } from './outcome.ts'
import type { Runtime } from '../runtime.ts'

type Admit = (command: unknown, meta: CommandMeta | undefined, now: Instant) => E.Either<DecodeRefused, Admitted>

/** Processes act from within only: nobody outside speaks as one, or takes the id of a command that one will make. */
const refuseImpostor = ({ said }: Admitted): E.Either<DecodeRefused, Admitted['said']> => {
  if (said.actor.type !== 'person') return E.left(decodeRefused('$.actor.type', 'person'))
  return isDerivedId(said.commandId) ? E.left(decodeRefused('$.commandId', 'no id of a process')) : E.right(said)
}

/** The face for whoever sends commands: what is malformed never gets further than here. */
export const sending = <Ev extends Typed, R extends Typed>(
  admit: Admit,
  executor: Executor,
  { now, look }: Pick<LedgerTime, 'now' | 'look'>,
): Pick<Runtime<Ev, R>, 'execute' | 'executeAll'> => {
  type Typical = E.Either<Fault, Outcome<Ev, R>>
  // The slices' codecs and deciders, not the compiler, make sure that these are the events and rejections of the wiring.
  const typical = (answer: Answer): Typical => answer as unknown as Typical

  const letIn = (sent: Sent | null | undefined, at: Instant): E.Either<Answer, Admitted> =>
    E.flatten(
      E.tryCatch(
        () =>
          E.mapLeft((rejection: DecodeRefused): Answer => E.right({ ok: false, rejection }))(
            E.tap(admit(sent?.command, sent?.meta, at), refuseImpostor),
          ),
        (why): Answer => E.left(defect('the stream of a command', why)),
      ),
    )

  return {
    execute: (command, meta) => async () => {
      const looked = await look()
      if (E.isLeft(looked)) return looked
      const admitted = letIn({ command, meta }, now())
      return typical(E.isLeft(admitted) ? admitted.left : await executor.one(admitted.right))
    },
    executeAll: (batch) => async () => {
      const looked = await look()
      if (E.isLeft(looked)) return batch.map(() => looked)
      const at = now()
      const admitted = batch.map((sent) => letIn(sent, at))
      const answers = await executor.all(admitted.flatMap((one) => (E.isRight(one) ? [one.right] : [])))
      const inOrder = answers.values()
      return admitted.map((one) => typical(E.isLeft(one) ? one.left : (inOrder.next().value as Answer)))
    },
  }
}
