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
  oneRecordOf,
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
const issues = (codec: AnyCodec, u: unknown) => {
  const outcome = decode(codec)(u)
  return E.isLeft(outcome) ? outcome.left.issues : []
}

describe('a word', () => {
  it('is what it was, once decoded', () => {
    expect(decode(Deed)(served)).toEqual(E.right(served))
  })

  it.each([60.5, -0, -1, 601, Number.NaN, 2 ** 53, '60', null])('refuses %s as minutes, at its path', (minutes) => {
    expect(issues(Deed, { ...served, minutes })).toEqual([{ path: '$.minutes', expected: 'Minutes' }])
  })

  it.each(['', 'ABC', 'toolong', 'a\n'])('refuses %j as a name', (who) => {
    expect(issues(Deed, { ...served, who })).toEqual([{ path: '$.who', expected: 'Name' }])
  })

  it('is told by its pattern alone: flags change nothing, since no shape shows them', () => {
    for (const flags of ['', 'i', 'm', 's', 'g', 'y', 'u', 'gimsuy']) {
      const word = text<NameBrand>('Name', new RegExp('^\\p{Ll}.?$', flags), 5)
      expect(word.shape).toEqual({ kind: 'text', pattern: '^\\p{Ll}.?$', max: 5 })
      for (const yes of ['a', 'ab', 'ae', 'a💧', 'a']) expect(word.is(yes)).toBe(true)
      for (const no of ['A', 'a\n', 'abc', '\na', 'pLl']) expect(word.is(no)).toBe(false)
    }
  })

  it('names the item of a list that is wrong, and a list that is too long', () => {
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

  it('never throws, whatever it is handed', () => {
    fc.assert(
      fc.property(fc.anything(), (u) => E.isLeft(decode(Deed)(u)) || Deed.is(u)),
      { numRuns: 200 },
    )
  })
})

describe('a codec', () => {
  it('allows what its shape says, unless it was made by hand', () => {
    const members = [closed({ minutes: Minutes }), closed({ name: Name })]
    const made = [Minutes, Name, oneOf('Tag', ['x']), boolean, nullable(Name), list(Name, 0, 1), Served, Deed, Instant]
    for (const one of [...made, LocalDay, StreamName, sections({}), oneRecordOf('Either', members)])
      expect(shapeIsRule(one)).toBe(true)
    const even = codec('Even', Minutes.shape, (u): u is number => Minutes.is(u) && u % 2 === 0)
    expect(shapeIsRule(even)).toBe(false)
  })

  it('of one record of several takes each of them, and no two at once', () => {
    const either = oneRecordOf('Either', [closed({ minutes: Minutes }), closed({ name: Name })])
    expect(decode(either)({ minutes: 5 })).toEqual(E.right({ minutes: 5 }))
    expect(issues(either, { minutes: 5, name: 'a' })).toEqual([{ path: '$', expected: 'Either' }])
    expect(issues(either, {})).toEqual([{ path: '$', expected: 'Either' }])
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
