/** Heads that are told for a sheet of people who were not there. */
import type { Attack } from '../attack.ts'
import { interval, listNames } from '../county.ts'
import { approveSheet, enterSheet, publish, tellHeads } from './words.ts'

const day = '04-24'
const morning = interval(`${day} 01:00`, `${day} 05:00`)
const crowd = 25
export const heads: ReadonlyArray<Attack> = [
  {
    id: 'sheet-counted-by-a-friend',
    source: 'report 10',
    name: { zh: '二十五人的假名单，上级同伙报人数并审核', en: 'a sheet of 25, counted and approved by friends above' },
    note: {
      zh: '二十人以下无须报人数：录入员与上级审核人两人即可，花掉积分的买家才是第三人',
      en: 'below 20 people no head count is needed: the clerk and the approver above are two persons, and only the buyer who spends the points is the third',
    },
    ...{ people: crowd, colluders: ['k1', 'kt', 'qt'], gain: listNames(crowd) },
    play: async ({ at, does, tries }) => {
      await at('04-20 01:00')
      await does('k1', publish('S', morning))
      await at('04-24 03:00')
      await does('kt', tellHeads('S', crowd))
      await at('04-25 01:00')
      await does('k1', enterSheet('L1', 'S', day, listNames(crowd)))
      await at('04-29 01:00')
      await tries('qt', approveSheet('L1'))
    },
  },
  {
    id: 'sheet-counted-by-recorder',
    source: 'own (H12)',
    name: { zh: '录入员自己报二十五人', en: 'the recorder tells 25 heads himself' },
    ...{ people: crowd, colluders: ['k1', 'q1'], gain: listNames(crowd) },
    play: async ({ at, does, tries }) => {
      await at('04-20 01:00')
      await does('k1', publish('S', morning))
      await at('04-24 03:00')
      await does('k1', tellHeads('S', crowd))
      await at('04-25 01:00')
      await does('k1', enterSheet('L1', 'S', day, listNames(crowd)))
      await at('04-29 01:00')
      await tries('q1', approveSheet('L1'))
    },
  },
  {
    id: 'session-announced-afterwards',
    source: 'report 10',
    name: {
      zh: '活动过后才公告，人数次日才报',
      en: 'the session is announced afterwards, its heads told the day after',
    },
    ...{ people: 1, colluders: ['k1', 'kt'], gain: ['v0'] },
    play: async ({ at, does, tries }) => {
      await at('04-20 01:00')
      await does('k1', publish('S', morning))
      await at('04-25 01:00')
      await tries('k1', publish('late', morning))
      await tries('kt', tellHeads('S', 25))
    },
  },
]
