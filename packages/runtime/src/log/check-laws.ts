/** What must hold of a log as a whole. */
import * as E from 'fp-ts/lib/Either.js'
import type { Header, LogId, RuleSet, StreamName, Typed } from '@zhiyuan/kernel'
import type { StoredEvent } from '../ports/ports.ts'
import type { LedgerIdentity } from '../wiring.ts'
import { flaw, flawIf, type Flaws } from './flaw.ts'
import type { RestoreDecision } from './restore-decision.ts'
import type { ReadStoredEvent, Unfit } from './read-stored-event.ts'

/** What every log of one ledger keeps to, beyond what holds of any log. */
export interface LogLaws {
  /** The event that founds a log, first of all and once (L4), and which ledger it says it founds. */
  readonly founding: {
    readonly type: string
    readonly stream: (log: LogId) => StreamName
    readonly identity: (founding: Typed) => LedgerIdentity
  }
  /** The newest rule set that is known. */
  readonly rules: RuleSet
  readonly readEvent: ReadStoredEvent
  readonly restore: RestoreDecision
  /** The schema number in which a type of event is written today. */
  readonly currentSchema: (type: string) => number
}

/** L4: one log, one jurisdiction. Remembers the first header that can be read. */
export const identityCheck = () => {
  let first: Header | null = null
  return (header: Header): Flaws => {
    first ??= header
    const strange = (['log', 'jurisdiction'] as const).find((name) => header[name] !== first?.[name])
    return strange === undefined ? [] : [flaw('OtherLedger', `$.${strange}`, first[strange])]
  }
}

/** L4: founded first, and once. */
const foundingCheck = ({ founding }: LogLaws) => {
  let isFirst = true
  let founded = false
  const ofIdentity = (header: Header, words: Typed): Flaws => {
    const identity = founding.identity(words)
    const strange = (['log', 'jurisdiction'] as const).find((name) => header[name] !== identity[name])
    return strange === undefined ? [] : [flaw('FoundingDiffers', `$.data.${strange}`, header[strange])]
  }
  return ({ type, stream }: StoredEvent, header: Header | null, words: Typed | null): Flaws => {
    const founds = type === founding.type
    const wasFirst = isFirst
    const wasFounded = founded
    isFirst = false
    founded ||= founds
    if (founds && wasFounded) return [flaw('FoundedTwice', '$.type', 'no second founding')]
    const isFounding = founds && (header === null || stream === founding.stream(header.log))
    if (wasFirst && !isFounding) return [flaw('NotFounded', '$.type', founding.type)]
    return founds && header !== null && words?.type === founding.type ? ofIdentity(header, words) : []
  }
}

/** The decoded data of an event, null where it is wrong, and what is wrong with it. */
export type ReadByLaws = readonly [Typed | null, Flaws]

/** What a ledger requires of its logs: founding, rules and codecs. */
export const lawCheck = (laws: LogLaws) => {
  const ofFounding = foundingCheck(laws)
  return (event: StoredEvent, header: Header | null, data: E.Either<Unfit, unknown>): ReadByLaws => {
    if (header === null) return [null, ofFounding(event, null, null)]
    const read = laws.readEvent(header, data)
    const words = E.isLeft(read) ? null : read.right
    const founding = ofFounding(event, header, words)
    const rules = header.rules > laws.rules ? [flaw('RulesUnknown', '$.rules', `at most ${laws.rules}`)] : []
    // Data that is not JSON has been reported already.
    const unfit = E.isLeft(read) && read !== data ? flawIf('WordsUnfit', read.left) : []
    return [founding.length > 0 ? null : words, [...founding, ...rules, ...unfit]]
  }
}
