import * as E from 'fp-ts/lib/Either.js'
import type { Envelope, Instant, Moment, Typed } from '@zhiyuan/kernel'
import type { ValidCommand } from './decode-command.ts'
import type { DecodeEvent } from '../log/decode-event.ts'
import { storedEvent } from '../log/stored-event.ts'
import type { StoredEvent } from '../ports/ports.ts'
import type { Decision } from './decide.ts'
import { defect, type Fault } from '../ports/fault.ts'
import type { Outcome } from './outcome.ts'
import type { RefuseTexts } from './refuse-texts.ts'
import type { LedgerIdentity } from '../wiring.ts'
import type { ToWrite, Written } from './write.ts'

export type AnyOutcome = Outcome<Typed, Typed>

/** A decision that only has to be written, or an answer that needs no writing. */
export type Prepared =
  | { readonly type: 'answered'; readonly outcome: AnyOutcome }
  | { readonly type: 'decided'; readonly valid: ValidCommand; readonly toWrite: ToWrite }

export interface Tools {
  readonly identity: LedgerIdentity
  readonly now: () => Instant
  readonly decide: (valid: ValidCommand, moment: Moment, fresh: boolean) => Promise<E.Either<Fault, Decision>>
  readonly envelop: (
    valid: ValidCommand,
    moment: Moment,
    decision: Decision,
    events: ReadonlyArray<Typed>,
  ) => ReadonlyArray<Envelope<Typed>>
  readonly decode: DecodeEvent
  readonly refuseTexts: RefuseTexts
  readonly write: (toWrite: ToWrite) => Promise<E.Either<Fault, Written>>
}

const answerPrepared = (outcome: AnyOutcome): Prepared => ({ type: 'answered', outcome })

const unreadableDecision = ({ type }: Typed, path: string, expected: string): Fault =>
  defect(`${type} ${path}`, `wanted ${expected}`)

/** Encodes the events as the store keeps them and decodes them again, so that a decision that no reader could decode is never written. */
const writeDown = (
  { decode }: Tools,
  envelopes: ReadonlyArray<Envelope<Typed>>,
): E.Either<Fault, Pick<ToWrite, 'stored' | 'events'>> => {
  const stored: StoredEvent[] = []
  const events: Envelope<Typed>[] = []
  for (const envelope of envelopes) {
    const written = storedEvent(envelope)
    if (E.isLeft(written))
      return E.left(unreadableDecision(envelope, written.left.issues[0]?.path ?? '$', 'canonical JSON'))
    const read = decode({ position: null, event: written.right })
    if (E.isLeft(read)) return E.left(unreadableDecision(envelope, read.left.path, read.left.expected))
    stored.push(written.right)
    events.push(read.right)
  }
  return E.right({ stored, events })
}

/** Loads and decides. The decision is not written yet; it is known to be readable once it is. */
export const prepare =
  (tools: Tools) =>
  async (valid: ValidCommand, fresh: boolean): Promise<E.Either<Fault, Prepared>> => {
    const { actor, occurredAt, commandId } = valid.said
    const { log, jurisdiction } = tools.identity
    const moment = { log, jurisdiction, actor, occurredAt, now: tools.now() }
    const decision = await tools.decide(valid, moment, fresh)
    if (E.isLeft(decision)) return decision
    const { own, answer } = decision.right
    if (E.isLeft(answer)) return E.right(answerPrepared({ ok: false, rejection: answer.left }))
    if (answer.right.length === 0) return E.right(answerPrepared({ ok: true, commandId, events: [] }))
    // A process only passes on what a person's command brought.
    const unkept = actor.type === 'person' ? await tools.refuseTexts(valid.command) : E.right(null)
    if (E.isLeft(unkept)) return unkept
    if (unkept.right !== null) return E.right(answerPrepared({ ok: false, rejection: unkept.right }))
    const written = writeDown(tools, tools.envelop(valid, moment, decision.right, answer.right))
    if (E.isLeft(written)) return written
    const toWrite = { stream: valid.stream, before: own.version, ...written.right }
    return E.right({ type: 'decided', valid, toWrite })
  }

/** Writes what was prepared; null where another writer wrote to the stream first (optimistic concurrency). */
export const finish =
  (tools: Tools) =>
  async (prepared: Prepared): Promise<E.Either<Fault, AnyOutcome | null>> => {
    if (prepared.type === 'answered') return E.right(prepared.outcome)
    const { commandId } = prepared.valid.said
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
