/** Needs that an office decides for itself, hides, gives away or orders twice. */
import type { Attack } from '../attack.ts'
import { interval, V2 } from '../county.ts'
import { approveNeed, dispatch, order, voice } from './round.ts'
import { why } from './words.ts'

const morning = interval('05-07 01:00', '05-07 02:00')
export const needs: ReadonlyArray<Attack> = [
  {
    id: 'own-need',
    source: 'F6 k',
    name: {
      zh: '办事员审批自己的需求，派单员派自家的工单',
      en: 'a clerk approves the own need, a dispatcher dispatches the own order',
    },
    ...{ colluders: ['k1', 'p1'], gain: [] },
    play: async (stage) => {
      await stage.at('05-06 00:00')
      await order(stage, '05-06 00:00', morning, { by: 'p1', requester: 'p1' })
      await stage.tries('p1', dispatch())
      await voice(stage, '05-06 00:00', { no: 9, by: 'k1', requester: 'k1', kind: 'feelings' })
      await stage.tries('k1', approveNeed(9))
    },
  },
  {
    id: 'approved-and-left',
    source: 'second-story 6, loop 3',
    name: { zh: '需求批准后从不下单', en: 'a need is approved, and never ordered' },
    ...{ colluders: ['k1'], gain: [] },
    play: async (stage) => {
      await stage.at('05-06 00:00')
      await voice(stage, '05-06 00:00')
      await stage.does('k1', approveNeed())
    },
  },
  {
    id: 'given-away',
    source: 'second-story 7',
    name: { zh: '把工单判给无力承接的外单位', en: 'an order is ruled to belong to a unit outside, which has no say' },
    ...{ colluders: ['p1'], gain: [] },
    play: async (stage) => {
      await stage.at('05-06 00:00')
      await order(stage, '05-06 00:00', null)
      await stage.tries('p1', { type: 'RuleMisrouted', needId: 'N1', to: '131081105', ...why('misrouted') })
    },
  },
  {
    id: 'ordered-twice',
    source: 'report 25',
    name: { zh: '同一愿望下两单', en: 'one wish is ordered twice' },
    ...{ colluders: ['k1'], gain: [] },
    play: async (stage) => {
      await stage.at('05-06 00:00')
      await order(stage, '05-06 00:00', morning)
      const again = { orderId: 'O2', needId: 'N1', specialty: 'hardship-relief', seats: 1, planned: morning }
      await stage.tries('k1', { type: 'PlaceOrder', ...again })
    },
  },
  {
    id: 'asked-and-left',
    source: 'second-story 6, loop 2',
    name: {
      zh: '要求补充信息，补了却从不答复',
      en: 'information is asked for and supplied, and the need is never answered',
    },
    ...{ colluders: ['k1'], gain: [] },
    play: async (stage) => {
      await stage.at('05-06 00:00')
      await voice(stage, '05-06 00:00')
      await stage.does('k1', { type: 'RequestInformation', needId: 'N1', question: await stage.keep('where?') })
      await stage.at('05-06 01:00')
      await stage.does('r1', { type: 'SupplyInformation', needId: 'N1', answer: await stage.keep('here') })
    },
  },
  {
    id: 'merged-away',
    source: 'second-story 6, loop 4',
    name: { zh: '把需求并入外村无关的需求', en: 'a need is merged into an unrelated one of another village' },
    ...{ colluders: ['k1'], gain: [] },
    play: async (stage) => {
      await stage.at('05-06 00:00')
      await voice(stage, '05-06 00:00', { no: 2, by: 'r2', requester: 'r2', unitId: V2 })
      await voice(stage, '05-06 00:00')
      await stage.tries('k1', { type: 'MergeNeed', needId: 'N1', into: 'N2' })
    },
  },
  {
    id: 'flood-of-needs',
    source: 'second-story e',
    name: { zh: '一人一天提出十二项假需求', en: 'twelve fake needs by one person in a day' },
    ...{ colluders: ['r1'], gain: [] },
    play: async (stage) => {
      await stage.at('05-06 00:00')
      for (const no of Array.from({ length: 12 }, (_, n) => n + 1)) await voice(stage, '05-06 00:00', { no })
    },
  },
]
