import type { UnitId } from '@zhiyuan/kernel'
import { findSurvivor } from '../slices/people/humans/humans.read.ts'
import type { Detector, Finding } from './detector.ts'
import type { Facts } from './facts/facts.ts'
import type { RecordFact } from './facts/record-facts.ts'
import { groupOnes, inOrder, makeFinding, median, readMonth, sum } from './listing.ts'

const name = 'manual-share'

/** A unit below these minutes a month is no measure for others, and a few hours by hand are no habit. */
const fewestMinutes = 1200
/** A median of fewer others of the level says nothing. */
const fewestOthers = 3
/** Half by hand, and three times the share of its like. */
const highShare = 0.5
const manyTimes = 3
/** A festival on paper is one day or two. */
const fewestDays = 5

interface UnitMonth {
  readonly unit: UnitId
  readonly level: string
  readonly month: string
  readonly manual: ReadonlyArray<RecordFact>
  readonly share: number
}

const sumMinutes = (records: ReadonlyArray<RecordFact>): number => sum(records, ({ minutes }) => minutes)

const listUnitMonths = ({ records, levels }: Facts): ReadonlyArray<UnitMonth> => {
  const counting = [...records.values()].filter(({ counts }) => counts)
  const groups = groupOnes(counting, ({ recordingUnit, day }) => `${recordingUnit} ${readMonth(day)}`)
  return [...groups.values()].flatMap((all) => {
    const [first] = all
    const total = sumMinutes(all)
    if (first === undefined || total < fewestMinutes) return []
    const manual = all.filter(({ grade }) => grade === 'manual')
    const unit = first.recordingUnit
    return [
      {
        unit,
        level: levels.get(unit) ?? 'unknown',
        month: readMonth(first.day),
        manual,
        share: sumMinutes(manual) / total,
      },
    ]
  })
}

const find = (facts: Facts): ReadonlyArray<Finding> => {
  const all = listUnitMonths(facts)
  const peers = groupOnes(all, ({ level, month }) => `${level} ${month}`)
  const found = all.flatMap(({ unit, level, month, manual, share }) => {
    const others = (peers.get(`${level} ${month}`) ?? []).filter((one) => one.unit !== unit)
    const usual = median(others.map((one) => one.share))
    const days = new Set(manual.map(({ day }) => day)).size
    if (others.length < fewestOthers || days < fewestDays || sumMinutes(manual) < fewestMinutes) return []
    if (share < highShare || share < manyTimes * usual) return []
    const seen = manual.map(({ minutes, entered }) => ({ month, minutes, evidence: [entered] }))
    const persons = manual.flatMap(({ recorder }) => (recorder === null ? [] : [findSurvivor(facts.humans, recorder)]))
    return [makeFinding(name, { units: [unit], persons }, seen, { share, usual, days })]
  })
  return inOrder(found)
}

export const manualShare: Detector = {
  name,
  title: { zh: '代录比例异常的单位', en: 'A unit that enters by hand what others do not' },
  sees: {
    zh: '一个单位一个月里代录分钟占一半以上，并且是同级其他单位中位数的三倍以上，代录分布在五天以上。',
    en: 'A unit with half of its minutes of a month or more entered by hand, three times the median of the others of its level or more, on five days or more.',
  },
  passes: {
    zh: '每月二十小时以内；代录不到一半；或者同级单位都这样。',
    en: 'Up to twenty hours a month; less than a half; or a level at which all do so.',
  },
  honest: {
    zh: '节日一天用纸质签到表：只有一两天。全县没有网络：同级都高。',
    en: 'A festival on paper: it is one day or two. A county without network: all of the level are high.',
  },
  reads: ['records', 'levels', 'humans'],
  find,
}
