/** Orders that are given to a friend, held back, or set in the past. */
import type { Attack } from '../attack.ts'
import { interval, V1, V2 } from '../county.ts'
import { accept, dispatch, order, round, acceptOrder, takeSeat } from './round.ts'
import { why } from './words.ts'

const morning = interval('05-07 01:00', '05-07 02:00')
const search = { type: 'ConcludeNoTeam', orderId: 'O1', searchId: 'S1' }

export const orders: ReadonlyArray<Attack> = [
  {
    id: 'forged-ranking',
    source: 'F6 c; second-story 14; report 26',
    name: { zh: '派单员自带只有亲友队的排序', en: 'the dispatcher hands in a ranking of the friend alone' },
    ...{ colluders: ['p1'], gain: [] },
    play: async (stage) => {
      await stage.at('05-06 00:00')
      await order(stage, '05-06 00:00', morning)
      const mine = { candidates: [{ teamId: 'TB' }], candidateCount: 1, leftOut: [] }
      await stage.tries('p1', { ...dispatch('TB'), ranking: mine })
      await stage.tries('p1', dispatch('TB'))
    },
  },
  {
    id: 'no-team-found',
    source: 'F6 c; second-story 14',
    name: { zh: '明有队伍可派，却报无队可派', en: 'no team found, though two fit' },
    ...{ colluders: ['p1'], gain: [] },
    play: async (stage) => {
      await stage.at('05-06 00:00')
      await order(stage, '05-06 00:00', morning)
      await stage.tries('p1', { ...search, ranking: { candidates: [], candidateCount: 0, leftOut: [] } })
      await stage.tries('p1', search)
    },
  },
  {
    id: 'rival-closed',
    source: 'own (O10)',
    name: { zh: '排序之前办事员先关掉对手队', en: 'a clerk closes the rival team before the ranking' },
    ...{ colluders: ['k1'], gain: [] },
    play: async (stage) => {
      await stage.at('05-06 00:00')
      await stage.tries('k1', { type: 'ChangeOpenness', teamId: 'TA', open: { levels: ['city'], units: [] } })
    },
  },
  {
    id: 'round-and-round',
    source: 'second-story 6, loop 11',
    name: { zh: '在两村之间来回转，重启四十八小时', en: 'transfers between two villages, to restart the 48 hours' },
    ...{ colluders: ['p1'], gain: [] },
    play: async (stage) => {
      await stage.at('05-06 00:00')
      await order(stage, '05-06 00:00', null)
      const transfer = (from: string, to: string) => ({ type: 'TransferOrder', ...round, from, to, ...why('x') })
      await stage.at('05-07 12:00')
      await stage.does('p1', transfer(V1, V2))
      await stage.tries('p1', transfer(V2, V1))
    },
  },
  {
    id: 'own-extension',
    source: 'own (O27)',
    name: {
      zh: '自己申请延期，又以上级身份自批',
      en: 'a later day is asked for, and granted by the same person in office',
    },
    ...{ colluders: ['p1'], gain: [] },
    play: async (stage) => {
      await stage.at('05-06 00:00')
      await order(stage, '05-06 00:00', null)
      await stage.does('p1', { type: 'AskExtension', ...round, day: '2020-12-30', ...why('team-away') })
      await stage.tries('p1', { type: 'AnswerExtension', ...round, grant: true })
    },
  },
  {
    id: 'backdated-time',
    source: 'own (O22)',
    name: { zh: '队长把服务时间定到昨天', en: 'a leader sets a service time that begins yesterday' },
    ...{ colluders: ['b'], gain: [] },
    play: async (stage) => {
      await stage.at('05-06 00:00')
      await order(stage, '05-06 00:00', null)
      await stage.does('p1', dispatch())
      await stage.does('b', accept())
      await stage.at('05-07 04:00')
      await stage.tries('b', { type: 'SetServiceTime', ...round, planned: interval('05-06 12:00', '05-07 05:00') })
    },
  },
  {
    id: 'seat-too-many',
    source: 'report 02',
    name: { zh: '席位已满仍领岗', en: 'a seat in an order that is full' },
    ...{ colluders: ['f'], gain: [] },
    play: async (stage) => {
      await stage.at('05-06 00:00')
      await order(stage, '05-06 00:00', morning)
      await acceptOrder(stage)
      for (const person of ['a', 'b']) await stage.does(person, takeSeat())
      await stage.tries('f', takeSeat())
    },
  },
]
