import { describe, expect, it } from 'vitest'
import { countCitations, listUncited } from './cited.ts'
import { listUnknown, readCited, readPageIds, readTitleIds } from './comments.ts'
import { listRuleIds, readRules } from './list.ts'

const rule = (id: string, built: boolean) => ({ id, text: `what ${id} says`, basis: 'design', built })
/** What the loop from need to honour stands on. */
const loop = [
  ...'N1 N2 N3 N4 N5 N6 N7 N8 N10 O1 O4 O5 O6 O7 O8 O9 O10 O11 O16 O17 O19 O22 O23'.split(' '),
  ...'A1 A2 A6 A8 A9 A10 A11 H1 H2 H3 H4 H5 H6 H7 H9 H11 H12 H13 H15 H16 H17'.split(' '),
  ...'W1 W2 W3 W4 W5 W6 W7 W10 W11 W12 W13 S1 S2 S5 S6 S7 S8 S9 S10 S11 S12 S14'.split(' '),
  ...'G1 G2 G4 G5 G6 P1 C05 C08 C10 C15 C16 C21 C22 C25 C26 C27 C30 C31 C36'.split(' '),
]

describe('the page of rules', () => {
  it('has every rule and clause of the loop as built, and none twice', () => {
    const listed = readRules()
    expect(loop.filter((id) => !listed.some((one) => one.id === id && one.built))).toEqual([])
    expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length)
  })
})

describe('what is cited', () => {
  const known = listRuleIds()

  it('is every rule, every clause and every indicator there is, built or not', () => {
    const numbered = (letter: string, last: number) =>
      Array.from({ length: last }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`)
    expect([...numbered('C', 46), ...numbered('I', 16)].filter((id) => !known.has(id))).toEqual([])
  })

  it('is missed where the page of rules lists it not: in a comment, a title, a page', () => {
    const comment = readCited('/** O22, O93: once a round. */ const a = 1 // see I99')
    const title = readTitleIds(`it('${'O4, O98'}: escalates, by ${'O94'}', () => {})`)
    const prose = readPageIds('By O97, and `O96`.\n\n```ts\nO95\n```\n')
    expect(
      listUnknown(
        [
          { file: 'a', ids: comment },
          { file: 'b', ids: title },
          { file: 'c', ids: prose },
        ],
        known,
      ),
    ).toEqual(['a: O93', 'a: I99', 'b: O98', 'b: O94', 'c: O97'])
  })

  it('may be on its way: a page adds the row of the id that it speaks of', () => {
    expect(readPageIds('Adds O97, by O96.\n\n```diff\n+| O97 | what it says | design | built |\n```\n')).toEqual([
      'O96',
    ])
  })

  it('is read off comments alone, and not off their examples', () => {
    expect(readCited(`/** H12. @example stage('O97') */ const url = 'http://O98' // N2 and SHA-256`)).toEqual([
      'H12',
      'N2',
    ])
  })
})

describe('an id with a letter after its number', () => {
  it('has its row, and is cited by titles, comments and pages as any other', () => {
    expect(readRules().some(({ id, built }) => id === 'H2a' && built)).toBe(true)
    expect(listRuleIds().has('H2a')).toBe(true)
    expect([...countCitations(['H2a, A14: is held', 'H2: has a place']).keys()]).toEqual(['H2a', 'A14', 'H2'])
    expect(listUncited([rule('H2a', true)], ['H2: has a place']).map(({ id }) => id)).toEqual(['H2a'])
    expect(readCited('/** H2a: no more than the log, as O22b says. */')).toEqual(['H2a', 'O22b'])
    expect(readTitleIds(`it('${'H2a'}: is held, by ${'O94a'}', () => {})`)).toEqual(['H2a', 'O94a'])
    expect(readPageIds('By H2a.\n\n```diff\n+| O97a | what it says | design | built |\n```\n')).toEqual(['H2a'])
  })
})

describe('what tests cite', () => {
  it('is read off the beginning of their titles, and nowhere else', () => {
    const titles = ['O4, O16: escalates', 'is refused by O5: no', 'C08: takes part', 'O4x: no rule']
    expect([...countCitations(titles).keys()]).toEqual(['O4', 'O16', 'C08'])
  })
  it('leaves out a rule that is built and that no title begins with; one that comes later may wait', () => {
    const rules = [rule('O4', true), rule('O5', true), rule('O12', false)]
    expect(listUncited(rules, ['O4: escalates', 'is refused by O5: no']).map(({ id }) => id)).toEqual(['O5'])
  })
})
