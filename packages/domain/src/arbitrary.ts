/** Generators of the domain's words for property tests; needs `fast-check` and `@zhiyuan/testing` beside it. */
import type * as fc from 'fast-check'
import { arbitraryOf, type Pools } from '@zhiyuan/testing/arbitrary'
import { assignment } from './assignment/index.ts'
import { need } from './need/index.ts'
import { order } from './order/index.ts'
import { organisation } from './organisation/index.ts'
import { points } from './points/index.ts'
import { policy } from './policy/index.ts'
import { roster } from './roster/index.ts'
import { service } from './service/index.ts'
import { star } from './star/index.ts'
import { team } from './team/index.ts'
import { volunteer, volunteerNumber } from './volunteer/index.ts'

export * from './policy/policy.arbitrary.ts'
export type { Pools } from '@zhiyuan/testing/arbitrary'

/** By the category of their streams. */
const slices = {
  units: organisation,
  policy,
  roster,
  team,
  volunteer,
  number: volunteerNumber,
  need,
  order,
  assignment,
  service,
  points,
  star,
} as const
type Slices = typeof slices

/** A slice, by the category of its streams. */
export type SliceName = keyof Slices
/** Every slice, by the category of its streams. */
export const sliceNames = Object.keys(slices) as ReadonlyArray<SliceName>

/** What a slice's events may be. */
export type EventOf<N extends SliceName> = Slices[N]['event']['_A']
/** What a slice may be asked. */
export type CommandOf<N extends SliceName> = Slices[N]['command']['_A']

/**
 * Commands of a slice as the boundary would let them in; most of them are refused by the slice's rules. Pools keep ids few, so that
 * commands meet each other.
 *
 * @example
 * fc.assert(fc.property(arbitraryCommand('order', { OrderId: ['O1'] }), (command) => command.type.length > 0))
 */
export const arbitraryCommand = <N extends SliceName>(slice: N, pools: Pools = {}): fc.Arbitrary<CommandOf<N>> =>
  arbitraryOf(slices[slice].command, pools)

/**
 * Events of a slice as a store could hand them back, each by itself: a history of them need not make sense.
 *
 * @example
 * fc.sample(arbitraryEvent('service', { PersonId: ['a'] }), 10)
 */
export const arbitraryEvent = <N extends SliceName>(slice: N, pools: Pools = {}): fc.Arbitrary<EventOf<N>> =>
  arbitraryOf(slices[slice].event, pools)
