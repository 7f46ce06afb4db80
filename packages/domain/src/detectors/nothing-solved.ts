import { occasionKey } from '../vocabulary/occasion.ts'
import type { Detector, Finding } from './detector.ts'
import type { Facts } from './facts/facts.ts'
import type { Opinion } from './facts/order-facts.ts'
import { groupOnes, inOrder, makeFinding, sum } from './listing.ts'
import { listVisits, visitFacts, type Visit } from './visits.ts'

const name = 'nothing-solved'

/** Fewer in a month are bad luck. */
const fewestRounds = 3
/** Of the reviewed rounds: a craftsman fails now and then, and not every third time. */
const leastShare = 1 / 3

/** What the requester's side says last of the round (O9). */
const findReview = ({ opinions }: Visit): Opinion | undefined => opinions.findLast(({ rating }) => rating !== null)

/** Nothing was of use, and no independent check says otherwise. */
const isUnsolved = (visit: Visit): boolean => {
  const review = findReview(visit)
  if (review === undefined) return false
  const isOfNoUse = review.verdict === 'not-solved' || (review.verdict === 'partly' && review.rating === 1)
  return isOfNoUse && !visit.opinions.some(({ rating, verdict }) => rating === null && verdict === 'solved')
}

const countRounds = (visits: ReadonlyArray<Visit>): number =>
  new Set(visits.map(({ record }) => occasionKey(record.source))).size

/** Of the reviewed visits of one volunteer or team in a month. */
const judge = (reviewed: ReadonlyArray<Visit>): Finding | null => {
  const unsolved = reviewed.filter(isUnsolved)
  const rounds = countRounds(unsolved)
  const share = rounds / Math.max(1, countRounds(reviewed))
  if (rounds < fewestRounds || share < leastShare) return null
  const solved = reviewed.filter((visit) => !isUnsolved(visit))
  const signs = {
    share,
    requesters: new Set(unsolved.map(({ requester }) => requester)).size,
    otherRounds: countRounds(solved),
    otherMinutes: sum(solved, ({ minutes }) => minutes),
  }
  const teams = unsolved.flatMap(({ teamId }) => (teamId === null ? [] : [teamId]))
  return makeFinding(name, { persons: unsolved.map(({ volunteer }) => volunteer), teams }, unsolved, signs)
}

const find = (facts: Facts): ReadonlyArray<Finding> => {
  const reviewed = listVisits(facts).filter((visit) => findReview(visit) !== undefined)
  const ofVolunteers = groupOnes(reviewed, ({ volunteer, month }) => `${volunteer} ${month}`)
  const ofTeams = groupOnes(
    reviewed.filter(({ teamId }) => teamId !== null),
    ({ teamId, month }) => `${teamId ?? ''} ${month}`,
  )
  const own = [...ofVolunteers.values()].flatMap((visits) => judge(visits) ?? [])
  // What one volunteer alone did is no pattern of the team.
  const shared = [...ofTeams.values()].flatMap((visits) => judge(visits) ?? [])
  return inOrder([...own, ...shared.filter(({ persons }) => persons.length > 1)])
}

export const nothingSolved: Detector = {
  name,
  title: { zh: '分钟计入而问题未解决', en: 'Minutes that count though nothing was solved' },
  sees: {
    zh: '一名志愿者（或一支队伍的几名队员）一个月里三轮以上、占有评价的三分之一以上，分钟计入，而求助方最后的评价是“未解决”，或“部分解决”且只给最低分；独立回访也没有说已解决。',
    en: 'One volunteer, or several of one team, with three rounds a month or more, and a third of those that were reviewed, whose minutes count while the last review of the requester’s side says that nothing was solved, or partly with the lowest rating. No independent check says that it was solved.',
  },
  passes: {
    zh: '每月两轮以内：按全国默认政策一轮至多计划二十四小时，每人每月二千八百八十分钟看不出来（满十六小时者另有抽问）；不到有评价的三分之一；求助方不评价。',
    en: 'Up to two rounds a month: by the national defaults a round is planned for 24 hours at most, so that 2880 minutes a person and month pass unseen; of who has 16 hours or more a record is drawn. Less than a third of the reviewed rounds. Rounds without a review.',
  },
  honest: {
    zh: '二十次好评中有一次没修好的维修工：不到三次，也不到三分之一。',
    en: 'A handyman with one failed repair among twenty good visits: it is neither three nor a third.',
  },
  reads: visitFacts,
  find,
}
