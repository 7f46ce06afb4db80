import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import {
  boolean,
  closed,
  codec,
  Instant,
  integer,
  list,
  literal,
  LocalDay,
  nullable,
  oneOf,
  oneRecord,
  text,
  variants,
  type AnyCodec,
} from '@zhiyuan/kernel'
import { makeArbitrary } from './arbitrary.ts'

interface Brand {
  readonly W: unique symbol
}
const Title = text<Brand>('W', /^\S(?:[^\p{Cc}]*\S)?$/u, 20)
const hours = closed({ hours: integer<Brand>('W', 1, 9) })
const days = closed({ days: integer<Brand>('W', 1, 9) })
const term = oneRecord('Term', [hours, days])
const Done = closed({ type: literal('Done'), at: Instant, on: LocalDay })
const Open = closed({ type: literal('Open'), open: boolean, term: nullable(term) })

const words: Readonly<Record<string, AnyCodec>> = {
  integer: integer<Brand>('W', -5, 1_000_000_000_000),
  'text by a plain pattern': text<Brand>('W', /^[A-Za-z0-9_-]{1,64}$/, 8),
  'text by a pattern of Unicode classes': Title,
  hexadecimal: text<Brand>('W', /^[0-9a-f]{64}$/, 64),
  instant: Instant,
  day: LocalDay,
  boolean,
  'one of': oneOf('W', ['a', 'b']),
  nullable: nullable(Title),
  list: list(oneOf('W', ['a', 'b']), 2, 5),
  'a record told by its only key': term,
  variants: variants('W', [Done, Open]),
  'a narrower codec than its shape says': codec(
    'Even',
    { kind: 'integer', min: 0, max: 9 },
    (u): u is number => typeof u === 'number' && u % 2 === 0,
  ),
}

describe('makeArbitrary', () => {
  it.each(Object.entries(words))('draws only values that the codec accepts: %s', (_name, word) => {
    fc.assert(
      fc.property(makeArbitrary(word), (value) => word.is(value)),
      { numRuns: 100 },
    )
  })

  it('draws every member, null, both ends of a list and both ends of the calendar’s years', () => {
    const drawn = fc.sample(makeArbitrary(list(variants('W', [Done, Open]), 0, 2)), { numRuns: 500, seed: 1 })
    const said = new Set(drawn.flat().map(({ type }) => type))
    expect([...said].sort()).toEqual(['Done', 'Open'])
    expect(new Set(drawn.map(({ length }) => length))).toEqual(new Set([0, 1, 2]))
    expect(drawn.flat().some((event) => event.type === 'Open' && event.term === null)).toBe(true)
    const years = fc.sample(makeArbitrary(LocalDay), { numRuns: 1000, seed: 1 }).map((day) => day.slice(0, 2))
    expect(new Set(years)).toEqual(new Set(['19', '20', '21']))
  })

  it('draws values from the pool of a codec, also deep inside a record', () => {
    const codecs = list(nullable(closed({ who: oneOf('Who', ['a', 'b', 'c']) })), 1, 3)
    fc.assert(
      fc.property(makeArbitrary(codecs, { Who: ['c'] }), (all) => all.every((one) => one === null || one.who === 'c')),
    )
  })

  it('throws where a pool names a codec that there is not', () => {
    const who = nullable(closed({ who: oneOf('Who', ['a', 'b']) }))
    expect(() => makeArbitrary(who, { Who: ['a'], Woh: ['b'] })).toThrow('no word is called Woh')
  })

  it('draws the values of a pool that fit, and throws where none fits', () => {
    const who = oneOf('Who', ['a', 'b'])
    expect(new Set(fc.sample(makeArbitrary(who, { Who: ['b', 'z'] })))).toEqual(new Set(['b']))
    expect(() => makeArbitrary(who, { Who: ['z'] })).toThrow('the pool of Who holds none: ["z"]')
    expect(() => makeArbitrary(who, { Who: [] })).toThrow('the pool of Who holds none: []')
  })
})
