/** Groups of records beside the limit of the policy that a rule holds them to. */
import { burstTerms } from '../slices/hours/record/burst.terms.ts'
import { recordTerms } from '../slices/hours/record/record.terms.ts'
import { readTerms, type TermsOf } from '../slices/organisation/policy/terms.ts'
import type { Facts } from './facts/facts.ts'
import type { RecordFact } from './facts/record-facts.ts'
import { groupOnes } from './listing.ts'

/** A group of records, with the number that a limit is about. */
export interface Measured {
  readonly records: ReadonlyArray<RecordFact>
  readonly value: number
  /** The lowest by which one of them was entered; null: the policy has none. */
  readonly limit: number | null
}

interface Limits {
  readonly bursts: TermsOf<typeof burstTerms>
  readonly records: TermsOf<typeof recordTerms>
}

/** How records are put together, and held to which limit. */
export interface Measuring {
  readonly key: (record: RecordFact) => string
  readonly limit: (limits: Limits) => number | null
  readonly value: (group: ReadonlyArray<RecordFact>) => number
}

const findLimit = ({ policies }: Facts, group: ReadonlyArray<RecordFact>, limit: Measuring['limit']): number | null => {
  const known = [...new Set(group.map(({ policyVersion }) => policyVersion))].flatMap((version) => {
    const policy = policies.get(version)
    if (policy === undefined) return []
    return limit({ bursts: readTerms(burstTerms, policy), records: readTerms(recordTerms, policy) }) ?? []
  })
  return known.length === 0 ? null : Math.min(...known)
}

export const measure = (
  facts: Facts,
  records: ReadonlyArray<RecordFact>,
  { key, limit, value }: Measuring,
): ReadonlyArray<Measured> =>
  [...groupOnes(records, key).values()].map((group) => ({
    records: group,
    value: value(group),
    limit: findLimit(facts, group, limit),
  }))

/** Fewer in a month are chance. */
const fewestTimes = 3

/** The groups in the strip below their limit, where they are more than those in the two strips beside it; else none. */
export const listNear = (groups: ReadonlyArray<Measured>, width: number): ReadonlyArray<Measured> => {
  const within = (from: number, to: number): ReadonlyArray<Measured> =>
    groups.filter(({ value, limit }) => limit !== null && value >= limit + from && value < limit + to)
  const near = within(-width, 0)
  const beside = within(-2 * width, -width).length + within(0, width).length
  return near.length >= fewestTimes && near.length > beside ? near : []
}
