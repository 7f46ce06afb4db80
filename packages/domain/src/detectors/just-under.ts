import type { PersonId } from '@zhiyuan/kernel'
import { occasionKey } from '../vocabulary/occasion.ts'
import { findSurvivor } from '../slices/people/humans/humans.read.ts'
import type { Detector, Finding } from './detector.ts'
import type { Facts } from './facts/facts.ts'
import type { RecordFact } from './facts/record-facts.ts'
import { listNear, measure, type Measured } from './limits.ts'
import { groupOnes, inOrder, makeFinding, readMonth, sum } from './listing.ts'

const name = 'just-under'

/** The widths of the strip below a limit: people of a burst in one place, people of a day, minutes of a person's day. */
const strips = { people: 2, peopleADay: 5, minutes: 60 } as const
/** The people of the strip are so many times the limit: a fixed group is always the same ones. */
const manyPeople = 1.5

const makeCase = (
  facts: Facts,
  near: ReadonlyArray<Measured>,
  concerned: (record: RecordFact) => PersonId | null,
): Finding => {
  const records = near.flatMap((one) => one.records)
  const persons = records.flatMap((record) => concerned(record) ?? [])
  const seen = near.map((one) => ({
    month: readMonth(one.records[0]?.day ?? ''),
    minutes: sum(one.records, ({ counts, minutes }) => (counts ? minutes : 0)),
    evidence: one.records.map(({ entered }) => entered),
  }))
  const about = {
    persons: persons.map((person) => findSurvivor(facts.humans, person)),
    units: records.map(({ recordingUnit }) => recordingUnit),
  }
  const limits = near.map(({ limit }) => limit ?? 0)
  return makeFinding(name, about, seen, { times: near.length, limit: Math.min(...limits) })
}

const find = (facts: Facts): ReadonlyArray<Finding> => {
  const human = ({ volunteer }: RecordFact): PersonId => findSurvivor(facts.humans, volunteer)
  const countPeople = (records: ReadonlyArray<RecordFact>): number => new Set(records.map(human)).size
  const all = [...facts.records.values()]
  const attestedOrManual = all.filter(({ grade }) => grade !== 'system')
  const manual = all.filter(({ grade }) => grade === 'manual')
  const counting = all.filter(({ counts }) => counts)

  const places = measure(facts, attestedOrManual, {
    key: ({ recordingUnit, day, source }) => `${recordingUnit} ${day} ${occasionKey(source)}`,
    limit: ({ bursts }) => bursts.people,
    value: countPeople,
  })
  const days = measure(facts, manual, {
    key: ({ recordingUnit, day }) => `${recordingUnit} ${day}`,
    limit: ({ bursts }) => bursts.peopleADay,
    value: countPeople,
  })
  const longDays = measure(facts, counting, {
    key: (record) => `${human(record)} ${record.day}`,
    // As many minutes as the term says still pass (H13).
    limit: ({ records }) => (records.dayHold === null ? null : records.dayHold + 1),
    value: (records) => sum(records, ({ minutes }) => minutes),
  })

  const near = (groups: ReadonlyArray<Measured>, width: number, by: (record: RecordFact) => string) => {
    const key = ({ records: [first] }: Measured): string =>
      first === undefined ? '' : `${by(first)} ${readMonth(first.day)}`
    return [...groupOnes(groups, key).values()].map((of) => listNear(of, width)).filter(({ length }) => length > 0)
  }
  const isOfMany = (groups: ReadonlyArray<Measured>): boolean =>
    countPeople(groups.flatMap(({ records }) => records)) >= manyPeople * (groups[0]?.limit ?? 0)
  const unit = ({ recordingUnit }: RecordFact): string => recordingUnit
  const ofUnits = [...near(places, strips.people, unit), ...near(days, strips.peopleADay, unit)].filter(isOfMany)
  return inOrder([
    ...ofUnits.map((groups) => makeCase(facts, groups, ({ recorder }) => recorder)),
    ...near(longDays, strips.minutes, human).map((groups) => makeCase(facts, groups, human)),
  ])
}

export const justUnder: Detector = {
  name,
  title: { zh: '总在界线以下', en: 'Always just below a limit' },
  sees: {
    zh: '一个月里三次以上紧贴在办法的界线以下，并多于两旁：同一场代录人数比批量界线少一两人，一天代录人数比日界线少五人以内（且人不相同），一人一天服务差一小时以内到长日界线。',
    en: 'Three times a month or more, and more often than beside it, just below a limit of the policy in force: one or two people fewer than a burst in one place, up to five fewer than a burst of a day, other people each time; or a person’s day within an hour of a long day.',
  },
  passes: {
    zh: '人数少得多的小批；每月两次以内；每次都是同一群人。',
    en: 'Much smaller groups; up to twice a month; always the same people.',
  },
  honest: {
    zh: '每周十九人的班：总是同一群人。节日二百人：远在界线以上。',
    en: 'A class of nineteen each week: it is always the same people. A festival of 200: it is far above.',
  },
  reads: ['records', 'policies', 'humans'],
  find,
}
