import type { Detector, Finding } from './detector.ts'
import type { Facts } from './facts/facts.ts'
import { groupOnes, inOrder, makeFinding, computeShare, sum } from './listing.ts'
import { isToTheMinute, listVisits, visitFacts, type Visit } from './visits.ts'

const name = 'invented-visits'

/** Fewer of one pair in a month are too few for a pattern. */
const fewestVisits = 6
/** People who come and go do not leave on the minute nine times of ten. */
const exactShare = 0.9
/** Twenty hours a month of one pair alone want a look, however the times vary: a paired helper gives half of that. */
const longMonth = 1200

/** No third person had a hand in it, and nothing but the best was said. */
const isTheirsAlone = ({ volunteers, hands, voice, opinions }: Visit): boolean =>
  volunteers === 1 && [...hands].every((hand) => hand === voice) && opinions.every(({ rating }) => rating === 5)

/** The share of visits that last as long as the most frequent length. */
const sameLength = (visits: ReadonlyArray<Visit>): number => {
  const sizes = [...groupOnes(visits, ({ minutes }) => `${minutes}`).values()].map(({ length }) => length)
  return Math.max(0, ...sizes) / Math.max(1, visits.length)
}

const judge = (
  alone: ReadonlyArray<Visit>,
  all: { readonly ofVolunteer: ReadonlyArray<Visit>; readonly ofVoice: ReadonlyArray<Visit> },
): Finding['signs'] | null => {
  if (alone.length < fewestVisits) return null
  const share = (of: ReadonlyArray<Visit>): number => alone.length / Math.max(1, of.length)
  const signs = {
    toTheMinute: computeShare(alone, isToTheMinute),
    sameLength: sameLength(alone),
    ofVolunteer: share(all.ofVolunteer),
    ofVoice: share(all.ofVoice),
  }
  const isExact = Math.max(signs.toTheMinute, signs.sameLength) >= exactShare
  const isLong = sum(alone, ({ minutes }) => minutes) >= longMonth
  const isClosed = Math.min(signs.ofVolunteer, signs.ofVoice) >= exactShare
  return isExact || (isLong && isClosed) ? signs : null
}

const find = (facts: Facts): ReadonlyArray<Finding> => {
  const visits = listVisits(facts)
  const ofVolunteer = groupOnes(visits, ({ volunteer, month }) => `${volunteer} ${month}`)
  const ofVoice = groupOnes(visits, ({ voice, month }) => `${voice} ${month}`)
  const pairs = groupOnes(
    visits.filter(isTheirsAlone),
    ({ volunteer, voice, month }) => `${volunteer} ${voice} ${month}`,
  )
  const found = [...pairs.values()].flatMap((pair) => {
    const [first] = pair
    if (first === undefined) return []
    const { volunteer, voice, month } = first
    const signs = judge(pair, {
      ofVolunteer: ofVolunteer.get(`${volunteer} ${month}`) ?? [],
      ofVoice: ofVoice.get(`${voice} ${month}`) ?? [],
    })
    return signs === null ? [] : [makeFinding(name, { persons: [volunteer, voice] }, pair, signs)]
  })
  return inOrder(found)
}

export const inventedVisits: Detector = {
  name,
  title: { zh: '双方虚构的服务', en: 'Visits that both sides invent' },
  sees: {
    zh: '同一志愿者与同一求助人（或代办人）一个月六次以上，只有这两人作证，没有第三人到场、代录、确认或回访，评价只有满分；并且时长次次相同或与预约分秒不差，或这一对每月二十小时以上且彼此别无他人。',
    en: 'One volunteer and one requester or proxy, six times a month or more, on the word of these two alone: no other volunteer, recorder, confirmer or follow-up, and no review below the best. Besides, the times are those of the plan to the minute or the lengths are all equal; or the two give twenty hours a month and have no one else.',
  },
  passes: {
    zh: '每月五次以内：按全国默认政策一次至多计划二十四小时，每月七千二百分钟看不出来（满十六小时者另有抽问）；或者时长有变化、每月不到二十小时。',
    en: 'Up to five visits a month: by the national defaults a round is planned for 24 hours at most, so that 7200 minutes a month pass unseen; of who has 16 hours or more a record is drawn. Or less than twenty hours of varying lengths.',
  },
  honest: {
    zh: '护士一个月走访十位老人三十次：时长不一，每位老人次数少。结对帮扶每周两次：时长不一，不到二十小时。',
    en: 'A nurse with thirty visits to ten elders: the lengths vary, and each elder has few. A paired helper who comes twice a week: the lengths vary, and there are less than twenty hours.',
  },
  reads: visitFacts,
  find,
}
