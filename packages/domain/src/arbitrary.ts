/** Generators of the domain's words for property tests; needs `fast-check` beside it. */
import type * as fc from 'fast-check'
import { makeArbitrary, type Pools } from '@zhiyuan/kernel/arbitrary'
import { slices, type LedgerSlice } from './slices.ts'

export * from './policy.arbitrary.ts'
export type { Pools } from '@zhiyuan/kernel/arbitrary'

type Slices = { readonly [S in LedgerSlice as S['name']]: S }
const byName = Object.fromEntries(slices.map((slice) => [slice.name, slice])) as Slices

/** A slice, by the category of its streams. */
export type SliceName = keyof Slices
/** Every slice, by the category of its streams. */
export const sliceNames: ReadonlyArray<SliceName> = slices.map(({ name }) => name)

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
  makeArbitrary(byName[slice].command, pools)

/**
 * Events of a slice as a store could hand them back, each by itself: a history of them need not make sense.
 *
 * @example
 * fc.sample(arbitraryEvent('record', { PersonId: ['a'] }), 10)
 */
export const arbitraryEvent = <N extends SliceName>(slice: N, pools: Pools = {}): fc.Arbitrary<EventOf<N>> =>
  makeArbitrary(byName[slice].event, pools)
