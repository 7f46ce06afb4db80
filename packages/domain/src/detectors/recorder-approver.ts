import type { Detector, Finding } from './detector.ts'
import type { Facts } from './facts/facts.ts'
import { groupOnes, inOrder, makeFinding, median, computeShare, sum } from './listing.ts'
import { listPapers, paperFacts, type Paper } from './papers.ts'

const name = 'recorder-approver'

/** Records and sheets of one pair in a month: fewer say nothing of a habit. */
const fewestPapers = 10
/** The share of the recorder's minutes that one approver let count. */
const nearlyAll = 0.9
/** No one opens a record, reads it and rules within two minutes of its second look, again and again. */
const atOnceMs = 120_000
/** Where the papers of the other recorders go to several approvers: the share of the first of these. */
const spreadShare = 0.7

const sumMinutes = (papers: ReadonlyArray<Paper>): number => sum(papers, ({ minutes }) => minutes)

/** The share of the approver who lets through most of a recorder's papers. */
const topShare = (papers: ReadonlyArray<Paper>): number =>
  Math.max(0, ...[...groupOnes(papers, ({ approver }) => approver).values()].map(({ length }) => length)) /
  Math.max(1, papers.length)

/** What is usual for the other recorders of the unit; 1 where there is none to compare with. */
const usualShare = (others: ReadonlyArray<Paper>): number => {
  const many = [...groupOnes(others, ({ recorder }) => recorder).values()].filter(
    ({ length }) => length >= fewestPapers,
  )
  return many.length === 0 ? 1 : median(many.map(topShare))
}

const judge = (pair: ReadonlyArray<Paper>, inUnit: ReadonlyArray<Paper>): Finding['signs'] | null => {
  const recorder = pair[0]?.recorder
  if (pair.length < fewestPapers) return null
  const signs = {
    share: sumMinutes(pair) / Math.max(1, sumMinutes(inUnit.filter((paper) => paper.recorder === recorder))),
    atOnce: computeShare(pair, ({ waitedMs }) => waitedMs <= atOnceMs),
    usual: usualShare(inUnit.filter((paper) => paper.recorder !== recorder)),
  }
  return signs.share >= nearlyAll && (signs.atOnce >= nearlyAll || signs.usual <= spreadShare) ? signs : null
}

const find = (facts: Facts): ReadonlyArray<Finding> => {
  const papers = listPapers(facts).filter(({ verdict, minutes }) => verdict === 'verified' && minutes > 0)
  const units = [...groupOnes(papers, ({ unit, month }) => `${unit} ${month}`).values()]
  const found = units.flatMap((inUnit) =>
    [...groupOnes(inUnit, ({ recorder, approver }) => `${recorder} ${approver}`).values()].flatMap((pair) => {
      const signs = judge(pair, inUnit)
      if (signs === null) return []
      const persons = pair.flatMap(({ recorder, approver }) => [recorder, approver])
      return [makeFinding(name, { persons, units: pair.map(({ unit }) => unit) }, pair, signs)]
    }),
  )
  return inOrder(found)
}

export const recorderApprover: Detector = {
  name,
  title: { zh: '一人代录、一人放行', en: 'One records, one lets it count' },
  sees: {
    zh: '一个月里，某代录人的代录十份以上，九成以上分钟由同一审核人放行；并且九成在公示复看期满两分钟内就放行，或者同单位其他人的代录由几位审核人分担。',
    en: 'In one month ten records or sheets of one recorder or more, and nine tenths of their minutes were let through by one approver. Besides, nine tenths of them within two minutes after they could be; or what the other recorders of the unit enter is spread over several approvers.',
  },
  passes: {
    zh: '每月九份以内；或者等上几分钟再放行，而该单位人人如此分工。',
    en: 'Up to nine a month; or an approver who waits some minutes, where all recorders of the unit have one each.',
  },
  honest: {
    zh: '小单位只有一位代录人、一位审核人：份额是十成，但每天集中审核，不会期满即放行，也没有别的审核人可选。分工固定的单位：每位代录人都只对一位审核人。',
    en: 'A small unit with a sole clerk and a sole approver: the share is all of it, but they rule once a day and there is no other to choose. A unit with a fixed division of work: each recorder has one approver.',
  },
  reads: paperFacts,
  find,
}
