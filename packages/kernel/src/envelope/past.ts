import type { AnyCodec, Codec } from '../schema/codec.ts'
import type { Plain } from '../schema/plain.ts'
import type { Upcasts } from './envelope.ts'

/** A past schema of an event, kept beside today's codec: its codec then, an example event, and the upcast to the next schema. */
export interface PastEdition {
  readonly codec: AnyCodec
  readonly planted: unknown
  readonly raise: (old: unknown) => unknown
}

/** By type of event, oldest first: entry 0 is schema 1. */
export type SliceUpcasts<T extends string = string> = { readonly [K in T]?: ReadonlyArray<PastEdition> }

/**
 * Declares a past schema. The planted event is written in plain strings and numbers. `raise`, the upcast, takes a value of the codec of that
 * time; a test decodes the upcast of the planted event by the next schema's codec.
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
  // The schema number on the envelope says that the data is of that codec.
  raise: raise as (old: unknown) => unknown,
})

/** A past schema that allowed less: an event of that time is valid today without a change. */
export const widenedEdition = <A>(codec: Codec<A>, planted: Plain<NoInfer<A>>): PastEdition =>
  pastEdition(codec, planted, (old) => old)

/** The upcasts alone, as the reader of events needs them. */
export const listRaises = (upcasts: SliceUpcasts): Upcasts =>
  Object.fromEntries(
    Object.entries(upcasts).map(([type, editions]) => [type, (editions ?? []).map(({ raise }) => raise)]),
  )
