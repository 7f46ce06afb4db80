/** Generators of the domain's words for property tests; needs `fast-check` and `@zhiyuan/testing` beside it. */
import type * as fc from 'fast-check'
import { arbitraryOf, type Pools } from '@zhiyuan/kernel/arbitrary'
import { assignment } from './slices/attendance/assignment/index.ts'
import { need } from './slices/requests/need/index.ts'
import { order } from './slices/requests/order/index.ts'
import { organisation } from './slices/organisation/units/index.ts'
import { points } from './slices/recognition/points/index.ts'
import { policy } from './policy.ts'
import { roster } from './slices/organisation/roster/index.ts'
import { record } from './slices/hours/record/index.ts'
import { star } from './slices/recognition/star/index.ts'
import { team } from './slices/organisation/team/index.ts'
import { volunteer, volunteerNumber } from './slices/people/volunteer/index.ts'

export * from './policy.arbitrary.ts'
export type { Pools } from '@zhiyuan/kernel/arbitrary'

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
  record,
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
 * fc.sample(arbitraryEvent('record', { PersonId: ['a'] }), 10)
 */
export const arbitraryEvent = <N extends SliceName>(slice: N, pools: Pools = {}): fc.Arbitrary<EventOf<N>> =>
  arbitraryOf(slices[slice].event, pools)
