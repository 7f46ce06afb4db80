import type * as fc from 'fast-check'
import { closed, LocalDay } from '@zhiyuan/kernel'
import { makeArbitrary } from '@zhiyuan/kernel/arbitrary'
import { sections, type CompletePolicy } from './policy.ts'
import { closedSections, PolicyDocument } from './slices/organisation/policy/policy.codec.ts'
import { PolicyVersion } from './vocabulary/ids.ts'

/** The distinct values, in ascending order. */
const sortValues = <A extends string | number>(values: ReadonlyArray<A>): ReadonlyArray<A> =>
  [...new Set(values)].sort((a, b) => (a < b ? -1 : 1))

const any = makeArbitrary(
  closed({
    version: PolicyVersion,
    document: PolicyDocument,
    effectiveFrom: LocalDay,
    sections: closedSections(sections),
  }),
)

/**
 * Draws policies that may be adopted: thresholds rise, a share is at most the whole, and the zone's transitions are in order of time.
 *
 * @example
 * fc.assert(fc.property(arbitraryPolicy, ({ sections }) => sections.stars.thresholds.length > 0))
 */
export const arbitraryPolicy: fc.Arbitrary<CompletePolicy> = any.map((drawn) => {
  const { local, stars } = drawn.sections
  const thresholds = sortValues(stars.thresholds.map((minutes) => minutes || 1)) as typeof stars.thresholds
  const froms = sortValues(local.zone.map(({ from }) => from))
  const zone = froms.flatMap((from) => local.zone.find((transition) => transition.from === from) ?? [])
  const { p, q } = stars.manualShare
  const manualShare = { p: Math.min(p, q) as typeof p, q }
  return { ...drawn, sections: { ...drawn.sections, local: { zone }, stars: { ...stars, thresholds, manualShare } } }
})
