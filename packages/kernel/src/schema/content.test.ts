import { isRight } from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, sameContent } from '../index.ts'

const json = fc.jsonValue({ maxDepth: 4 })
/** The same data with every object's keys in the opposite order. */
const turned = (u: unknown): unknown => {
  if (Array.isArray(u)) return u.map(turned)
  if (typeof u !== 'object' || u === null) return u
  return Object.fromEntries(
    Object.entries(u)
      .reverse()
      .map(([key, value]) => [key, turned(value)]),
  )
}
const runs = { numRuns: 200 }
const canonical = (u: unknown): string => {
  const text = canonicalJson(u)
  return isRight(text) ? text.right : expect.fail(JSON.stringify(text.left))
}

describe('plain JSON data', () => {
  it('has the same content in any order of its keys, and gives the same text', () => {
    fc.assert(
      fc.property(json, (u) => sameContent(u, turned(u)) && canonical(u) === canonical(turned(u))),
      runs,
    )
  })

  it('has the same content as its canonical text', () => {
    fc.assert(
      fc.property(json, (u) => sameContent(JSON.parse(canonical(u)), JSON.parse(JSON.stringify(u)))),
      runs,
    )
  })

  it('has another content exactly where the texts differ', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        const one = JSON.parse(JSON.stringify(a)) as unknown
        const other = JSON.parse(JSON.stringify(b)) as unknown
        return sameContent(one, other) === (canonical(one) === canonical(other))
      }),
      runs,
    )
  })

  it('distinguishes an empty list from an empty record, a missing key from null, and inherited keys from own keys', () => {
    expect(sameContent([], {})).toBe(false)
    expect(sameContent({ a: null }, {})).toBe(false)
    expect(sameContent({ a: null }, { b: null })).toBe(false)
    expect(sameContent({ toString: 1 }, { valueOf: 1 })).toBe(false)
    expect(sameContent(JSON.parse('{"__proto__":1}'), JSON.parse('{"__proto__":2}'))).toBe(false)
    expect(sameContent([1, 2], [2, 1])).toBe(false)
  })
})
