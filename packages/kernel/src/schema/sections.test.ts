import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, integer, sections } from '../index.ts'
import { makeArbitrary } from '../arbitrary.ts'

interface HoursBrand {
  readonly Hours: unique symbol
}
const Hours = integer<HoursBrand>('Hours', 1, 100)
const before = sections({ orders: { offer: Hours } })
const later = sections({ orders: { offer: Hours, claim: Hours }, stars: { notice: Hours } })
const issues = (u: unknown) => {
  const outcome = decode(later)(u)
  return outcome._tag === 'Left' ? outcome.left.issues : []
}

describe('sections', () => {
  it('may be missing, and so may their fields', () => {
    expect([{}, { orders: {} }, { stars: { notice: 1 } }].flatMap(issues)).toEqual([])
  })
  it('keep unknown sections and unknown fields', () => {
    const newer = { orders: { offer: 4, refill: { hours: 24 } }, diary: { most: [1] } }
    expect(decode(later)(newer)).toEqual({ _tag: 'Right', right: newer })
  })
  it('are refused at the path of a damaged known field, and of a section that is no record', () => {
    expect(issues({ orders: { offer: 0, claim: '1' }, stars: { notice: 5 } })).toEqual([
      { path: '$.orders.offer', expected: 'Hours' },
      { path: '$.orders.claim', expected: 'Hours' },
    ])
    expect(issues({ diary: null, orders: [] })).toEqual([
      { path: '$.diary', expected: 'record' },
      { path: '$.orders', expected: 'record' },
    ])
    expect(issues([])).toEqual([{ path: '$', expected: 'record' }])
  })
  it('take no inherited key for a section or a field', () => {
    expect(issues({ constructor: {}, orders: JSON.parse('{"__proto__":{"offer":0}}') as object })).toEqual([])
  })
  it('are read by an older program without the loss of a byte', () => {
    fc.assert(
      fc.property(makeArbitrary(later), (newer) => {
        const read = decode(before)(JSON.parse(JSON.stringify(newer)))
        return read._tag === 'Right' && JSON.stringify(read.right) === JSON.stringify(newer)
      }),
      { numRuns: 200 },
    )
  })
})
