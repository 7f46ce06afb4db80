import type { Slice } from '@zhiyuan/kernel'
import { policyCommand, policyEvent, type PolicyCommandOf, type PolicyEvent, type SectionsOf } from './policy.codec.ts'
import { policyDecider, type PolicyRejection } from './policy.decide.ts'
import type { PolicyBook } from './policy.state.ts'
import type { AnySection } from './terms.ts'
import { restorePolicy } from './policy.restore.ts'

export * from './policy.codec.ts'
export * from './policy.read.ts'
export * from './complete-sections.ts'
export * from './presets/calendar.ts'
export { shanghai } from './presets/zone.ts'
export type { DayOutsideYear, PolicyRejection } from './policy.decide.ts'

/**
 * Policies with these sections, calendar years and denominators. Made where all slices are wired, the only place that knows every section.
 */
export const policySlice = <const S extends ReadonlyArray<AnySection>>(
  sections: S,
): Slice<PolicyCommandOf<SectionsOf<S>>, PolicyBook, PolicyEvent, PolicyRejection, 'policy'> => ({
  name: 'policy',
  command: policyCommand(sections),
  event: policyEvent(sections),
  decider: policyDecider(sections),
  lifecycle: { table: null, reason: 'editions, years and figures are only added; none of them changes its state' },
  restoreCommand: restorePolicy<SectionsOf<S>>(),
})
