import { describe, expect, it } from 'vitest'
import { findBalance, findItems, findRegistrations, maySpend, replayRegistrations } from './merge.oracle.fixture.ts'
import type { Item, RegistrationFact } from './merge.oracle.fixture.ts'
import { replayNumbers } from './numbers.oracle.fixture.ts'
import type { NumberFact } from './numbers.oracle.fixture.ts'

const register = (number: string): RegistrationFact => ({ type: 'registered', at: 0, number })
const merge = (number: string, into: string, at: number, proposer = 'o1', decider = 'o2'): RegistrationFact => ({
  type: 'merged',
  at,
  number,
  into,
  proposer,
  decider,
})
const split = (
  number: string,
  at: number,
  fields: Partial<Extract<RegistrationFact, { type: 'split' }>> = {},
): RegistrationFact => ({
  type: 'split',
  at,
  number,
  reason: 'two-people',
  isAdministrator: true,
  proposer: 'o1',
  decider: 'o2',
  ...fields,
})
const people = ['a', 'a2', 'a3', 'o1', 'o2'].map(register)
const item = (id: string, number: string, at: number, kind: Item['kind'], amount = 0): Item => ({
  id,
  number,
  at,
  kind,
  amount,
})

describe('who is human of whom', () => {
  const chain = [...people, merge('a3', 'a2', 1), merge('a2', 'a', 2)]

  it('G2: follows the merges, and a split takes along what was merged into the number', () => {
    expect(findRegistrations('a', replayRegistrations(chain, 1).links)).toEqual(['a'])
    expect(findRegistrations('a3', replayRegistrations(chain, 2).links)).toEqual(['a', 'a2', 'a3'])
    const links = replayRegistrations([...chain, split('a2', 3)], 3).links
    expect([findRegistrations('a', links), findRegistrations('a2', links)]).toEqual([['a'], ['a2', 'a3']])
  })

  it('G2: only standing numbers merge, never in a ring', () => {
    const refused = (fact: RegistrationFact) => replayRegistrations([...chain, fact], 9).refused.at(-1)
    expect(refused(merge('a', 'a3', 3))).toBe('not-standing')
    expect(refused(merge('a', 'a', 3))).toBe('itself')
    expect(refused(merge('a', 'x', 3))).toBe('unknown')
    expect(refused(split('a', 3))).toBe('not-absorbed')
  })

  it('G2: two persons sign, neither of them a registration of the case', () => {
    const refused = (fact: RegistrationFact) => replayRegistrations([...chain, fact], 9).refused.at(-1)
    expect(refused(split('a2', 3, { decider: 'o1' }))).toBe('one-person')
    expect(refused(split('a2', 3, { decider: 'a' }))).toBe('own-case')
    expect(refused(split('a2', 3, { decider: 'a3' }))).toBe('own-case')
    expect(refused(split('a2', 3, { proposer: 'a', decider: 'a3' }))).toBe('one-person')
    expect(refused(split('a2', 3, { isAdministrator: false }))).toBe('not-administrator')
    expect(refused(split('a2', 3, { reason: '' }))).toBe('no-reason')
    expect(refused(merge('o1', 'a', 3))).toBe('own-case')
    expect(refused(split('a2', 3))).toBe(null)
  })
})

describe('what each has back', () => {
  const facts = [...people, merge('a2', 'a', 10), split('a2', 20)]
  const items = [
    item('R1', 'a', 1, 'record', 60),
    item('R2', 'a2', 2, 'record', 90),
    item('S1', 'a2', 12, 'seat'),
    item('V1', 'a2', 13, 'review'),
    item('P1', 'a', 1, 'credit', 2),
    item('P2', 'a2', 2, 'credit', 3),
    item('X1', 'a', 15, 'spent', 4),
  ]
  const ids = (number: string, at: number) => findItems(number, items, facts, at).map(({ id }) => id)

  it('G2: the survivor has all while merged, each the own after the split', () => {
    expect(ids('a', 16)).toEqual(ids('a2', 16))
    expect(ids('a', 16)).toHaveLength(7)
    expect(ids('a', 20)).toEqual(['R1', 'P1', 'X1'])
    expect(ids('a2', 20)).toEqual(['R2', 'S1', 'V1', 'P2'])
  })

  it('G2: what the survivor spent beyond the own is its debt, and points are conserved', () => {
    expect([findBalance('a', items, facts, 16), findBalance('a2', items, facts, 16)]).toEqual([1, 1])
    expect([findBalance('a', items, facts, 20), findBalance('a2', items, facts, 20)]).toEqual([-2, 3])
    expect([
      maySpend('a', 1, items, facts, 20),
      maySpend('a2', 3, items, facts, 20),
      maySpend('a2', 4, items, facts, 20),
    ]).toEqual([false, true, false])
  })

  it('G2: to spend under the absorbed number is to spend as the survivor', () => {
    const under = [...items.slice(0, 6), item('X1', 'a2', 15, 'spent', 4)]
    expect([findBalance('a', under, facts, 20), findBalance('a2', under, facts, 20)]).toEqual([-2, 3])
    const earlier = [...items.slice(0, 6), item('X1', 'a2', 5, 'spent', 1)]
    expect([findBalance('a', earlier, facts, 20), findBalance('a2', earlier, facts, 20)]).toEqual([2, 2])
  })
})

describe('numbers', () => {
  const claim = (
    number: string,
    human: string,
    fields: Partial<Extract<NumberFact, { type: 'claimed' }>> = {},
  ): NumberFact => ({
    type: 'claimed',
    number,
    human,
    officer: 'k1',
    officerUnit: 'V1',
    home: 'V1',
    ...fields,
  })
  const release = (number: string, resting = 0, reason = 'typing-error'): NumberFact => ({
    type: 'released',
    number,
    reason,
    resting,
  })
  const refused = (...facts: readonly NumberFact[]) => replayNumbers(facts).refused

  it('G2: one number a person at a time; a released one is dead', () => {
    expect(refused(claim('001', 'a'), claim('002', 'a'))).toEqual([null, 'has-number'])
    expect(refused(claim('001', 'a'), release('001'), claim('002', 'a'), claim('001', 'b'))).toEqual([
      null,
      null,
      null,
      'dead',
    ])
    expect(refused(claim('001', 'a'), claim('001', 'b'))).toEqual([null, 'taken'])
  })

  it('G2: nothing is released while something rests on it', () => {
    expect(refused(claim('001', 'a'), release('001', 1), release('001', 0, ''), release('002'))).toEqual([
      null,
      'in-use',
      'no-reason',
      'not-claimed',
    ])
    expect(refused(claim('001', 'a'), release('001'), release('001'))).toEqual([null, null, 'not-claimed'])
  })

  it('G2: an officer of the home unit claims, not for oneself', () => {
    expect(refused(claim('001', 'a', { officerUnit: 'T1' }), claim('001', 'k1'))).toEqual(['not-home', 'own-favour'])
  })
})
