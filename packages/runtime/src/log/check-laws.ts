/** What a log must be as a whole. */
import * as E from 'fp-ts/lib/Either.js'
import type { Header, LogId, RuleSet, StreamName } from '@zhiyuan/kernel'
import type { StoredEvent } from '../ports/ports.ts'
import { flaw, flawIf, type Flaws } from './flaw.ts'
import type { ReadWords, Unfit } from './words.ts'

/** What every log of a ledger keeps to, beyond what every log does. */
export interface LogLaws {
  /** The event that founds a log, first of all and once (L4). */
  readonly founding: { readonly type: string; readonly stream: (log: LogId) => StreamName }
  /** The newest rule set that is known. */
  readonly rules: RuleSet
  readonly readWords: ReadWords
}

/** L4: one log, one jurisdiction. Holds the first header that can be read. */
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
  let [isFirst, founded] = [true, false]
  return ({ type, stream }: StoredEvent, header: Header | null): Flaws => {
    const founds = type === founding.type
    const [wasFirst, wasFounded] = [isFirst, founded]
    ;[isFirst, founded] = [false, founded || founds]
    if (wasFirst) {
      const isFounding = founds && (header === null || stream === founding.stream(header.log))
      return isFounding ? [] : [flaw('NotFounded', '$.type', founding.type)]
    }
    return founds && wasFounded ? [flaw('FoundedTwice', '$.type', 'no second founding')] : []
  }
}

/** What a ledger asks of its logs: founding, rules and words. */
export const lawCheck = (laws: LogLaws) => {
  const ofFounding = foundingCheck(laws)
  const ofWords = (header: Header, data: E.Either<Unfit, unknown>): Flaws => {
    const rules = header.rules > laws.rules ? [flaw('RulesUnknown', '$.rules', `at most ${laws.rules}`)] : []
    const words = laws.readWords(header, data)
    // Data that is no JSON has been told already.
    return E.isLeft(words) && words !== data ? [...rules, ...flawIf('WordsUnfit', words.left)] : rules
  }
  return (event: StoredEvent, header: Header | null, data: E.Either<Unfit, unknown>): Flaws => [
    ...ofFounding(event, header),
    ...(header === null ? [] : ofWords(header, data)),
  ]
}
