import type * as fc from 'fast-check'
import { arbitraryOf } from '@zhiyuan/kernel/arbitrary'
import { AdoptPolicy } from './policy.codec.ts'
import type { Policy } from './policy.state.ts'

/** The same values, each once, from the smallest to the largest. */
const rising = <A extends string | number>(values: ReadonlyArray<A>): ReadonlyArray<A> =>
  [...new Set(values)].sort((a, b) => (a < b ? -1 : 1))

const any: fc.Arbitrary<typeof AdoptPolicy._A> = arbitraryOf(AdoptPolicy)

/**
 * Policies that may be adopted: thresholds rise, and the zone's transitions are in order of time.
 *
 * @example
 * fc.assert(fc.property(arbitraryPolicy, ({ terms }) => terms.stars.thresholds.length > 0))
 */
export const arbitraryPolicy: fc.Arbitrary<Policy> = any.map(({ version, document, effectiveFrom, terms }) => {
  const thresholds = rising(terms.stars.thresholds.map((minutes) => minutes || 1)) as typeof terms.stars.thresholds
  const froms = rising(terms.zone.map(({ from }) => from))
  const zone = froms.flatMap((from) => terms.zone.find((transition) => transition.from === from) ?? [])
  return { version, document, effectiveFrom, terms: { ...terms, zone, stars: { ...terms.stars, thresholds } } }
})
