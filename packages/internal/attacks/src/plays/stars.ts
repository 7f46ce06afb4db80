/** Stars on hours that should not carry them, or that are given by oneself. */
import type { Attack } from '../attack.ts'
import { actor, claim, interval, register, V1 } from '../county.ts'
import { approveSheet, backfill, enterSheet, publish, tellHeads, verify } from './words.ts'

const star = { volunteer: 'v0', applicationId: 'x' }
const listDays = (from: number, count: number): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, n) => `04-${String(from + n).padStart(2, '0')}`)
const long = (day: string) => interval(`${day} 01:00`, `${day} 09:00`)
const oneLine = (day: string) => ({ lines: [{ volunteer: 'v0', segments: [long(day)], minutes: 480 }] })
const [served, bought] = [listDays(3, 9), listDays(12, 4)]

export const stars: ReadonlyArray<Attack> = [
  {
    id: 'star-by-hand',
    source: 'report 10; second-story b',
    name: { zh: '全凭补录工时申请星级', en: 'a star is applied for on hours by hand alone' },
    ...{ people: 1, colluders: ['k1', 'q1', 's', 'v0'], gain: ['v0'] },
    play: async (stage) => {
      const days = listDays(3, 13)
      await stage.at('04-02 01:00')
      for (const day of days) await stage.does('k1', publish(`S${day}`, long(day)))
      await stage.at('04-16 01:00')
      for (const day of days) await stage.does('k1', backfill('v0', `R${day}`, `S${day}`, long(day)))
      await stage.at('04-20 01:00')
      for (const day of days) await stage.does('q1', verify('v0', `R${day}`))
      await stage.tries('v0', { type: 'ApplyForStar', ...star, level: 1 })
      await stage.tries('s', { type: 'ExamineApplication', ...star, heard: 0 })
    },
  },
  {
    id: 'third-of-a-star',
    source: 'own (W1)',
    name: {
      zh: '真实服务七十二小时，再买三十二小时补录，凑成一星',
      en: '72 hours that were served, and 32 bought by hand, make a first star',
    },
    ...{ people: 1, colluders: ['k1', 'q1', 'v0'], gain: ['v0'], served: 4320 },
    play: async (stage) => {
      await stage.at('04-02 00:00')
      for (const day of served) await stage.does('k0', publish(`S${day}`, long(day)))
      for (const day of bought) await stage.does('k1', publish(`S${day}`, long(day)))
      for (const day of served) {
        await stage.at(`${day} 03:00`)
        await stage.does('kt', tellHeads(`S${day}`, 1))
      }
      await stage.at('04-16 01:00')
      for (const day of served) await stage.does('k0', enterSheet(`L${day}`, `S${day}`, day, [], oneLine(day)))
      for (const day of bought) await stage.does('k1', backfill('v0', `R${day}`, `S${day}`, long(day)))
      await stage.at('04-20 01:00')
      for (const day of served) await stage.does('qt', approveSheet(`L${day}`))
      for (const day of bought) await stage.tries('q1', verify('v0', `R${day}`))
      await stage.tries('v0', { type: 'ApplyForStar', ...star, level: 1 })
      await stage.tries('s', { type: 'ExamineApplication', ...star, heard: 0 })
      await stage.tries('s', { type: 'OpenNotice', ...star, heard: 0 })
      await stage.at('04-30 01:00')
      await stage.tries('s', { type: 'GrantStar', ...star })
    },
  },
  {
    id: 'own-star',
    source: 'authority matrix',
    name: { zh: '星级认定员审查自己的申请', en: 'the star authority examines the own application' },
    ...{ colluders: ['s'], gain: ['s'] },
    play: async (stage) => {
      for (const command of [claim('s'), register('s')]) await stage.does('admin', command)
      await stage.at('04-29 01:00')
      const own = { volunteer: 's', applicationId: 'x' }
      await stage.tries(actor('s', 'volunteer', V1), { type: 'ApplyForStar', ...own, level: 1 })
      await stage.tries('s', { type: 'ExamineApplication', ...own, heard: 0 })
    },
  },
]
