import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countPoints,
  emptyBook,
  findBalance,
  findSpendable,
  sumFrozen,
  sumIssued,
  sumReversed,
  sumSpent,
  tellAct,
  tellActs,
} from './points.oracle.fixture.ts'
import type { PointAct } from './points.oracle.fixture.ts'

const credit = (record: string, points: number): PointAct => ({ type: 'credit', credit: record, record, points })
const redeem = (redemption: string, points: number): PointAct => ({ type: 'redeem', redemption, points })
const cancel = (redemption: string, reason = 'out of stock'): PointAct => ({ type: 'cancel', redemption, reason })
const answer = (acts: readonly PointAct[], last: PointAct) => tellAct(tellActs(acts), last).answer
const golden = [credit('R2', 4), credit('R3', 1), credit('R8', 8)]

describe('points', () => {
  it('W13: each full half hour of a record is a point (golden rows 19 to 40)', () => {
    expect([130, 120, 50, 180, 60, 240, 300, 29].map(countPoints)).toEqual([4, 4, 1, 6, 2, 8, 10, 0])
  })

  it('W10: of two redemptions of 10 out of 13 one wins (golden row 44)', () => {
    const book = tellActs([...golden, redeem('x', 10)])
    expect(findBalance(book)).toBe(3)
    expect(tellAct(book, redeem('y', 10)).answer).toBe('insufficient')
    expect(tellAct(book, redeem('y', 3)).answer).toBe('done')
    expect(tellAct(book, redeem('x', 10)).answer).toBe('silent')
  })

  it('W7, W13: a reversal is in full and goes below zero, the debt blocks redeeming (golden rows 48 and 49)', () => {
    const acts = [...golden, redeem('x', 10), { type: 'reverse', credit: 'R8' } as const]
    const book = tellActs(acts)
    expect([findBalance(book), findSpendable(book)]).toEqual([-5, 0])
    expect(answer(acts, redeem('y', 1))).toBe('insufficient')
    expect(findBalance(tellActs([...acts, credit('R9', 7)]))).toBe(2)
    expect(answer([...acts, credit('R9', 6)], redeem('y', 1))).toBe('done')
    expect(answer([...acts, credit('R9', 5)], redeem('y', 1))).toBe('insufficient')
    expect(answer(acts, { type: 'reverse', credit: 'R8' })).toBe('silent')
  })

  it('W13: points of a suspended record are not spent while it is', () => {
    const acts: readonly PointAct[] = [...golden, { type: 'freeze', record: 'R8' }]
    expect(findSpendable(tellActs(acts))).toBe(5)
    expect(answer(acts, redeem('x', 6))).toBe('insufficient')
    expect(answer([...acts, { type: 'thaw', record: 'R8' }], redeem('x', 13))).toBe('done')
  })

  it('W13: who spends before the suspension owes the frozen points all the same', () => {
    const book = tellActs([...golden, redeem('x', 10), { type: 'freeze', record: 'R8' }])
    expect([findBalance(book), sumFrozen(book), findSpendable(book)]).toEqual([3, 8, 0])
  })

  it('W13: a frozen credit that is reversed is taken away once', () => {
    const acts: readonly PointAct[] = [...golden, { type: 'freeze', record: 'R8' }, { type: 'reverse', credit: 'R8' }]
    expect([findBalance(tellActs(acts)), findSpendable(tellActs(acts))]).toEqual([5, 5])
  })

  it('W13: a credit of a record that is already held arrives frozen', () => {
    const book = tellActs([{ type: 'freeze', record: 'R8' }, ...golden])
    expect([findBalance(book), findSpendable(book)]).toEqual([13, 5])
  })

  it('W13: what is not delivered is cancelled with a reason and credited once', () => {
    const acts = [...golden, redeem('x', 10)]
    expect(answer(acts, cancel('x', ' '))).toBe('no-reason')
    expect(findBalance(tellActs([...acts, cancel('x'), cancel('x')]))).toBe(13)
    expect(answer([...acts, { type: 'deliver', redemption: 'x' }], cancel('x'))).toBe('delivered')
    expect(answer([...acts, cancel('x')], { type: 'deliver', redemption: 'x' })).toBe('cancelled')
    expect(answer(acts, cancel('y'))).toBe('unknown')
    expect(answer([...acts, cancel('x')], redeem('x', 1))).toBe('silent')
  })

  it('W13: nothing, less than nothing and half a point are not redeemed', () => {
    for (const points of [0, -5, 0.5]) expect(answer(golden, redeem('x', points))).toBe('no-points')
  })

  it('W6, W7: the total is conserved at every act, and only a reversal takes it below zero', () => {
    const name = fc.constantFrom('a', 'b', 'c')
    const points = fc.integer({ min: 0, max: 9 })
    const act: fc.Arbitrary<PointAct> = fc.oneof(
      fc.record({ type: fc.constant('credit' as const), credit: name, record: name, points }),
      fc.record({ type: fc.constant('reverse' as const), credit: name }),
      fc.record({ type: fc.constantFrom('freeze' as const, 'thaw' as const), record: name }),
      fc.record({ type: fc.constant('redeem' as const), redemption: name, points }),
      fc.record({ type: fc.constant('deliver' as const), redemption: name }),
      fc.record({ type: fc.constant('cancel' as const), redemption: name, reason: fc.constant('why') }),
    )
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let book = emptyBook
        for (const one of acts) {
          const before = findBalance(book)
          book = tellAct(book, one).book
          expect(sumIssued(book)).toBe(findBalance(book) + sumSpent(book) + sumReversed(book))
          if (findBalance(book) < Math.min(before, 0)) expect(one.type).toBe('reverse')
        }
      }),
    )
  })
})
