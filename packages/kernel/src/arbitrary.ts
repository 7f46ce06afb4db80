import * as fc from 'fast-check'
import type * as t from 'io-ts'
import type { AnyCodec, Fields, Shape } from './schema/codec.ts'
import { isPersonalNumber } from './schema/opaque-id.ts'
import { dayFromNumber, dayNumber, fromMillis, toMillis, type Instant, type LocalDay } from './time/instant.ts'

/** Values to draw from, by the name of the codec. With few ids, commands concern the same streams. */
export type Pools = Readonly<Record<string, ReadonlyArray<unknown>>>

const first = '1900-01-01' as LocalDay
const last = '2199-12-31' as LocalDay
const instants = fc
  .integer({ min: toMillis(`${first}T00:00:00.000Z` as Instant), max: toMillis(`${last}T23:59:59.999Z` as Instant) })
  .map(fromMillis)
const days = fc.integer({ min: dayNumber(first), max: dayNumber(last) }).map(dayFromNumber)

/** fast-check cannot read every pattern (`\p{…}`). For those, characters are tried. In both cases the codec's own test decides. */
const makeText = (pattern: string, max: number): fc.Arbitrary<string> => {
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'), { size: '-1' }).filter((text) => text.length <= max)
  } catch {
    return fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(max, 24) })
  }
}

/** The arbitraries of texts that were made so far: fast-check takes milliseconds to read a pattern, and many words share one. */
const texts = new Map<string, fc.Arbitrary<string>>()
const drawText = (pattern: string, max: number): fc.Arbitrary<string> => {
  const key = `${max} ${pattern}`
  const text = texts.get(key) ?? makeText(pattern, max)
  texts.set(key, text)
  return text
}

type Inner = (codec: AnyCodec) => fc.Arbitrary<unknown>

const drawRecord = (fields: Fields, inner: Inner, constraints: { readonly requiredKeys?: [] }): fc.Arbitrary<object> =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([key, codec]) => [key, inner(codec)])), {
    ...constraints,
    noNullPrototype: true,
  })

/** Some of the known sections with some of their fields, and sometimes a section that only a newer program knows. */
const drawSections = (known: Readonly<Record<string, Fields>>, inner: Inner): fc.Arbitrary<unknown> => {
  const some = Object.entries(known).map(
    ([name, fields]) => [name, drawRecord(fields, inner, { requiredKeys: [] })] as const,
  )
  const later = fc.record({ term: fc.nat() }, { noNullPrototype: true })
  return fc.record(
    { ...Object.fromEntries<fc.Arbitrary<object>>(some), later },
    { requiredKeys: [], noNullPrototype: true },
  )
}

const drawShape = (shape: Shape, pools: Pools): fc.Arbitrary<unknown> => {
  const inner = (codec: AnyCodec): fc.Arbitrary<unknown> => drawCodec(codec, pools)
  switch (shape.kind) {
    case 'integer':
      return fc.integer({ min: shape.min, max: shape.max })
    case 'text':
      return drawText(shape.pattern, shape.max).filter((one) => shape.opaque !== true || !isPersonalNumber(one))
    case 'instant':
      return instants
    case 'day':
      return days
    case 'boolean':
      return fc.boolean()
    case 'one-of':
      return fc.constantFrom(...shape.values)
    case 'nullable':
      return fc.option(inner(shape.of), { nil: null })
    case 'list':
      return fc.array(inner(shape.of), { minLength: shape.min, maxLength: shape.max })
    case 'record':
      return drawRecord(shape.fields, inner, {})
    case 'one-record-of':
      return fc.oneof(...shape.members.map(inner))
    case 'variants':
      return fc.oneof(...Object.values(shape.members).map(inner))
    case 'sections':
      return drawSections(shape.known, inner)
  }
}

const drawCodec = (codec: AnyCodec, pools: Pools): fc.Arbitrary<unknown> => {
  const pool = pools[codec.name]
  if (pool === undefined) return drawShape(codec.shape, pools).filter((value) => codec.is(value))
  const fitting: ReadonlyArray<unknown> = pool.filter((value) => codec.is(value))
  if (fitting.length === 0) throw new Error(`the pool of ${codec.name} holds none: ${JSON.stringify(pool)}`)
  return fc.constantFrom(...fitting)
}

const listParts = ({ shape }: AnyCodec): ReadonlyArray<AnyCodec> => {
  switch (shape.kind) {
    case 'record':
      return Object.values(shape.fields)
    case 'variants':
      return Object.values(shape.members)
    case 'one-record-of':
      return shape.members
    case 'nullable':
    case 'list':
      return [shape.of]
    case 'sections':
      return Object.values(shape.known).flatMap((fields) => Object.values(fields))
    case 'integer':
    case 'text':
    case 'instant':
    case 'day':
    case 'boolean':
    case 'one-of':
      return []
  }
}

/** The names of a codec and of all codecs inside it: a pool may be given for each of them. */
const codecNames = (codec: AnyCodec): ReadonlyArray<string> => [codec.name, ...listParts(codec).flatMap(codecNames)]

/** Throws where a pool names none of these codecs: with a misspelt name, nothing would ever be drawn from it. */
const checkNames = (codec: AnyCodec, pools: Pools): void => {
  const known = new Set(codecNames(codec))
  const strange = Object.keys(pools).filter((name) => !known.has(name))
  if (strange.length > 0) throw new Error(`no word is called ${strange.join(', ')}`)
}

/**
 * Makes an arbitrary of a codec's values from its shape; each value passes the codec's own test. Throws where a pool names no codec inside
 * it, or where no value of a pool fits. Values that do not fit are left out, since two codecs of one name may allow different values.
 *
 * @example
 * fc.assert(fc.property(makeArbitrary(OrderEvent, { OrderId: ['O1', 'O2'] }), (event) => OrderEvent.is(event)))
 */
export const makeArbitrary = <C extends AnyCodec>(codec: C, pools: Pools = {}): fc.Arbitrary<t.TypeOf<C>> => {
  checkNames(codec, pools)
  return drawCodec(codec, pools)
}
