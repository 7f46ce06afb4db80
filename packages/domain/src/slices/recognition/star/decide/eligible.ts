/** The service that carries a human's star: that of all registrations of the same human (G2). */
import { readMany, type Moment, type PersonId } from '@zhiyuan/kernel'
import { policyRead, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import { countedRecords, recordRead, type RecordState } from '../../../hours/record/record.read.ts'
import { humansRead, listOthers, listRegistrations, type Humans } from '../../../people/humans/humans.read.ts'
import type { StarLevel } from '../../../../vocabulary/values.ts'
import {
  computeEligibility,
  computeShortage,
  countsOfDay,
  dropOwnRatings,
  readStarTerms,
  type Eligibility,
  type StarPolicies,
} from '../eligibility.ts'
import type { StarCommand } from '../star.codec.ts'
import { starRead } from '../star.read.ts'
import { unitAndHumanReads } from './authority.ts'
import type { NotEligible } from '../star.rejection.ts'
import type { HeldStar, StarState } from '../star.state.ts'

/** The policies, and which registrations are one human. */
export const policyAndHumanReads = (_command: StarCommand, _state: StarState, { jurisdiction }: Moment) => ({
  policies: policyRead(jurisdiction),
  humans: humansRead(jurisdiction),
})

/** The same for a decision of the star authority. */
export const authorityReads = (command: StarCommand, state: StarState, moment: Moment) => ({
  ...unitAndHumanReads(command, state, moment),
  policies: policyRead(moment.jurisdiction),
})

/** Reads of the second round, once it is known who is one human: the records, and the reviews noted at the other registrations. */
export const serviceReads = ({ humans }: { readonly humans: Humans }, { volunteer }: StarCommand) => ({
  service: readMany(listRegistrations(humans, volunteer), recordRead),
  others: readMany(listOthers(humans, volunteer), starRead),
})

/** The records of a human, and the stars of the other registrations with the reviews noted there. */
export interface Service {
  readonly policies: PolicyBook
  readonly service: ReadonlyMap<PersonId, RecordState>
  readonly others: ReadonlyMap<PersonId, StarState>
}

/** Every registration's counted records and reviews; of two reviews of a round the later one holds. */
export const judgeEligibility = (
  by: StarPolicies,
  { policies, service, others }: Service,
  state: StarState,
): Eligibility => {
  const reviews = [state, ...others.values()].flatMap((star) => [...star.reviews.values()])
  const inOrder = reviews.sort((a, b) => a.orderVersion - b.orderVersion)
  return computeEligibility(
    readStarTerms(by),
    countedRecords([...service.values()]).filter((record) => countsOfDay(policies, record)),
    dropOwnRatings(inOrder, new Set(service.keys())),
  )
}

/** Null where the service carries the level. */
export const refuseIneligible = (policies: StarPolicies, found: Eligibility, level: StarLevel): NotEligible | null => {
  const { eligible, gateOpen } = found
  const { short, shortOther } = computeShortage(readStarTerms(policies), found, level) ?? found
  return eligible >= level ? null : { type: 'NotEligible', level, eligible, short, shortOther, gateOpen }
}

/** Nothing is lost since a star was upheld: minutes, minutes of other grades than `manual`, and the gate. */
const hasKept = (upheld: NonNullable<HeldStar['upheld']>, { minutes, manual, gateOpen }: Eligibility): boolean =>
  minutes >= upheld.minutes && minutes - manual >= upheld.minutes - upheld.manual && (gateOpen || !upheld.gateOpen)

/** Whether a star still stands: its level is carried, or nothing is lost since it was last upheld. */
export const stillCarries = ({ level, upheld }: HeldStar, found: Eligibility): boolean =>
  found.eligible >= level || (upheld !== null && hasKept(upheld, found))
