/** Honest days by hand and on paper. */
import { interval, listNames } from '../county.ts'
import { approveSheet, backfill, enterSheet, publish, tellHeads, verify } from '../plays/words.ts'
import type { HonestDay } from './honest.ts'

const dueEach = (people: ReadonlyArray<string>, minutes: number) =>
  Object.fromEntries(people.map((person) => [person, minutes]))
const morning = interval('04-24 01:00', '04-24 05:00')
const nextLook = { zh: '次一工作日结束后审核', en: 'approved after the next working day' }
const visits = Array.from({ length: 30 }, (_, n) => {
  const day = 20 + Math.floor(n / 6)
  const hour = (n % 6) + 1
  return interval(`04-${day} 0${hour}:00`, `04-${day} 0${hour}:25`)
})
const week = ['20', '21', '22', '23', '24'].map((day) => `04-${day}`)

export const paperDays: ReadonlyArray<HonestDay> = [
  {
    id: 'festival-counted',
    name: { zh: '二百人的庙会，当日报过人数', en: 'a festival of 200 on paper, its heads counted on the day' },
    ...{ people: 200, volunteers: 200, due: dueEach(listNames(200), 120), delay: nextLook },
    play: async ({ at, does }) => {
      await at('04-20 01:00')
      await does('k1', publish('festival', morning))
      await at('04-24 03:00')
      await does('kt', tellHeads('festival', 200))
      await at('04-26 01:00')
      await does('k1', enterSheet('L1', 'festival', '04-24', listNames(200)))
      await at('04-28 01:00')
      await does('qt', approveSheet('L1'))
    },
  },
  {
    id: 'festival-uncounted',
    name: { zh: '二百人的庙会，当日无人报人数', en: 'the same festival, its heads counted by no one' },
    ...{ people: 200, volunteers: 200, due: dueEach(listNames(200), 120) },
    delay: {
      zh: '上级一次裁定后，次一工作日结束后审核',
      en: 'one ruling by the unit above, then approved after the next working day',
    },
    play: async ({ at, does }) => {
      await at('04-20 01:00')
      await does('k1', publish('festival', morning))
      await at('04-26 01:00')
      await does('k1', enterSheet('L1', 'festival', '04-24', listNames(200)))
      await does('qt', {
        type: 'RuleBurst',
        burstId: 's.festival',
        number: 1,
        verdict: 'none',
        reason: { code: 'list-seen', text: null },
      })
      await at('04-28 01:00')
      await does('qt', approveSheet('L1'))
    },
  },
  {
    id: 'nurse',
    name: { zh: '护士一周三十次上门', en: 'a nurse with thirty visits in a week' },
    ...{ people: 1, volunteers: 1, due: { v0: 750 }, delay: nextLook },
    play: async ({ at, does }) => {
      await at('04-19 01:00')
      for (const [n, visit] of visits.entries()) await does('k1', publish(`home${n}`, visit))
      await at('04-26 01:00')
      for (const [n, visit] of visits.entries()) await does('k1', backfill('v0', `R${n}`, `home${n}`, visit))
      await at('04-28 01:00')
      for (const n of visits.keys()) await does('q1', verify('v0', `R${n}`))
    },
  },
  {
    id: 'sole-clerk',
    name: { zh: '只有一名办事员的村，一周五份名单', en: 'the sheets of a week by the sole clerk of a village' },
    ...{ people: 45, volunteers: 45, due: dueEach(listNames(45), 120), delay: nextLook },
    play: async ({ at, does }) => {
      await at('04-19 01:00')
      for (const day of week) await does('k1', publish(`S${day}`, interval(`${day} 01:00`, `${day} 05:00`)))
      await at('04-26 01:00')
      for (const [n, day] of week.entries())
        await does('k1', enterSheet(`L${n}`, `S${day}`, day, listNames(45).slice(9 * n, 9 * n + 9)))
      await at('04-28 01:00')
      for (const n of week.keys()) await does('q1', approveSheet(`L${n}`))
    },
  },
]
