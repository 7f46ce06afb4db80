import type { Detector, Finding } from './detector.ts'
import type { Facts } from './facts/facts.ts'
import { groupOnes, inOrder, makeFinding } from './listing.ts'
import { listPresences, type Presence } from './presences.ts'

const name = 'confirmed-by-one'

/** Fewer of one confirmer in a month are chance. */
const fewestPresences = 6

/** Told late by the volunteer, and confirmed by one who was there; what a clerk confirms the unit above sees (A9, H20). */
const isConfirmed = ({ fact }: Presence): boolean => fact.toldLate && fact.confirmedAs === 'present'

const find = (facts: Facts): ReadonlyArray<Finding> => {
  const confirmed = listPresences(facts).filter(isConfirmed)
  const found = [...groupOnes(confirmed, ({ left, month }) => `${left} ${month}`).values()].flatMap((ofOne) => {
    // A colleague who is confirmed once may have had no network that day.
    const again = [...groupOnes(ofOne, ({ volunteer }) => volunteer).values()].filter(({ length }) => length > 1)
    const presences = again.flat()
    if (presences.length < fewestPresences) return []
    const persons = presences.flatMap(({ left, volunteer }) => [left, volunteer])
    const teams = presences.flatMap(({ record: { teamId } }) => (teamId === null ? [] : [teamId]))
    return [makeFinding(name, { persons, teams }, presences, { people: again.length })]
  })
  return inOrder(found)
}

export const confirmedByOne: Detector = {
  name,
  title: { zh: '总由同一人确认的迟报到场', en: 'Presences told late that one person confirms' },
  sees: {
    zh: '一名在场者一个月里确认六人次以上迟报的到场，被确认者各有两次以上。',
    en: 'One who was there confirms presences that were told late, six times a month or more, of people each of whom it confirms more than once.',
  },
  passes: {
    zh: '每月五人次以内：按全国默认政策一次至多计划二十四小时，每月七千二百分钟看不出来；每人每月只一次，人数不限；换人确认；由求助方确认。满十六小时者另有抽问。',
    en: 'Up to five presences a month: by the national defaults a round is planned for 24 hours at most, so that 7200 minutes a month pass unseen. Any number of people once a month each. Another confirmer each time. Confirmations by the side of the requester. Of who has 16 hours a record is drawn.',
  },
  honest: {
    zh: '护士替断网的同事确认一次：只有一次。一队人在没有网络的村里一天，由一名签到者确认：每人一次。',
    en: 'A nurse who confirms a colleague once, whose telephone was dead: it is once. A team that is for one day in a village without network, and confirmed by the one who checked in: it is once each.',
  },
  reads: ['presences', 'records', 'humans'],
  find,
}
