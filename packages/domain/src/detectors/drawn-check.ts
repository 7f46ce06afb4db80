import { occasionKey } from '../vocabulary/occasion.ts'
import { findSurvivor } from '../slices/people/humans/humans.read.ts'
import type { Detector, Finding, Question } from './detector.ts'
import type { Facts } from './facts/facts.ts'
import type { RecordFact } from './facts/record-facts.ts'
import { compare, groupOnes, inOrder, listOnce, makeFinding, readMonth, sum } from './listing.ts'
import { visitFacts } from './visits.ts'

const name = 'drawn-check'

/** Of one human in a month: below it no one is asked. */
const fewestMinutes = 960

/** FNV-1a of 32 bits. */
const digest = (text: string): number =>
  [...text].reduce((sum, one) => Math.imul(sum ^ one.charCodeAt(0), 0x01000193), 0x811c9dc5) >>> 0

/** Its place in the draw rests on the ids of the events that entered and verified it, which no one knows before it counts. */
const draw = (records: ReadonlyArray<RecordFact>): RecordFact | undefined =>
  records
    .map((record) => ({ record, ids: record.ids.join(' '), lot: digest(record.ids.join(' ')) }))
    .sort((one, other) => one.lot - other.lot || compare(one.ids, other.ids))[0]?.record

const ask = (facts: Facts, { recordId, source, volunteer }: RecordFact, there: ReadonlyArray<RecordFact>): Question => {
  const human = (person: RecordFact['volunteer']) => findSurvivor(facts.humans, person)
  const order = source.type === 'order' ? facts.orders.get(source.orderId) : undefined
  const proxy = order?.proxy ?? null
  return {
    ...{ recordId, source },
    beside: listOnce(there.map((other) => human(other.volunteer))).filter((other) => other !== human(volunteer)),
    requester: order === undefined ? null : human(order.requester),
    proxy: proxy === null ? null : human(proxy),
  }
}

const find = (facts: Facts): ReadonlyArray<Finding> => {
  const counted = [...facts.records.values()].filter(({ counts, minutes }) => counts && minutes > 0)
  const occasions = groupOnes(counted, ({ source }) => occasionKey(source))
  const human = ({ volunteer }: RecordFact) => findSurvivor(facts.humans, volunteer)
  const months = groupOnes(counted, (record) => `${human(record)} ${readMonth(record.day)}`)
  const found = [...months.values()].flatMap((ofMonth) => {
    const minutes = sum(ofMonth, (record) => record.minutes)
    const drawn = minutes < fewestMinutes ? undefined : draw(ofMonth)
    if (drawn === undefined) return []
    const { recordingUnit, teamId, entered, day } = drawn
    const about = { persons: [human(drawn)], units: [recordingUnit], teams: teamId === null ? [] : [teamId] }
    const seen = { month: readMonth(day), minutes: drawn.minutes, evidence: [entered] }
    const question = ask(facts, drawn, occasions.get(occasionKey(drawn.source)) ?? [])
    return [makeFinding(name, about, [seen], { minutes, records: ofMonth.length }, question)]
  })
  return inOrder(found)
}

export const drawnCheck: Detector = {
  name,
  title: { zh: '抽中询问的一次服务', en: 'A service that is drawn to be asked about' },
  sees: {
    zh: '不是嫌疑，只是一问：每人每月计入十六小时以上的，从当月记录中抽一条，请人去问求助人、同场的人和队伍：他来过吗，待了多久？按录入与审核事件的编号算出，同一日志总抽中同一条；编号由随机的命令号而来，事前无人知道，也挑不了。查问由区县自己办理，结果不写入账本。',
    en: 'No suspicion, but a question: of each person with 16 hours or more that count in a month, one record of that month is drawn, for someone to ask the requester, those who were there and the team: did this person come, and for how long? It is drawn by the ids of the events that entered and verified it, so that the same log draws the same; the ids come of random command ids, and no one knows or picks them beforehand. Asking is the work of the county, and the answer is not written in the ledger.',
  },
  passes: {
    zh: '每人每月不到十六小时：每月九百五十九分钟不被询问；没有抽中的其他各条；各月只抽中一条，十三次中有一次是假的，十三个月里只问到一次左右；审核人同谋并用程序自拟命令号，可以挑选；问到的人也是同谋；无人去问。',
    en: 'Less than 16 hours a month each: 959 minutes a person and month are not asked about. Every record that is not drawn: of thirteen services of which one is invented, it is asked about in one month of thirteen. An approver in on it, who makes up command ids by a program until they suit. Those who are asked are in on it too. No one goes and asks.',
  },
  honest: {
    zh: '人人都可能抽中，诚实者也一样：每月至多一问，答“来过”即可，分钟照常计入。',
    en: 'It draws honest people as well, one question a month at most: the answer is that they came, and their minutes count all along.',
  },
  reads: visitFacts,
  find,
}
