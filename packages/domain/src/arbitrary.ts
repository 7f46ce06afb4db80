/** Arbitraries of the domain's commands and events for property tests. Needs `fast-check`, an optional peer. */
import type * as fc from 'fast-check'
import { makeArbitrary, type Pools } from '@zhiyuan/kernel/arbitrary'
import { slices, type LedgerSlice } from './slices.ts'

export * from './county/index.ts'
export * from './policy.arbitrary.ts'
export type { Pools } from '@zhiyuan/kernel/arbitrary'

type Slices = { readonly [S in LedgerSlice as S['name']]: S }
const byName = Object.fromEntries(slices.map((slice) => [slice.name, slice])) as Slices

/** The name of a slice, which is the category of its streams. */
export type SliceName = keyof Slices
/** The names of all slices. */
export const sliceNames: ReadonlyArray<SliceName> = slices.map(({ name }) => name)

/** An event of a slice. */
export type EventOf<N extends SliceName> = Slices[N]['event']['_A']
/** A command of a slice. */
export type CommandOf<N extends SliceName> = Slices[N]['command']['_A']

/**
 * Draws commands of a slice that decode; the rules of the slice refuse most of them. Pools keep ids few, so that commands concern the same
 * streams.
 *
 * @example
 * fc.assert(fc.property(arbitraryCommand('order', { OrderId: ['O1'] }), (command) => command.type.length > 0))
 */
export const arbitraryCommand = <N extends SliceName>(slice: N, pools: Pools = {}): fc.Arbitrary<CommandOf<N>> =>
  makeArbitrary(byName[slice].command, pools)

/**
 * Draws single events of a slice that decode. A sequence of them need not be a possible history.
 *
 * @example
 * fc.sample(arbitraryEvent('record', { PersonId: ['a'] }), 10)
 */
export const arbitraryEvent = <N extends SliceName>(slice: N, pools: Pools = {}): fc.Arbitrary<EventOf<N>> =>
  makeArbitrary(byName[slice].event, pools)
