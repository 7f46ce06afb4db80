import * as E from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boolean,
  closed,
  codec,
  decode,
  inputBounds,
  Instant,
  integer,
  list,
  literal,
  LocalDay,
  nullable,
  oneOf,
  oneRecord,
  parseJson,
  sections,
  shapeIsRule,
  StreamName,
  text,
  variants,
  type AnyCodec,
} from '../index.ts'

interface MinutesBrand {
  readonly Minutes: unique symbol
}
const Minutes = integer<MinutesBrand>('Minutes', 0, 600)
interface NameBrand {
  readonly Name: unique symbol
}
const Name = text<NameBrand>('Name', /^[a-z]+$/, 5)
const Served = closed({
  type: literal('Served'),
  minutes: Minutes,
  who: nullable(Name),
  tags: list(oneOf('Tag', ['x', 'y']), 0, 2),
})
const Paused = closed({ type: literal('Paused'), open: boolean })
const Deed = variants('Deed', [Served, Paused])

const served = { type: 'Served', minutes: 60, who: null, tags: ['x'] }
const issues = (word: AnyCodec, u: unknown) => {
  const outcome = decode(word)(u)
  return E.isLeft(outcome) ? outcome.left.issues : []
}

describe('a codec of a value', () => {
  it('decodes a value to itself', () => {
    expect(decode(Deed)(served)).toEqual(E.right(served))
  })

  it.each([60.5, -0, -1, 601, Number.NaN, 2 ** 53, '60', null])('refuses %s as minutes, at its path', (minutes) => {
    expect(issues(Deed, { ...served, minutes })).toEqual([{ path: '$.minutes', expected: 'Minutes' }])
  })

  it.each(['', 'ABC', 'toolong', 'a\n'])('refuses %j as a name', (who) => {
    expect(issues(Deed, { ...served, who })).toEqual([{ path: '$.who', expected: 'Name' }])
  })

  it('takes a pattern without its flags, since no shape shows them', () => {
    for (const flags of ['', 'i', 'm', 's', 'g', 'y', 'u', 'gimsuy']) {
      const word = text<NameBrand>('Name', new RegExp('^\\p{Ll}.?$', flags), 5)
      expect(word.shape).toEqual({ kind: 'text', pattern: '^\\p{Ll}.?$', max: 5 })
      for (const yes of ['a', 'ab', 'ae', 'a💧', 'a']) expect(word.is(yes)).toBe(true)
      for (const no of ['A', 'a\n', 'abc', '\na', 'pLl']) expect(word.is(no)).toBe(false)
    }
  })

  it('names the wrong item of a list, and a list that is too long', () => {
    expect(issues(Deed, { ...served, tags: ['x', 'z'] })).toEqual([{ path: '$.tags[1]', expected: 'Tag' }])
    expect(issues(Deed, { ...served, tags: ['x', 'x', 'x'] })).toEqual([{ path: '$.tags', expected: 'Tag[0..2]' }])
  })

  it('refuses an unknown key, a missing key and __proto__, each at its path', () => {
    expect(issues(Deed, { ...served, colour: 1 })).toEqual([{ path: '$.colour', expected: 'unknown key' }])
    expect(issues(Deed, { type: 'Paused' })).toEqual([{ path: '$.open', expected: 'boolean' }])
    expect(issues(Deed, JSON.parse('{"type":"Paused","open":true,"__proto__":{"admin":true}}'))).toEqual([
      { path: '$.__proto__', expected: 'unknown key' },
    ])
  })

  it('refuses an unknown type before any member is tried', () => {
    for (const type of ['Gone', 'constructor', 'toString', 7, undefined]) {
      expect(issues(Deed, { type })).toEqual([{ path: '$.type', expected: 'unknown type' }])
    }
    expect(issues(Deed, null)).toEqual([{ path: '$', expected: 'record' }])
    expect(issues(Deed, [served])).toEqual([{ path: '$', expected: 'record' }])
  })

  it('never throws, for any value', () => {
    fc.assert(
      fc.property(fc.anything(), (u) => E.isLeft(decode(Deed)(u)) || Deed.is(u)),
      { numRuns: 200 },
    )
  })
})

describe('a codec', () => {
  it('allows exactly what its shape says, unless it was made by hand', () => {
    const members = [closed({ minutes: Minutes }), closed({ name: Name })]
    const made = [Minutes, Name, oneOf('Tag', ['x']), boolean, nullable(Name), list(Name, 0, 1), Served, Deed, Instant]
    for (const one of [...made, LocalDay, StreamName, sections({}), oneRecord('Either', members)])
      expect(shapeIsRule(one)).toBe(true)
    const even = codec('Even', Minutes.shape, (u): u is number => Minutes.is(u) && u % 2 === 0)
    expect(shapeIsRule(even)).toBe(false)
  })

  it('made by `oneRecord` takes each of its records, and no two at once', () => {
    const either = oneRecord('Either', [closed({ minutes: Minutes }), closed({ name: Name })])
    expect(decode(either)({ minutes: 5 })).toEqual(E.right({ minutes: 5 }))
    expect(issues(either, { minutes: 5, name: 'a' })).toEqual([{ path: '$', expected: 'Either' }])
    expect(issues(either, {})).toEqual([{ path: '$', expected: 'Either' }])
  })
})

