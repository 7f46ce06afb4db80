/** What a human's service carries: that of the volunteer and of the other registrations of the same human (G2). */
import type { Fact, Moment } from '@zhiyuan/kernel'
import { policyFact } from '../../../organisation/policy/policy.fact.ts'
import { countedRecords, recordFact, type RecordState } from '../../../hours/record/record.fact.ts'
import type { StarLevel } from '../../../../vocabulary/words.ts'
import { eligibilityOf, shortOf, type Eligibility, type StarTerms } from '../eligibility.ts'
import type { StarCommand } from '../star.codec.ts'
import { starFact } from '../star.fact.ts'
import { unitsAndRegistrations } from './authority.ts'
import type { NotEligible } from '../star.rejection.ts'
import type { HeldStar, StarState } from '../star.state.ts'

const services = 'service of '
const stars = 'star of '

const othersOf = ({ others }: StarState): Readonly<Record<string, Fact<RecordState> | Fact<StarState>>> =>
  Object.fromEntries(
    others.flatMap((other): ReadonlyArray<readonly [string, Fact<RecordState> | Fact<StarState>]> => [
      [`${services}${other}`, recordFact(other)],
      [`${stars}${other}`, starFact(other)],
    ]),
  )

/** What a human has served, and the policies. */
export const serviceAndPolicy = (command: StarCommand, state: StarState, { jurisdiction }: Moment) => ({
  book: policyFact(jurisdiction),
  own: recordFact(command.volunteer),
  ...othersOf(state),
})

/** The same for a decision of the star authority. */
export const serviceForAuthority = (command: StarCommand, state: StarState, moment: Moment) => ({
  ...unitsAndRegistrations(command, state, moment),
  ...serviceAndPolicy(command, state, moment),
})

interface Read {
  readonly own: RecordState
}

/** Every registration's counted records and reviews; of two reviews of a round the later one is last. */
export const carriedBy = (terms: StarTerms, facts: Read, state: StarState): Eligibility => {
  const read = facts as unknown as Readonly<Record<string, unknown>>
  const records = [facts.own, ...state.others.map((other) => read[`${services}${other}`] as RecordState)]
  const noted = [state, ...state.others.map((other) => read[`${stars}${other}`] as StarState)]
  const reviews = noted.flatMap(({ reviews }) => [...reviews.values()])
  return eligibilityOf(
    terms,
    records.flatMap(countedRecords),
    reviews.sort((a, b) => a.orderVersion - b.orderVersion),
  )
}

/** Null where a level is carried. */
export const refuseIneligible = (terms: StarTerms, found: Eligibility, level: StarLevel): NotEligible | null => {
  const { minutes, eligible, gateOpen } = found
  const short = shortOf(terms, minutes, level) ?? found.short
  return eligible >= level ? null : { type: 'NotEligible', level, eligible, short, gateOpen }
}

/** Whether a star still stands on something: its level is carried, or nothing is lost of what it was last upheld on. */
export const stillCarries = ({ level, upheld }: HeldStar, { minutes, eligible, gateOpen }: Eligibility): boolean =>
  eligible >= level || (upheld !== null && minutes >= upheld.minutes && (gateOpen || !upheld.gateOpen))
