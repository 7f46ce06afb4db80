/** Needs that an office decides for itself, hides, gives away or orders twice. */
import type { Attack } from '../attack.ts'
import { interval, V1 } from '../county.ts'
import { dispatch, order } from './round.ts'
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
      const description = await stage.keep('words of N9')
      const asked = {
        needId: 'N9',
        unitId: V1,
        requester: 'k1',
        proxy: null,
        contact: null,
        channel: 'app',
        kind: 'feelings',
      }
      const voiced = {
        description,
        risks: { known: false, description: null },
        voicedAt: '2020-05-06T00:00:00.000Z',
        sourceDate: null,
      }
      await stage.does('k1', { type: 'SubmitNeed', ...asked, ...voiced })
      await stage.tries('k1', { type: 'ApproveNeed', needId: 'N9', serviceClass: 'individual', risks: null })
    },
  },
  {
    id: 'approved-and-left',
    source: 'second-story 6, loop 3',
    name: { zh: '需求批准后从不下单', en: 'a need is approved, and never ordered' },
    ...{ colluders: ['k1'], gain: [] },
    play: async (stage) => {
      await stage.at('05-06 00:00')
      const description = await stage.keep('words of N1')
      const asked = {
        needId: 'N1',
        unitId: V1,
        requester: 'r1',
        proxy: null,
        contact: null,
        channel: 'app',
        kind: 'feelings',
      }
      const voiced = {
        description,
        risks: { known: false, description: null },
        voicedAt: '2020-05-06T00:00:00.000Z',
        sourceDate: null,
      }
      await stage.does('r1', { type: 'SubmitNeed', ...asked, ...voiced })
      await stage.does('k1', { type: 'ApproveNeed', needId: 'N1', serviceClass: 'individual', risks: null })
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
]
