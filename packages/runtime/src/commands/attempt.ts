import * as E from 'fp-ts/lib/Either.js'
import type { Envelope, Instant, Moment, Typed } from '@zhiyuan/kernel'
import type { Admitted } from './decode-command.ts'
import type { DecodeEvent } from '../log/decode-event.ts'
import { storedEvent } from '../log/stored-event.ts'
import type { StoredEvent } from '../ports/ports.ts'
import type { Decision } from './decide.ts'
import { defect, type Fault } from '../ports/fault.ts'
import type { Outcome } from './outcome.ts'
import type { LedgerIdentity } from '../wiring.ts'
import type { ToWrite, Written } from './write.ts'

export type AnyOutcome = Outcome<Typed, Typed>

/** A decision that only has to be written, or an answer that needs no writing. */
export type Prepared =
  | { readonly type: 'answered'; readonly outcome: AnyOutcome }
  | { readonly type: 'decided'; readonly admitted: Admitted; readonly toWrite: ToWrite }

export interface Tools {
  readonly identity: LedgerIdentity
  readonly now: () => Instant
  readonly decide: (admitted: Admitted, moment: Moment, fresh: boolean) => Promise<E.Either<Fault, Decision>>
  readonly envelop: (
    admitted: Admitted,
    moment: Moment,
    decision: Decision,
    events: ReadonlyArray<Typed>,
  ) => ReadonlyArray<Envelope<Typed>>
  readonly decode: DecodeEvent
  readonly write: (toWrite: ToWrite) => Promise<E.Either<Fault, Written>>
}

const answered = (outcome: AnyOutcome): Prepared => ({ type: 'answered', outcome })

const unfit = ({ type }: Typed, path: string, expected: string): Fault =>
  defect(`${type} ${path}`, `wanted ${expected}`)

/** Events as they will be stored, and as they will be read again: a decision that could not be read is not written. */
const writeDown = (
  { decode }: Tools,
  envelopes: ReadonlyArray<Envelope<Typed>>,
): E.Either<Fault, Pick<ToWrite, 'stored' | 'events'>> => {
  const [stored, events]: [StoredEvent[], Envelope<Typed>[]] = [[], []]
  for (const envelope of envelopes) {
    const written = storedEvent(envelope)
    if (E.isLeft(written)) return E.left(unfit(envelope, written.left.issues[0]?.path ?? '$', 'canonical JSON'))
    const read = decode({ position: null, event: written.right })
    if (E.isLeft(read)) return E.left(unfit(envelope, read.left.path, read.left.expected))
    stored.push(written.right)
    events.push(read.right)
  }
  return E.right({ stored, events })
}

/** Loads and decides. What it decided is written by nobody yet, and can be read by everybody. */
export const prepare =
  (tools: Tools) =>
  async (admitted: Admitted, fresh: boolean): Promise<E.Either<Fault, Prepared>> => {
    const { actor, occurredAt, commandId } = admitted.said
    const { log, jurisdiction } = tools.identity
    const moment = { log, jurisdiction, actor, occurredAt, now: tools.now() }
    const decision = await tools.decide(admitted, moment, fresh)
    if (E.isLeft(decision)) return decision
    const { own, answer } = decision.right
    if (E.isLeft(answer)) return E.right(answered({ ok: false, rejection: answer.left }))
    if (answer.right.length === 0) return E.right(answered({ ok: true, commandId, events: [] }))
    const written = writeDown(tools, tools.envelop(admitted, moment, decision.right, answer.right))
    if (E.isLeft(written)) return written
    const toWrite = { stream: admitted.stream, before: own.version, ...written.right }
    return E.right({ type: 'decided', admitted, toWrite })
  }

/** Writes what was prepared; null where somebody else wrote to the stream first. */
export const finish =
  (tools: Tools) =>
  async (prepared: Prepared): Promise<E.Either<Fault, AnyOutcome | null>> => {
    if (prepared.type === 'answered') return E.right(prepared.outcome)
    const { commandId } = prepared.admitted.said
    const written = await tools.write(prepared.toWrite)
    if (E.isLeft(written)) return written
    switch (written.right) {
      case 'written':
        return E.right({ ok: true, commandId, events: prepared.toWrite.events })
      case 'repeated':
        return E.right({ ok: false, rejection: { type: 'CommandIdTaken', commandId } })
      case 'conflict':
        return E.right(null)
    }
  }
