import type { AnyCodec, Codec } from '../schema/codec.ts'
import type { Plain } from '../schema/plain.ts'
import type { Upcasts } from './envelope.ts'

/** A past edition of an event, kept beside today's codec: its codec then, an event of that time, and how it reads in the next edition. */
export interface PastEdition {
  readonly codec: AnyCodec
  readonly planted: unknown
  readonly raise: (old: unknown) => unknown
}

/** By type of event, oldest first: entry 0 is schema 1. */
export type SliceUpcasts<T extends string = string> = { readonly [K in T]?: ReadonlyArray<PastEdition> }

/**
 * A past edition. The planted event is said in plain strings and numbers. `raise` is typed by the codec of that time; what it makes is
 * judged by the next one, on the planted event.
 *
 * @example
 * pastEdition(UnitOpened1, { type: 'UnitOpened', unitId: 'V1', name: '…' }, (old) => ({ ...old, opened: null }))
 */
export const pastEdition = <A>(
  codec: Codec<A>,
  planted: Plain<NoInfer<A>>,
  raise: (old: NoInfer<A>) => unknown,
): PastEdition => ({
  codec,
  planted,
  // Data of that schema is of that codec: the schema number on the envelope says so.
  raise: raise as (old: unknown) => unknown,
})

/** A past edition that allowed less: what was valid then is valid as it is. */
export const widenedEdition = <A>(codec: Codec<A>, planted: Plain<NoInfer<A>>): PastEdition =>
  pastEdition(codec, planted, (old) => old)

/** The raises alone, as events are read. */
export const listRaises = (upcasts: SliceUpcasts): Upcasts =>
  Object.fromEntries(
    Object.entries(upcasts).map(([type, editions]) => [type, (editions ?? []).map(({ raise }) => raise)]),
  )
