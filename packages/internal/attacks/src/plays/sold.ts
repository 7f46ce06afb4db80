/** Hours that are sold: entered by hand for a few people who were not there. */
import type { Attack } from '../attack.ts'
import { interval, listNames } from '../county.ts'
import { backfill, publish, redeem, verify } from './words.ts'

const evening = interval('04-24 01:00', '04-24 04:00')
const days = (month: string, dates: ReadonlyArray<number>): ReadonlyArray<string> =>
  dates.map((date) => `${month}-${String(date).padStart(2, '0')}`)
const long = (day: string) => interval(`${day} 01:00`, `${day} 09:00`)

export const sold: ReadonlyArray<Attack> = [
  {
    id: 'sold-at-once',
    source: 'second-story b; report 10',
    name: { zh: '补录两分钟后即审核', en: 'verified two minutes after the entry' },
    people: 1,
    colluders: ['k1', 'q1', 'v0'],
    gain: ['v0'],
    play: async ({ at, does, tries }) => {
      await at('04-20 01:00')
      await does('k1', publish('S', evening))
      await at('04-27 01:00')
      await does('k1', backfill('v0', 'R1', 'S', evening))
      await at('04-27 01:02')
      await tries('q1', verify('v0', 'R1'))
    },
  },
  {
    id: 'sold-six-weeks-late',
    source: 'second-story b',
    name: {
      zh: '六周后卖出工时，过复看期再审核并兑换积分',
      en: 'sold six weeks late, verified after the second look, points spent',
    },
    people: 1,
    colluders: ['k1', 'q1', 'v0'],
    gain: ['v0'],
    play: async ({ at, does, tries }) => {
      await at('04-20 01:00')
      await does('k1', publish('S', evening))
      await at('06-05 02:00')
      await does('k1', backfill('v0', 'R1', 'S', evening))
      await at('06-09 02:00')
      await tries('q1', verify('v0', 'R1'))
      await tries('v0', redeem('v0', 6))
    },
  },
  {
    id: 'bought-patiently',
    source: 'report 10',
    name: {
      zh: '事先公告假活动，每日为五人补录八小时，过复看期审核，再兑换积分',
      en: 'sessions announced in advance, eight hours for five people a day, verified after the second look, points spent',
    },
    people: 5,
    colluders: ['k1', 'q1', 'v0', 'v1', 'v2', 'v3', 'v4'],
    gain: listNames(5),
    play: async ({ at, does, tries }) => {
      const served = days('04', [21, 22, 23, 24])
      await at('04-20 01:00')
      for (const day of served) await does('k1', publish(`S${day}`, long(day)))
      for (const day of served) {
        await at(`${day} 10:00`)
        for (const person of listNames(5)) await does('k1', backfill(person, `R${day}`, `S${day}`, long(day)))
      }
      await at('04-30 01:00')
      for (const person of listNames(5)) for (const day of served) await tries('q1', verify(person, `R${day}`))
      for (const person of listNames(5)) await tries(person, redeem(person, 60))
    },
  },
  {
    id: 'session-made-up',
    source: 'report 10; F6 b',
    name: { zh: '二十天都记在卖家自己命名的活动里', en: 'twenty days in sessions that the seller names' },
    people: 1,
    colluders: ['k1', 'q1', 'v0'],
    gain: ['v0'],
    play: async ({ at, does, tries, clears }) => {
      const served = days(
        '04',
        Array.from({ length: 20 }, (_, n) => n + 2),
      )
      await at('04-27 01:00')
      for (const day of served)
        await does('k1', backfill('v0', `R${day}`, `warm-${day}`, interval(`${day} 01:00`, `${day} 06:00`)))
      await at('04-29 01:00')
      for (const day of served) await clears('q1', 'v0', `R${day}`)
      for (const day of served) await tries('q1', verify('v0', `R${day}`))
    },
  },
  {
    id: 'responsible-for-oneself',
    source: 'second-story 1',
    name: { zh: '负责人就是受益的志愿者', en: 'the responsible person is the volunteer' },
    people: 1,
    colluders: ['k1', 'v0'],
    gain: ['v0'],
    play: async ({ at, does, tries }) => {
      await at('04-20 01:00')
      await does('k1', publish('S', evening))
      await at('04-27 01:00')
      await tries('k1', backfill('v0', 'R1', 'S', evening, { responsible: 'v0' }))
    },
  },
  {
    id: 'backdated',
    source: 'own (H4)',
    name: {
      zh: '补录时自称早已发生，以躲过迟录标记',
      en: 'the entry says that it was sent weeks ago, to escape the mark',
    },
    people: 1,
    colluders: ['k1', 'q1', 'v0'],
    gain: ['v0'],
    play: async ({ at, does, tries }) => {
      await at('04-20 01:00')
      await does('k1', publish('S', evening))
      await at('06-05 02:00')
      await does('k1', backfill('v0', 'R1', 'S', evening), '06-04 15:00')
      await at('06-05 02:05')
      await tries('q1', verify('v0', 'R1'))
    },
  },
]
