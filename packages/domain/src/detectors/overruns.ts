import { minutesBetween, type PersonId } from '@zhiyuan/kernel'
import { attendanceTerms } from '../slices/attendance/assignment/assignment.terms.ts'
import { readTerms } from '../slices/organisation/policy/terms.ts'
import type { Detector, Finding } from './detector.ts'
import type { Facts } from './facts/facts.ts'
import { groupOnes, inOrder, makeFinding, sum } from './listing.ts'
import { listPresences, type Presence } from './presences.ts'

const name = 'overruns'

/** Fewer of one pair in a month are chance. */
const fewestTimes = 4
/** Of the confirmations between the two. */
const leastShare = 0.5
/** Of what the policy allows past the planned end: who works on for a while stays below it. */
const longPart = 0.5

/** The minutes past the planned end, and what the policy allows; null where neither is known. */
const measure = ({ policies }: Facts, { fact, record }: Presence): { beyond: number; allowed: number } | null => {
  const { planned, policyVersion } = fact
  const policy = policyVersion === null ? undefined : policies.get(policyVersion)
  const end = record.segments.at(-1)?.end
  if (planned === null || policy === undefined || end === undefined) return null
  return { beyond: minutesBetween(planned.end, end), allowed: readTerms(attendanceTerms, policy).overrun }
}

const find = (facts: Facts): ReadonlyArray<Finding> => {
  const confirmed = listPresences(facts).flatMap((presence) => {
    const measured = presence.fact.confirmedAs === null ? null : measure(facts, presence)
    return measured === null ? [] : [{ ...presence, ...measured }]
  })
  const people = ({ volunteer, left }: Presence): ReadonlyArray<PersonId> => [volunteer, left].sort()
  const pairs = groupOnes(confirmed, (presence) => `${people(presence).join(' ')} ${presence.month}`)
  const found = [...pairs.values()].flatMap((pair) => {
    const late = pair.filter(({ beyond, allowed }) => beyond > allowed * longPart)
    const share = late.length / pair.length
    if (late.length < fewestTimes || share < leastShare) return []
    const signs = { share, beyond: sum(late, ({ beyond }) => beyond) }
    return [makeFinding(name, { persons: late.flatMap(people) }, late, signs)]
  })
  return inOrder(found)
}

export const overruns: Detector = {
  name,
  title: { zh: '总被确认到最迟一刻', en: 'Confirmed to the latest end again and again' },
  sees: {
    zh: '同一对人一个月里四次以上、占彼此确认的一半以上，一人没有签退，另一人确认的离场时刻超过计划，用去办法所许拖延时间的一半以上。',
    en: 'Two people of whom one confirms when the other left, four times a month or more, and in half of their confirmations, later than planned by more than half of what the policy allows.',
  },
  passes: {
    zh: '每月三次以内：按全国默认政策每次至多三十分钟，每月九十分钟看不出来；每次至多十五分钟，次数不限：每天一次，三十天四百五十分钟；每次换人确认。',
    en: 'Up to three times a month: by the national defaults 30 minutes each, so that 90 minutes a month pass unseen. Up to 15 minutes each time, however often: once a day, that is 450 minutes in 30 days. Another confirmer each time.',
  },
  honest: {
    zh: '两名护士互相确认一次，确认到计划结束时刻：只有一次，也没有超过计划。',
    en: 'Two nurses who confirm each other once, at the planned end: it is once, and not beyond the plan.',
  },
  reads: ['presences', 'records', 'policies', 'humans'],
  find,
}
