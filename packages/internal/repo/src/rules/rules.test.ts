import { describe, expect, it } from 'vitest'
import { citations, uncited } from './cited.ts'
import { readRules } from './list.ts'

const rule = (id: string, built: boolean) => ({ id, text: `what ${id} says`, basis: 'design', built })
/** What the loop from need to honour stands on. */
const loop = [
  ...'N1 N2 N3 N4 N5 N6 N7 N8 N10 O1 O4 O5 O6 O7 O8 O9 O10 O11 O16 O17 O19 O22 O23'.split(' '),
  ...'A1 A2 A6 A8 A9 A10 A11 H1 H2 H3 H4 H5 H6 H7 H9 H11 H12 H13 H15 H16 H17'.split(' '),
  ...'W1 W2 W3 W4 W5 W6 W7 W10 W11 W12 W13 S1 S2 S5 S6 S7 S8 S9 S10 S11 S12 S14'.split(' '),
  ...'G1 G2 G4 G5 G6 P1 C08 C10 C15 C16 C21 C22 C25 C26 C27 C30'.split(' '),
]

describe('the page of rules', () => {
  it('has every rule and clause of the loop as built, and none twice', () => {
    const listed = readRules()
    expect(loop.filter((id) => !listed.some((one) => one.id === id && one.built))).toEqual([])
    expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length)
  })
})

describe('what tests cite', () => {
  it('is read off the beginning of their titles, and nowhere else', () => {
    const titles = ['O4, O16: escalates', 'is refused by O5: no', 'C08: takes part', 'O4x: no rule']
    expect([...citations(titles).keys()]).toEqual(['O4', 'O16', 'C08'])
  })
  it('leaves out a rule that is built and that no title begins with; one that comes later may wait', () => {
    const rules = [rule('O4', true), rule('O5', true), rule('O12', false)]
    expect(uncited(rules, ['O4: escalates', 'is refused by O5: no']).map(({ id }) => id)).toEqual(['O5'])
  })
})
