/** The lock pins the rules by their answers to the commands of some logs: events, or a rejection. */
import { createHash } from 'node:crypto'
import { isRight } from 'fp-ts/lib/Either.js'
import { roles, type LedgerEnvelope } from '@zhiyuan/domain'
import { decideCommand, streamRead, type Actor, type Moment, type Role, type Typed, type UnitId } from '@zhiyuan/kernel'
import { canonicalText } from '../canonical.ts'
import { listDecisions } from '@zhiyuan/testing'
import { findSlice, streamToday, type AnySlice } from '../slice-by-stream.ts'
import { growingLog, type GrowingLog } from './growing-log.ts'
import { shorten, type Line } from './line.ts'

/** A log whose commands are asked again. */
export interface AskedLog {
  readonly events: ReadonlyArray<LedgerEnvelope>
  /** Its events were generated. Few streams in it have a past of their own, so all streams of a slice are folded as one. */
  readonly drawn: boolean
}

/** The outcome of a command: the type of the rejection, or null and the types of its events; and the whole outcome as text. */
interface Answer {
  readonly command: string
  readonly refusal: string | null
  readonly written: ReadonlyArray<string>
  readonly text: string
}

/** The senders of a command: the first one, a process, and the same person in each role at one unit. */
const askers = ({ id, actor }: LedgerEnvelope, unit: string): ReadonlyArray<Actor> => {
  const person = actor.type === 'person' ? actor.person : ('p' as never)
  const inRole = (role: string): Actor => ({ type: 'person', person, role: role as Role, unit: unit as UnitId })
  return [actor, { type: 'process', process: 'rules' as never, cause: id }, ...Object.values(roles).map(inRole)]
}

const askOne = (slice: AnySlice, command: Typed, moment: Moment, { load }: GrowingLog): Answer => {
  const stream = streamToday(slice, command, moment.jurisdiction)
  const state = load(streamRead(stream, slice.decider.fold))
  const answer = decideCommand(slice.decider, load)(state, command, moment)
  if (!isRight(answer))
    return { command: command.type, refusal: answer.left.type, written: [], text: canonicalText(answer.left) }
  const written = answer.right.map(({ type }) => type)
  return { command: command.type, refusal: null, written, text: `${stream} ${canonicalText(answer.right)}` }
}

/** Decides each command of a log again, once for each sender, on the log as it was at that point. */
export function* askLog({ events, drawn }: AskedLog): Generator<Answer> {
  const decisions = new Map(listDecisions(events).map((decision) => [decision[0].id, decision]))
  const log = growingLog((stream) => (drawn ? stream.slice(0, stream.indexOf('-')) : stream))
  for (const event of events) {
    const said = decisions.get(event.id)?.map(({ data }) => data) ?? []
    const slice = findSlice(event.stream)
    const command = slice?.restoreCommand(said) ?? null
    if (slice !== null && command !== null)
      for (const actor of askers(event, drawn ? 'a' : event.jurisdiction))
        yield askOne(slice, command, { ...event, now: event.recordedAt, actor }, log)
    log.add(event)
  }
}

/**
 * The line of today's rule set over some logs. Where a decider changes one of these answers, the number of the rule set is raised, so
 * that an event says which rules decided it.
 */
export const ruleLine = (ruleSet: number, over: string, logs: ReadonlyArray<AskedLog>): Line => {
  const hash = createHash('sha256')
  const refusals = new Set<string>()
  let asked = 0
  let accepted = 0
  let silent = 0
  for (const log of logs)
    for (const answer of askLog(log)) {
      hash.update(`${answer.text}\n`)
      asked += 1
      if (answer.refusal !== null) refusals.add(answer.refusal)
      else if (answer.written.length === 0) silent += 1
      else accepted += 1
    }
  return {
    key: `answers rules@${ruleSet} over ${over}`,
    digest: shorten(hash.digest('hex')),
    text: `${asked} times asked: ${accepted} decided, ${silent} silent, refused as ${refusals.size} types`,
  }
}
