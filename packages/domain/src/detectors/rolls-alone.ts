import type { PersonId } from '@zhiyuan/kernel'
import { findSurvivor } from '../slices/people/humans/humans.read.ts'
import { occasionKey } from '../vocabulary/occasion.ts'
import type { Detector, Finding } from './detector.ts'
import type { Facts } from './facts/facts.ts'
import { groupOnes, inOrder, makeFinding } from './listing.ts'
import { listPresences, type Presence } from './presences.ts'

const name = 'rolls-alone'

/** Fewer of one caller in a month are too few for a pattern. */
const fewestPresences = 6
/** Of all presences for which the caller speaks. */
const leastShare = 0.5

/** Both ends rest on the word of one other person, who called the rolls, or confirmed the end after one. */
const isRolled = ({ volunteer, came, left }: Presence): boolean => came === left && came !== volunteer

/** The people who checked in or out themselves, by occasion. */
const listCaptured = (facts: Facts): ReadonlyMap<string, ReadonlySet<PersonId>> => {
  const captured = new Map<string, Set<PersonId>>()
  for (const { occasion, volunteer, came, left } of facts.presences.values()) {
    const isOwn = came?.by === volunteer || left?.by === volunteer
    if (!isOwn) continue
    const key = occasionKey(occasion)
    captured.set(key, (captured.get(key) ?? new Set<PersonId>()).add(findSurvivor(facts.humans, volunteer)))
  }
  return captured
}

/** Whether another hand than the caller's says that people came: an own check-in or check-out, a head count of all, a review or a check. */
const makeIsConfirmed = (facts: Facts): ((of: ReadonlyArray<Presence>) => boolean) => {
  const captured = listCaptured(facts)
  return (of) => {
    const [first] = of
    if (first === undefined) return false
    const { came: caller, occasion, record } = first
    const isOther = (person: PersonId): boolean => findSurvivor(facts.humans, person) !== caller
    const { source } = record
    const opinions = source.type === 'order' ? (facts.orders.get(source.orderId)?.opinions ?? []) : []
    return (
      [...(captured.get(occasion) ?? [])].some(isOther) ||
      (facts.heads.get(occasion) ?? []).some(({ by, count }) => isOther(by) && count >= of.length) ||
      opinions.some(
        ({ round, by, verdict }) =>
          source.type === 'order' && round === source.round && verdict !== 'not-solved' && isOther(by),
      )
    )
  }
}

const find = (facts: Facts): ReadonlyArray<Finding> => {
  const isConfirmed = makeIsConfirmed(facts)
  const rolled = listPresences(facts).filter(isRolled)
  const found = [...groupOnes(rolled, ({ came, month }) => `${came} ${month}`).values()].flatMap((ofCaller) => {
    const occasions = [...groupOnes(ofCaller, ({ occasion }) => occasion).values()]
    const alone = occasions.filter((of) => !isConfirmed(of)).flat()
    const share = alone.length / ofCaller.length
    if (alone.length < fewestPresences || share < leastShare) return []
    const persons = alone.flatMap(({ came, volunteer }) => [came, volunteer])
    const teams = alone.flatMap(({ record: { teamId } }) => (teamId === null ? [] : [teamId]))
    const people = new Set(alone.map(({ volunteer }) => volunteer)).size
    return [makeFinding(name, { persons, teams }, alone, { share, people })]
  })
  return inOrder(found)
}

export const rollsAlone: Detector = {
  name,
  title: { zh: '只凭一人点名的到场', en: 'Presences on one caller’s word alone' },
  sees: {
    zh: '一名点名人一个月里有六人次以上、占其点名的一半以上，到场与离场都只凭他一人之言：该场没有别人自己签到或签退，没有别人报过够数的人数，求助方没有说来过人，也没有独立回访说来过人。',
    en: 'One caller with six presences a month or more, and half of those that the caller speaks for, whose arrival and departure rest on this word alone: at these occasions no other person checked in or out or counted as many heads, and neither a review nor an independent check says that they came.',
  },
  passes: {
    zh: '每月五人次以内：按全国默认政策一次至多计划二十四小时，每月七千二百分钟看不出来（同一人满十六小时者另有抽问）；有一名同伙自己签到，或求助方同谋作评价。',
    en: 'Up to five presences a month: by the national defaults a round is planned for 24 hours at most, so that 7200 minutes a month pass unseen; of one person with 16 hours or more a record is drawn. A friend among them who checks in, or a requester who is in on it and reviews.',
  },
  honest: {
    zh: '老师给全班点名，求助方报过人数；没有网络的村，求助方作了评价；几名同学自己签到：都有另一只手作证。',
    en: 'A teacher who calls the roll of a class whose heads the requester counted; a village without network that is reviewed; a class of which some check in themselves: another hand says so each time.',
  },
  reads: ['presences', 'heads', 'records', 'orders', 'humans'],
  find,
}
