import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  closed,
  decode,
  decodeRefused,
  inputBounds,
  integer,
  list,
  parseJson,
  utf8Bytes,
  refuseDepth,
  type AnyCodec,
} from '../index.ts'

interface NBrand {
  readonly N: unique symbol
}
const N = integer<NBrand>('N', 0, 9)
const Inner = closed({ n: N, 'two words': N })
const Outer = closed({ rows: list(Inner, 0, 30), n: N })
const row = { n: 1, 'two words': 2 }

const listIssues = (codec: AnyCodec, u: unknown): unknown => {
  const outcome = decode(codec)(u)
  return outcome._tag === 'Left' ? outcome.left.issues : null
}
/** Any code points, so that lone surrogates and pairs occur. */
const texts = fc.array(fc.integer({ min: 0, max: 0x10ffff })).map((codes) => String.fromCodePoint(...codes))
const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) })

describe('a path', () => {
  it('leads to the wrong value, through lists and keys of any kind', () => {
    expect(listIssues(Outer, { rows: [row, { ...row, 'two words': 10 }], n: 1 })).toEqual([
      { path: '$.rows[1]["two words"]', expected: 'N' },
    ])
    expect(listIssues(Outer, { rows: [{ ...row, '"]': 1 }], n: 1 })).toEqual([
      { path: '$.rows[0]["\\"]"]', expected: 'unknown key' },
    ])
    expect(listIssues(Outer, null)).toEqual([{ path: '$', expected: 'record' }])
  })

  it('lists at most 20 issues', () => {
    const rows = Array.from({ length: 30 }, () => ({ n: -1, 'two words': -1 }))
    expect(listIssues(Outer, { rows, n: 1 })).toHaveLength(20)
  })

  it('leads to a key called `__proto__`', () => {
    const u: unknown = JSON.parse('{"rows":[{"n":1,"two words":2,"__proto__":{"n":1}}],"n":1}')
    expect(listIssues(Outer, u)).toEqual([{ path: '$.rows[0].__proto__', expected: 'unknown key' }])
    expect(listIssues(Outer, { rows: [], n: 1, constructor: 1 })).toEqual([
      { path: '$.constructor', expected: 'unknown key' },
    ])
    expect(listIssues(Outer, Object.create({ rows: [], n: 1 }))).toEqual([
      { path: '$.rows', expected: expect.stringContaining('[0..30]') as unknown },
      { path: '$.n', expected: 'N' },
    ])
  })

  it.each([-0, 1e21, Number.NaN, Number.POSITIVE_INFINITY, 0.1, '1', 1n, [1]])('refuses %s as a whole number', (n) => {
    expect(listIssues(N, n)).toEqual([{ path: '$', expected: 'N' }])
  })
})

describe('the bounds on an input', () => {
  it('a value at the bound on depth passes; one level more is refused at its path', () => {
    expect(refuseDepth(nested(inputBounds.depth))).toMatchObject({ _tag: 'Right' })
    expect(refuseDepth(nested(inputBounds.depth + 1))).toEqual({
      _tag: 'Left',
      left: decodeRefused(`$${'.a'.repeat(inputBounds.depth)}`, 'at most 32 levels'),
    })
    expect(refuseDepth([[], 'a', null])).toMatchObject({ _tag: 'Right' })
  })

  it('a text at the bound on bytes passes; one byte more is refused before it is parsed', () => {
    const quoted = (bytes: number): string => `"${'a'.repeat(bytes - 2)}"`
    expect(parseJson(quoted(inputBounds.bytes))).toMatchObject({ _tag: 'Right' })
    expect(parseJson(quoted(inputBounds.bytes + 1))).toEqual({
      _tag: 'Left',
      left: decodeRefused('$', 'at most 262144 bytes'),
    })
    expect(parseJson(`${'x'.repeat(inputBounds.bytes + 1)}`)).toMatchObject({
      left: { issues: [{ expected: 'at most 262144 bytes' }] },
    })
  })

  it('bytes are counted as UTF-8 has them', () => {
    fc.assert(
      fc.property(texts, (text) => utf8Bytes(text) === Buffer.byteLength(text, 'utf8')),
      { numRuns: 200 },
    )
    expect(utf8Bytes('a\u{df}\u{5fd7}\u{10ffff}\ud800')).toBe(1 + 2 + 3 + 4 + 3)
  })

  it('parsing any text gives a value or a refusal', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => ['Left', 'Right'].includes(parseJson(text)._tag)),
      { numRuns: 200 },
    )
  })
})
