/** Hours by hand for an order that did not take place. */
import type { Attack } from '../attack.ts'
import { interval } from '../county.ts'
import { beginMorning, insiders, push } from './by-hand.ts'
import { arrive, leave, present } from './round.ts'
import { why } from './words.ts'

export const againstTheLog: ReadonlyArray<Attack> = [
  {
    id: 'cancelled-order',
    source: 'second-story 1, loop 16',
    name: { zh: '为求助人已取消的工单补录', en: 'hours for an order that its requester had called off' },
    ...{ colluders: insiders, gain: ['a'] },
    play: async (stage) => {
      await beginMorning(stage, [])
      await stage.does('r1', { type: 'CancelOrder', orderId: 'O1', ...why('not-needed') })
      await stage.at('05-08 03:00')
      await push(stage, 'a')
    },
  },
  {
    id: 'missed-order',
    source: 'second-story 1, more 21',
    name: { zh: '为无人到场的工单补录', en: 'hours for an order to which no one came' },
    ...{ colluders: insiders, gain: ['a'] },
    play: async (stage) => {
      await beginMorning(stage, ['a'])
      await stage.at('05-08 03:00')
      await push(stage, 'a')
    },
  },
  {
    id: 'no-show',
    source: 'second-story 1, more 20',
    name: { zh: '为缺席已成立者补录同一时段', en: 'hours for one whose absence stands' },
    ...{ colluders: insiders, gain: ['a'] },
    play: async (stage) => {
      await beginMorning(stage, ['a', 'f'])
      await stage.at('05-07 01:00')
      await stage.does('f', arrive('f'))
      await stage.at('05-07 01:30')
      await stage.does('b', { type: 'AllegeAbsence', ...present('a') })
      await stage.at('05-07 04:00')
      await stage.does('f', leave('f'))
      await stage.at('05-13 01:00')
      await push(stage, 'a')
    },
  },
  {
    id: 'before-the-need',
    source: 'second-story 1, more 23',
    name: { zh: '需求提出前两个月的工时', en: 'hours of two months before the need was voiced' },
    ...{ colluders: insiders, gain: ['a'] },
    play: async (stage) => {
      await beginMorning(stage, ['a'])
      await stage.at('05-08 03:00')
      await push(stage, 'a', interval('03-02 01:00', '03-02 04:00'))
    },
  },
]
