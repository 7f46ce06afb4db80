import * as t from 'io-ts'
import { isLeft } from 'fp-ts/lib/Either.js'
import type { AnyCodec, Codec, Decoded, Fields } from './codec.ts'
import { make } from './make.ts'
import { readTag } from './tag.ts'

/** A whole number from `min` to `max`; never `-0`, never beyond what a double holds exactly. */
export const integer = <B extends object>(
  name: keyof B & string,
  min: number,
  max: number,
): Codec<t.Branded<number, B>> =>
  make(
    name,
    { kind: 'integer', min, max },
    (u): u is t.Branded<number, B> =>
      typeof u === 'number' && Number.isSafeInteger(u) && u >= min && u <= max && !Object.is(u, -0),
  )

/**
 * A text of at most `max` UTF-16 units in which `pattern` is found; with `^` and `$` it must match the whole text. The pattern always has the
 * flag `u` alone: its own flags are dropped, because the shape shows none.
 */
export const text = <B extends object>(
  name: keyof B & string,
  pattern: RegExp,
  max: number,
): Codec<t.Branded<string, B>> => {
  const { source } = pattern
  const matching = new RegExp(source, 'u')
  // Neighbouring events name the same units, roles and policies: the last accepted text need not be matched again.
  let last: string | null = null
  const is = (u: unknown): u is t.Branded<string, B> => {
    if (typeof u !== 'string') return false
    if (u === last) return true
    if (u.length > max || !matching.test(u)) return false
    last = u
    return true
  }
  return make(name, { kind: 'text', pattern: source, max }, is)
}

/** One of a few fixed words. */
export const oneOf = <const V extends ReadonlyArray<string>>(name: string, values: V): Codec<V[number]> => {
  const known = new Set<unknown>(values)
  return make(name, { kind: 'one-of', values }, (u): u is V[number] => known.has(u))
}

/** Exactly this word. */
export const literal = <const V extends string>(value: V): Codec<V> =>
  make(`"${value}"`, { kind: 'one-of', values: [value] }, (u): u is V => u === value)

/** True or false. */
export const boolean: Codec<boolean> = make('boolean', { kind: 'boolean' }, (u): u is boolean => typeof u === 'boolean')

/** The errors that a codec finds in a value, each with its path. */
export const listErrors = (member: AnyCodec, u: unknown, context: t.Context): t.Errors => {
  const outcome = member.validate(u, context)
  return isLeft(outcome) ? outcome.left : []
}

/** A value of the codec, or null. */
export const nullable = <C extends AnyCodec>(of: C): Codec<t.TypeOf<C> | null> =>
  make(
    `${of.name} | null`,
    { kind: 'nullable', of },
    (u): u is t.TypeOf<C> | null => u === null || of.is(u),
    (u, context) => listErrors(of, u, context),
  )

/** A list of `min` to `max` items. */
export const list = <C extends AnyCodec>(of: C, min: number, max: number): Codec<ReadonlyArray<t.TypeOf<C>>> => {
  const name = `${of.name}[${min}..${max}]`
  return make(
    name,
    { kind: 'list', of, min, max },
    (u): u is ReadonlyArray<t.TypeOf<C>> => Array.isArray(u) && u.length >= min && u.length <= max && u.every(of.is),
    (u, context) =>
      Array.isArray(u) && u.length >= min && u.length <= max
        ? u.flatMap((item, index) => [...listErrors(of, item, t.appendContext(context, String(index), of, item))])
        : [{ value: u, context, message: name }],
  )
}

/** Whether a value is an object and not a list. */
export const isRecord = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === 'object' && u !== null && !Array.isArray(u)

/** A record with exactly these keys: a missing or an unknown one is refused with its path (`t.strict` would drop it). */
export const closed = <F extends Fields>(fields: F): Codec<Decoded<F>> => {
  const entries = Object.entries(fields)
  const keys = Object.keys(fields).sort()
  const words = keys.map((key) => fields[key])
  const inAnyOrder = (u: Readonly<Record<string, unknown>>): boolean =>
    Object.keys(u).length === keys.length &&
    keys.every((key, index) => Object.hasOwn(u, key) && (words[index] as AnyCodec).is(u[key]))
  // Fast path: every stored event passes here with its keys in canonical order. Own keys are enumerated first, so if the last is own, all are.
  const is = (u: unknown): u is Decoded<F> => {
    if (!isRecord(u)) return false
    let index = 0
    for (const key in u) {
      if (key !== keys[index]) return inAnyOrder(u)
      if (!(words[index] as AnyCodec).is(u[key])) return false
      index++
    }
    return index === keys.length && (index === 0 || Object.hasOwn(u, keys[index - 1] as string))
  }
  return make('record', { kind: 'record', fields }, is, (u, context) => {
    if (!isRecord(u)) return [{ value: u, context, message: 'record' }]
    const wrong = entries.flatMap(([key, of]) => {
      const own = Object.hasOwn(u, key) ? u[key] : undefined
      return [...listErrors(of, own, t.appendContext(context, key, of, own))]
    })
    const unknown = Object.keys(u)
      .filter((key) => !Object.hasOwn(fields, key))
      .map((key) => ({ value: u[key], context: t.appendContext(context, key, t.never), message: 'unknown key' }))
    return [...wrong, ...unknown]
  })
}

/** A union of records that have one key each and differ by it. */
export const oneRecord = <const C extends ReadonlyArray<AnyCodec>>(
  name: string,
  members: C,
): Codec<t.TypeOf<C[number]>> =>
  make(name, { kind: 'one-record-of', members }, (u): u is t.TypeOf<C[number]> =>
    members.some((member) => member.is(u)),
  )

type Tagged<T extends string> = AnyCodec & { readonly _A: { readonly type: T } }

/** A union whose members differ by `type`. An unknown `type` is refused as such, before any member is tried. */
export const variants = <C extends ReadonlyArray<Tagged<string>>>(name: string, of: C): Codec<t.TypeOf<C[number]>> => {
  const members = Object.fromEntries(of.map((member) => [readTag(member), member]))
  const findMember = (u: unknown): AnyCodec | undefined => {
    const tag = isRecord(u) ? u['type'] : undefined
    return typeof tag === 'string' && Object.hasOwn(members, tag) ? members[tag] : undefined
  }
  return make(
    name,
    { kind: 'variants', members },
    (u): u is t.TypeOf<C[number]> => findMember(u)?.is(u) ?? false,
    (u, context) => {
      const member = findMember(u)
      if (member !== undefined) return listErrors(member, u, context)
      if (!isRecord(u)) return [{ value: u, context, message: 'record' }]
      return [{ value: u['type'], context: t.appendContext(context, 'type', t.never), message: 'unknown type' }]
    },
  )
}
