import type { PersonId } from '@zhiyuan/kernel'
import type { Detector, Finding } from './detector.ts'
import type { Facts } from './facts/facts.ts'
import { groupOnes, inOrder, makeFinding } from './listing.ts'
import { listPapers, paperFacts, type Paper } from './papers.ts'

const name = 'never-returned'

/** So many faults would be expected by the rate of the others. To find none by chance is rarer than one in a hundred. */
const expectedFaults = 5

const isFault = ({ verdict }: Paper): boolean => verdict !== 'verified'

const find = (facts: Facts): ReadonlyArray<Finding> => {
  const papers = listPapers(facts)
  const faults = papers.filter(isFault).length
  const found = [...groupOnes(papers, ({ approver }) => approver)].flatMap(([, own]) => {
    const others = papers.length - own.length
    if (others === 0 || own.some(isFault)) return []
    const othersShare = faults / others
    const expected = own.length * othersShare
    if (expected < expectedFaults) return []
    const persons: ReadonlyArray<PersonId> = own.slice(0, 1).map(({ approver }) => approver)
    const signs = { rulings: own.length, othersShare, expected }
    return [makeFinding(name, { persons, units: own.map(({ unit }) => unit) }, own, signs)]
  })
  return inOrder(found)
}

export const neverReturned: Detector = {
  name,
  title: { zh: '从不退回的审核人', en: 'An approver who never returns anything' },
  sees: {
    zh: '审核人从未退回或驳回代录，而按其他审核人的退回率，其中本应有五份以上。',
    en: 'An approver never returned or rejected what was entered by hand, where by the rate of the other approvers there should be five or more.',
  },
  passes: {
    zh: '偶尔退回一份的人；全县都不退回时，谁也看不出来。',
    en: 'One who returns a record now and then. Where no one in the county returns any, no one stands out.',
  },
  honest: {
    zh: '份数不多的审核人：应有的退回不到五份。',
    en: 'An approver with few rulings: less than five returns would be expected.',
  },
  reads: paperFacts,
  find,
}
