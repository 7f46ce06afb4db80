/** Hours by hand beside what the log knows of a presence. */
import type { Attack } from '../attack.ts'
import { interval } from '../county.ts'
import { beginMorning, byHand, insiders, push } from './by-hand.ts'
import { arrive, leave, takeSeat } from './round.ts'
import { backfill, publish, verify, why } from './words.ts'

export const besideTheLog: ReadonlyArray<Attack> = [
  {
    id: 'behind-own-check-out',
    source: 'own (H2a)',
    name: { zh: '本人十分钟后签退，其余时间补录', en: 'the rest of the morning behind an own check-out' },
    ...{ colluders: insiders, gain: ['a'], served: 10 },
    play: async (stage) => {
      await beginMorning(stage, ['a', 'f'])
      await stage.at('05-07 01:00')
      await stage.does('a', arrive('a'))
      await stage.at('05-07 01:10')
      await stage.does('a', leave('a'))
      await stage.at('05-08 03:00')
      await push(stage, 'a', interval('05-07 01:10', '05-07 04:00'))
    },
  },
  {
    id: 'seat-at-the-last-minute',
    source: 'own (A14)',
    name: {
      zh: '结束前两分钟领岗，补录整个上午',
      en: 'a seat two minutes before the end, and the whole morning by hand',
    },
    ...{ colluders: [...insiders, 'f'], gain: ['f'] },
    play: async (stage) => {
      await beginMorning(stage, ['a'])
      await stage.at('05-07 03:58')
      await stage.does('f', takeSeat())
      await stage.does('a', arrive('a'))
      await stage.at('05-07 04:00')
      await stage.does('a', leave('a'))
      await stage.at('05-08 03:00')
      await push(stage, 'f')
    },
  },
  {
    id: 'seated-and-never-there',
    source: 'own (H2a)',
    name: {
      zh: '与真去的人同单领岗，从不到场，事后补录',
      en: 'a seat beside one who serves, never there, and the hours by hand',
    },
    ...{ colluders: [...insiders, 'f'], gain: ['f'] },
    play: async (stage) => {
      await beginMorning(stage, ['a', 'f'])
      await stage.at('05-07 01:00')
      await stage.does('a', arrive('a'))
      await stage.at('05-07 04:00')
      await stage.does('a', leave('a'))
      await stage.at('05-08 03:00')
      await push(stage, 'f')
    },
  },
  {
    id: 'behind-unconfirmed',
    source: 'second-story 1, more 22',
    name: { zh: '无人确认离场的签到，事后补录', en: 'hours behind a check-in whose end no one confirmed' },
    ...{ colluders: [...insiders, 'a'], gain: ['a'] },
    play: async (stage) => {
      await beginMorning(stage, ['a'])
      await stage.at('05-07 01:00')
      await stage.does('a', arrive('a'))
      await stage.at('05-25 01:00')
      await stage.does('k1', byHand('a'))
      await stage.at('05-28 01:00')
      await stage.clears('q1', 'a', 'R1')
      await stage.tries('q1', verify('a', 'R1'))
    },
  },
  {
    id: 'shut-out',
    source: 'own (H5)',
    name: {
      zh: '补录他处一小时，把本人的实时工时顶掉',
      en: 'an hour elsewhere by hand is to shut out the own hours of a volunteer',
    },
    ...{ colluders: insiders, gain: [], due: { a: 180 } },
    play: async (stage) => {
      await beginMorning(stage, ['a'])
      await stage.does('k1', publish('S', interval('05-07 00:00', '05-07 04:00')))
      await stage.at('05-07 01:00')
      await stage.does('a', arrive('a'))
      await stage.at('05-07 03:00')
      await stage.does('k1', backfill('a', 'R1', 'S', interval('05-07 02:00', '05-07 03:00')))
      await stage.at('05-07 04:00')
      await stage.does('a', leave('a'))
      await stage.at('05-11 01:00')
      await stage.does('q0', verify('a', 'o.O1.1'))
      await stage.tries('q1', { type: 'SuspendRecord', volunteer: 'a', recordId: 'o.O1.1', ...why('seen') })
      await stage.clears('q1', 'a', 'R1')
      await stage.tries('q1', verify('a', 'R1'))
    },
  },
]
