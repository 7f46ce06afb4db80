import { findSurvivor } from '../slices/people/humans/humans.read.ts'
import type { PersonId } from '@zhiyuan/kernel'
import type { TeamId } from '../vocabulary/ids.ts'
import type { Detector, Finding } from './detector.ts'
import type { Facts } from './facts/facts.ts'
import { groupOnes, inOrder, makeFinding, computeShare } from './listing.ts'
import { isToTheMinute, listVisits, visitFacts, type Visit } from './visits.ts'

const name = 'proxies'

/** One proxy, in a month. */
const fewestRequesters = 5
const fewestVisits = 10
/** Nearly all go to one team, are reviewed by the proxy alone, or are as planned to the minute. */
const nearlyAll = 0.9

/** No one of the requester's side but the proxy said anything, and that only the best. */
const isProxysWord = ({ proxy, hands, opinions }: Visit): boolean =>
  opinions.some(({ rating }) => rating !== null) &&
  opinions.every(({ rating }) => rating === 5) &&
  [...hands].every((hand) => hand === proxy)

const findTeam = (visits: ReadonlyArray<Visit>): TeamId | null =>
  [...groupOnes(visits, ({ teamId }) => teamId ?? '').values()].find(
    ({ length }) => length >= nearlyAll * visits.length,
  )?.[0]?.teamId ?? null

const isMember = ({ teams, humans }: Facts, person: PersonId, team: TeamId): boolean =>
  [...teams].some(([one, of]) => of.has(team) && findSurvivor(humans, one) === person)

const find = (facts: Facts): ReadonlyArray<Finding> => {
  const voiced = listVisits(facts).filter(({ proxy }) => proxy !== null)
  const found = [...groupOnes(voiced, ({ proxy, month }) => `${proxy ?? ''} ${month}`).values()].flatMap((visits) => {
    const proxy = visits[0]?.proxy ?? null
    const team = findTeam(visits)
    const requesters = new Set(visits.map(({ requester }) => requester)).size
    if (proxy === null || team === null) return []
    if (visits.length < fewestVisits || requesters < fewestRequesters) return []
    const ownWord = computeShare(visits, isProxysWord)
    const toTheMinute = computeShare(visits, isToTheMinute)
    const inTeam = isMember(facts, proxy, team)
    if (ownWord < nearlyAll || (toTheMinute < nearlyAll && !inTeam)) return []
    const persons = [proxy, ...visits.map(({ volunteer }) => volunteer)]
    const signs = { requesters, ownWord, toTheMinute, inTeam: inTeam ? 1 : 0 }
    return [makeFinding(name, { persons, teams: [team] }, visits, signs)]
  })
  return inOrder(found)
}

export const proxies: Detector = {
  name,
  title: { zh: '代办人包办', en: 'A proxy who feeds one team' },
  sees: {
    zh: '一位代办人一个月替五人以上求助、十次以上走访，九成由同一支队伍服务、只有代办人自己评满分；并且时间与预约分秒不差，或者代办人就是该队队员。',
    en: 'One proxy who voices the needs of five people or more in a month, with ten visits or more: nine tenths served by one team, reviewed by the proxy alone, with the best. Besides, they are as planned to the minute, or the proxy is of that team.',
  },
  passes: {
    zh: '每月九次以内；分给几支队伍；有的评价不满分。',
    en: 'Up to nine visits a month; several teams; some reviews below the best.',
  },
  honest: {
    zh: '网格员替老人求助，本村只有一支队伍：老人自己评价，或时间有早有晚。',
    en: 'A grid worker who voices for the elders of a village with one team: the elders review, or the times vary.',
  },
  reads: [...visitFacts, 'teams'],
  find,
}
