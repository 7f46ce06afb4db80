/** What others may read of policy, calendar and denominators. */
import {
  startOfDay,
  streamRead,
  type Instant,
  type Jurisdiction,
  type StreamName,
  type StreamRead,
  type UnitId,
} from '@zhiyuan/kernel'
import { findZone } from './find-policy.ts'
import { policyFold, type PolicyBook, type Population } from './policy.state.ts'

export type { Policy, PolicyBook, Population } from './policy.state.ts'
export { policyFold } from './policy.state.ts'
export * from './calendar.ts'
export * from './timer.ts'
export * from './find-policy.ts'
export * from './local.terms.ts'
export * from './term.codec.ts'
export * from './terms.ts'

export const policyStream = (jurisdiction: Jurisdiction): StreamName => `policy-${jurisdiction}`
export const policyRead = (jurisdiction: Jurisdiction): StreamRead<PolicyBook> =>
  streamRead(policyStream(jurisdiction), policyFold)

/** The latest figure published by `knownAt` whose reference date is not after `referenceBefore` (S9). */
export const findPopulation = (
  book: PolicyBook,
  unit: UnitId,
  { referenceBefore, knownAt }: { readonly referenceBefore: Instant; readonly knownAt: Instant },
): Population | null => {
  const zone = findZone(book)
  return book.populations.reduce<Population | null>((best, one) => {
    const fits =
      one.unitId === unit && one.publishedAt <= knownAt && startOfDay(zone, one.referenceDate) <= referenceBefore
    return fits && (best === null || one.referenceDate >= best.referenceDate) ? one : best
  }, null)
}
