/** The examples of RFC 8785, and what it leaves open: a value without a canonical text is refused at its path. */
import { isLeft } from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../index.ts'

const writeText = (u: unknown): unknown => {
  const text = canonicalJson(u)
  return isLeft(text) ? text.left.issues[0] : text.right
}

describe('canonical JSON', () => {
  it('is what RFC 8785 shows (3.2.2, 3.2.4)', () => {
    const example = {
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(writeText(example)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
    const bytes =
      '7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d'
    expect(Buffer.from(String(writeText(example)), 'utf8').toString('hex')).toBe(bytes)
  })

  it('sorts keys by UTF-16 code units (3.2.3)', () => {
    const keys = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect(Object.values(JSON.parse(String(writeText(keys))) as object)).toEqual([
      'One',
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
    expect(writeText({ b: 1, Z: 2, é: 3, a: 4, '10': 5, '9': 6 })).toBe('{"10":5,"9":6,"Z":2,"a":4,"b":1,"é":3}')
    expect(writeText(JSON.parse('{"b":1,"__proto__":2,"a":3}'))).toBe('{"__proto__":2,"a":3,"b":1}')
  })

  /** Appendix B, by the bits of the double. */
  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number %s as %s', (bits, text) => {
    expect(writeText(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text)
  })

  it('escapes what must be escaped, and nothing else', () => {
    const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('')
    expect(writeText(controls)).toBe(
      String.raw`"\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f"`,
    )
    expect(writeText('"\\')).toBe(String.raw`"\"\\"`)
    for (const plain of ['/', '\u007f', '\u2028', '\ufeff', '志愿', '\u{10ffff}', ''])
      expect(writeText(plain)).toBe(`"${plain}"`)
  })

  it('writes any text as JSON.stringify does', () => {
    const text = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(text, (u) => writeText(u) === JSON.stringify(u)),
      { numRuns: 200 },
    )
  })

  it.each([
    ['half a surrogate pair', { a: [0, '\ud800'] }, '$.a[1]'],
    ['half a pair within a text', { a: { b: 'x\udc00y' } }, '$.a.b'],
    ['half a pair in a key', { '\udc00': 1 }, '$["\\udc00"]'],
    ['no number', { a: Number.NaN }, '$.a'],
    ['an infinite number', [1, Number.POSITIVE_INFINITY], '$[1]'],
    ['nothing at all', { a: undefined }, '$.a'],
    ['a function', { a: [() => 1] }, '$.a[0]'],
    ['a big integer', 7n, '$'],
  ])('is refused of %s at its path', (_, u, path) => {
    expect(writeText(u)).toEqual({ path, expected: 'canonical JSON' })
  })
})
