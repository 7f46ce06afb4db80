import * as t from 'io-ts'

/** What a codec allows, as data: arbitraries, JSON Schema and the catalogues are derived from it. */
export type Shape =
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  /** `opaque`: no text that says who a person is, such as a mobile number (P6). */
  | { readonly kind: 'text'; readonly pattern: string; readonly max: number; readonly opaque?: true }
  | { readonly kind: 'instant' }
  | { readonly kind: 'day' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'one-of'; readonly values: ReadonlyArray<string> }
  | { readonly kind: 'nullable'; readonly of: AnyCodec }
  | { readonly kind: 'list'; readonly of: AnyCodec; readonly min: number; readonly max: number }
  | { readonly kind: 'record'; readonly fields: Fields }
  /** A union of records that have one key each and differ by it. */
  | { readonly kind: 'one-record-of'; readonly members: ReadonlyArray<AnyCodec> }
  | { readonly kind: 'variants'; readonly members: Readonly<Record<string, AnyCodec>> }
  /** Records by name. Any record and any field may be missing, and others may be added: only the known fields are checked. */
  | { readonly kind: 'sections'; readonly known: Readonly<Record<string, Fields>> }

/** An io-ts codec of plain JSON data that knows its own shape. Encoding changes nothing: what is decoded is what is stored. */
export interface Codec<A> extends t.Type<A> {
  readonly shape: Shape
}

/** Any codec, where its value type does not matter. */
export interface AnyCodec extends t.Mixed {
  readonly shape: Shape
}

/** The codecs of a record's fields, by key. */
export type Fields = Readonly<Record<string, AnyCodec>>

/** The value type that a record of codecs describes. */
export type Decoded<F extends Fields> = { readonly [K in keyof F]: t.TypeOf<F[K]> }

/** Makes a codec from a test. `explain` is called only for values that fail it, to name the path. */
export const codec = <A>(
  name: string,
  shape: Shape,
  is: (u: unknown) => u is A,
  explain: (u: unknown, context: t.Context) => t.Errors = (value, context) => [{ value, context, message: name }],
): Codec<A> => {
  const validate: t.Validate<unknown, A> = (u, context) => (is(u) ? t.success(u) : t.failures(explain(u, context)))
  return Object.assign(new t.Type<A>(name, is, validate, t.identity), { shape })
}