/** The lock pins the shape of a codec but not what its maker tests: these cases pin that. */
describe('what a maker allows, at its bounds and beyond', () => {
  const Low = integer<{ readonly Low: unique symbol }>('Low', -3, 5)
  const Widest = integer<{ readonly Widest: unique symbol }>('Widest', Number.MIN_SAFE_INTEGER, 2 ** 60)
  const Letters = text<{ readonly Letters: unique symbol }>('Letters', /^[a-z]*$/, 5)
  const Within = text<{ readonly Within: unique symbol }>('Within', /b./, 3)
  const Drops = text<{ readonly Drops: unique symbol }>('Drops', /^.{1,3}$/, 4)
  const Tag = oneOf('Tag', ['x', 'yz'])
  const Pair = closed({ a: Low, b: boolean })
  const Empty = closed({})
  const Either = oneRecord('Either', [closed({ a: Low }), closed({ b: Tag })])
  const inherited = Object.create({ a: 1, b: true }) as object
  const half = Object.assign(Object.create({ b: true }) as object, { a: 1 })
  const other = Object.assign(Object.create({ b: true }) as object, { a: 1, c: 1 })

  const samples: Readonly<Record<string, readonly [AnyCodec, ReadonlyArray<unknown>, ReadonlyArray<unknown>]>> = {
    integer: [Low, [-3, -2, 0, 4, 5], [-4, 6, -0, 0.5, -3.5, 5.5, Number.NaN, '1', 1n, true, null, undefined, [1]]],
    'integer of any size': [Widest, [-(2 ** 53 - 1), 2 ** 53 - 1], [-(2 ** 53), 2 ** 53, 2 ** 60, Infinity]],
    text: [Letters, ['', 'a', 'abcd', 'abcde'], ['abcdef', 'A', 'a b', 'a\n', '\na', 'é', 1, null, undefined, ['a']]],
    'text with a pattern that is found': [Within, ['bc', 'abc', 'bcd'], ['', 'b', 'ab', 'BC', 'b\n', 'abcd']],
    'text by UTF-16 units, matched by characters': [Drops, ['💧', '💧💧', '💧ab'], ['', '💧💧a', '💧💧💧', 'abcd']],
    'one of': [Tag, ['x', 'yz'], ['', 'X', 'y', 'x ', 'xyz', 0, null, undefined, ['x']]],
    literal: [literal('x'), ['x'], ['', 'X', 'xx', 'x ', null, undefined, ['x']]],
    boolean: [boolean, [true, false], [0, 1, '', 'true', null, undefined]],
    nullable: [nullable(Low), [null, -3, 5], [undefined, -4, 6, '', 'null', false]],
    list: [
      list(Low, 1, 3),
      [[1], [-3, 5], [1, 1, 1]],
      [[], [1, 2, 3, 4], [6], [1, 6], [1, null], 1, null, { length: 1, 0: 1 }],
    ],
    'list of none': [list(Low, 0, 0), [[]], [[1], [undefined]]],
    record: [
      Pair,
      [
        { a: 5, b: true },
        { b: false, a: -3 },
      ],
      [
        {},
        { a: 1 },
        { b: true },
        { a: 6, b: true },
        { b: true, a: 6 },
        { a: 1, b: null },
        { a: 1, b: undefined },
        inherited,
        half,
        other,
      ],
    ],
    'record with a key more': [
      Pair,
      [],
      [
        { a: 1, b: true, c: 1 },
        { c: 1, b: true, a: 1 },
        { a: 1, b: true, c: undefined },
        [1, true],
        null,
        undefined,
        'a',
      ],
    ],
    'record without keys': [Empty, [{}], [{ a: 1 }, [], null, '', 0]],
    'one record of': [
      Either,
      [{ a: 5 }, { b: 'yz' }],
      [{}, { a: 6 }, { b: 'z' }, { a: 1, b: 'x' }, { c: 1 }, null, []],
    ],
    variants: [
      Deed,
      [served, { ...served, minutes: 600, who: 'abcde', tags: [] }, { type: 'Paused', open: false }],
      [
        { ...served, type: 'Paused' },
        { ...served, more: 1 },
        { type: 'Paused' },
        { type: 'paused', open: true },
        { open: true },
      ],
    ],
  }

  it.each(Object.entries(samples))('%s', (_, [word, allowed, refused]) => {
    expect(allowed.filter((one) => !word.is(one) || E.isLeft(decode(word)(one)))).toEqual([])
    expect(refused.filter((one) => word.is(one) || E.isRight(decode(word)(one)))).toEqual([])
  })
})

describe('JSON text', () => {
  it('is refused past 256 KiB, past 32 levels, and where it is no JSON', () => {
    expect(parseJson(`"${'é'.repeat(inputBounds.bytes / 2)}"`)).toMatchObject({
      left: { issues: [{ path: '$', expected: 'at most 262144 bytes' }] },
    })
    expect(parseJson(`${'['.repeat(32)}1${']'.repeat(32)}`)).toMatchObject({ _tag: 'Right' })
    const deep = parseJson(`{"a":${'['.repeat(32)}${']'.repeat(32)}}`)
    expect(deep).toMatchObject({
      left: { issues: [{ path: `$.a${'[0]'.repeat(31)}`, expected: 'at most 32 levels' }] },
    })
    expect(parseJson('{')).toMatchObject({ left: { issues: [{ path: '$', expected: 'JSON' }] } })
  })
})
