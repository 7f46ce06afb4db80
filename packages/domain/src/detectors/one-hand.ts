import { toMillis, type Instant } from '@zhiyuan/kernel'
import type { Detector, Finding } from './detector.ts'
import type { Facts } from './facts/facts.ts'
import { groupOnes, inOrder, makeFinding } from './listing.ts'
import { listVisits, visitFacts, type Visit } from './visits.ts'

const name = 'one-hand'

/** One hand on several telephones takes seconds from one to the next. */
const apartMs = 30_000
/** Days in a month on which two people at two addresses come and leave together: by chance it is one. */
const fewestDays = 4

interface Span {
  readonly visit: Visit
  readonly start: number
  readonly end: number
}

const measureSpan = (visit: Visit): Span => {
  const { segments } = visit.record
  const millis = (at: Instant | undefined): number => (at === undefined ? 0 : toMillis(at))
  return { visit, start: millis(segments[0]?.start), end: millis(segments.at(-1)?.end) }
}

/** The pairs of a team's visits of one day at two orders that began and ended seconds apart. */
const listTogether = (visits: ReadonlyArray<Visit>): ReadonlyArray<readonly [Visit, Visit]> => {
  const spans = visits.map(measureSpan).sort((one, other) => one.start - other.start)
  return spans.flatMap(({ visit, start, end }, index) => {
    const together: (readonly [Visit, Visit])[] = []
    for (const other of spans.slice(index + 1)) {
      if (other.start - start > apartMs) break
      const isElsewhere = other.visit.orderId !== visit.orderId && other.visit.volunteer !== visit.volunteer
      if (isElsewhere && Math.abs(other.end - end) <= apartMs) together.push([visit, other.visit])
    }
    return together
  })
}

const find = (facts: Facts): ReadonlyArray<Finding> => {
  const checkedIn = listVisits(facts).filter(({ record, teamId }) => record.grade === 'system' && teamId !== null)
  const days = groupOnes(checkedIn, ({ teamId, record }) => `${teamId ?? ''} ${record.day}`)
  const together = [...days.values()].flatMap(listTogether)
  const pairs = groupOnes(together, ([one, other]) => [one.volunteer, other.volunteer].sort().join(' ') + one.month)
  const found = [...pairs.values()].flatMap((pair) => {
    const onDays = new Set(pair.map(([one]) => one.record.day)).size
    if (onDays < fewestDays) return []
    const visits = [...new Set(pair.flat())]
    const persons = visits.map(({ volunteer }) => volunteer)
    const teams = visits.flatMap(({ teamId }) => (teamId === null ? [] : [teamId]))
    return [makeFinding(name, { persons, teams }, visits, { days: onDays })]
  })
  return inOrder(found)
}

export const oneHand: Detector = {
  name,
  title: { zh: '一只手替几个人签到', en: 'One hand checks several people in' },
  sees: {
    zh: '同队两人在两张不同的订单上，一个月里有四天以上都在三十秒之内先后签到、也在三十秒之内先后签退。',
    en: 'Two of one team at two orders who check in within thirty seconds of each other, and out as well, on four days of a month or more.',
  },
  passes: {
    zh: '隔一分钟再签下一个；每月三天以内。日志不记设备，同一部手机看不出来。',
    en: 'A minute between one and the next; up to three days a month. The log knows no device, so that one telephone cannot be seen.',
  },
  honest: {
    zh: '一队人在同一订单一起到、一起走：是同一张订单。各去各家、都按九点开始：走的时间不同。',
    en: 'A team that comes and leaves together: it is one order. People who all begin at nine in different homes: they leave at different times.',
  },
  reads: visitFacts,
  find,
}
