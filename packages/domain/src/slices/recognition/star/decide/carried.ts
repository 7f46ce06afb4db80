/** What a human's service carries: that of the volunteer and of the other registrations of the same human (G2). */
import type { Moment, StreamRead } from '@zhiyuan/kernel'
import { policyRead, type Policy } from '../../../organisation/policy/policy.read.ts'
import { countedRecords, recordRead, type RecordState } from '../../../hours/record/record.read.ts'
import type { StarLevel } from '../../../../vocabulary/words.ts'
import { eligibilityOf, shortOf, starTermsOf, type Eligibility } from '../eligibility.ts'
import type { StarCommand } from '../star.codec.ts'
import { starRead } from '../star.read.ts'
import { unitsAndRegistrations } from './authority.ts'
import type { NotEligible } from '../star.rejection.ts'
import type { HeldStar, StarState } from '../star.state.ts'

const services = 'service of '
const stars = 'star of '

const othersOf = ({ others }: StarState): Readonly<Record<string, StreamRead<RecordState> | StreamRead<StarState>>> =>
  Object.fromEntries(
    others.flatMap((other): ReadonlyArray<readonly [string, StreamRead<RecordState> | StreamRead<StarState>]> => [
      [`${services}${other}`, recordRead(other)],
      [`${stars}${other}`, starRead(other)],
    ]),
  )

/** What a human has served, and the policies. */
export const serviceAndPolicy = (command: StarCommand, state: StarState, { jurisdiction }: Moment) => ({
  book: policyRead(jurisdiction),
  own: recordRead(command.volunteer),
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
export const carriedBy = (policy: Policy, facts: Read, state: StarState): Eligibility => {
  const read = facts as unknown as Readonly<Record<string, unknown>>
  const records = [facts.own, ...state.others.map((other) => read[`${services}${other}`] as RecordState)]
  const noted = [state, ...state.others.map((other) => read[`${stars}${other}`] as StarState)]
  const reviews = noted.flatMap(({ reviews }) => [...reviews.values()])
  return eligibilityOf(
    starTermsOf(policy),
    records.flatMap(countedRecords),
    reviews.sort((a, b) => a.orderVersion - b.orderVersion),
  )
}

/** Null where a level is carried. */
export const refuseIneligible = (policy: Policy, found: Eligibility, level: StarLevel): NotEligible | null => {
  const { minutes, eligible, gateOpen } = found
  const short = shortOf(starTermsOf(policy), minutes, level) ?? found.short
  return eligible >= level ? null : { type: 'NotEligible', level, eligible, short, gateOpen }
}

/** Whether a star still stands on something: its level is carried, or nothing is lost of what it was last upheld on. */
export const stillCarries = ({ level, upheld }: HeldStar, { minutes, eligible, gateOpen }: Eligibility): boolean =>
  eligible >= level || (upheld !== null && minutes >= upheld.minutes && (gateOpen || !upheld.gateOpen))
