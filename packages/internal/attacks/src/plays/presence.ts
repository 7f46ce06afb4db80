/** Presence on the word of others, or on none, of people who were not there. */
import type { Attack } from '../attack.ts'
import { interval, takePost, V1 } from '../county.ts'
import { eachMorning } from './mornings.ts'
import { arrive, leave, confirm, ofRound, present, report, review, roll, begin } from './round.ts'
import { asApprover, verify } from './words.ts'

const morning = interval('05-07 01:00', '05-07 03:00')
const recordId = 'o.O1.1'

export const presence: ReadonlyArray<Attack> = [
  {
    id: 'stranger-confirms',
    source: 'F6 e; second-story 2',
    name: { zh: '外乡人把忘签退的一班确认成二十四小时', en: 'a stranger makes 24 hours of a forgotten check-out' },
    ...{ colluders: ['a', 'g'], gain: ['a'] },
    play: async (stage) => {
      await begin(stage, morning, ['a'])
      await stage.at('05-07 01:00')
      await stage.does('a', arrive('a'))
      await stage.at('05-08 01:30')
      await stage.tries('g', confirm('a', '05-08 01:00'))
    },
  },
  {
    id: 'leader-confirms-from-home',
    source: 'second-story g',
    name: { zh: '未到场的队长代签到、代确认', en: 'a leader who was not there checks in and confirms others' },
    ...{ colluders: ['a', 'b'], gain: ['a'] },
    play: async (stage) => {
      await begin(stage, morning, ['a'])
      await stage.at('05-07 01:00')
      await stage.tries('b', arrive('a'))
      await stage.does('a', arrive('a'))
      await stage.at('05-07 05:00')
      await stage.tries('b', confirm('a', '05-08 00:59'))
    },
  },
  {
    id: 'overrun-by-a-friend',
    source: 'own (A9)',
    name: {
      zh: '一个月八次不签退，由在场的同伙确认到最迟一刻',
      en: 'no check-out, eight times in a month, and a friend who was there confirms the latest end',
    },
    ...{ colluders: ['a', 'f'], gain: ['a'], served: 8 * 120 },
    play: (stage) =>
      eachMorning(stage, ['a', 'f'], async ({ orderId, day }) => {
        for (const person of ['a', 'f']) await stage.does(person, arrive(person, orderId))
        await stage.at(`${day} 03:00`)
        await stage.does('f', leave('f', orderId))
        await stage.does('b', { ...report, orderId })
        await stage.does('r1', { ...review(5), orderId })
        await stage.at(`${day} 06:00`)
        await stage.tries('f', { ...confirm('a', `${day} 03:30`), ...present('a', orderId) })
        await stage.tries('q0', verify('a', `o.${orderId}.1`))
      }),
  },
  {
    id: 'roll-of-absent',
    source: 'own (A12)',
    name: {
      zh: '队长一个月八次为未到的队员点到场与离场',
      en: 'a leader calls the roll of members who were not there, eight times in a month',
    },
    ...{ colluders: ['a', 'b', 'f'], gain: ['a', 'f'] },
    play: (stage) =>
      eachMorning(stage, ['a', 'f'], async ({ orderId, day, no }) => {
        const call = (phase: 'came' | 'left') =>
          roll(phase, ['a', 'f'], { rollCallId: `${phase}-${no}`, occasion: ofRound(orderId) })
        await stage.does('b', call('came'))
        await stage.at(`${day} 03:00`)
        await stage.does('b', call('left'))
        await stage.does('b', { ...report, orderId })
        await stage.does('r1', { ...review(1, 'not-solved'), orderId })
        await stage.at(`${day} 08:00`)
        for (const person of ['a', 'f']) await stage.tries('q0', verify(person, `o.${orderId}.1`))
      }),
  },
  {
    id: 'served-nothing',
    source: 'own (A14)',
    name: {
      zh: '一个月八次独自领岗，在家按时签到签退，求助人评价未解决',
      en: 'a seat, a check-in and a check-out in time from home, eight times in a month; the requester says that nothing was solved',
    },
    ...{ colluders: ['a'], gain: ['a'] },
    play: (stage) =>
      eachMorning(stage, ['a'], async ({ orderId, day }) => {
        await stage.does('a', arrive('a', orderId))
        await stage.at(`${day} 03:00`)
        await stage.does('a', leave('a', orderId))
        await stage.does('b', { ...report, orderId })
        await stage.does('r1', { ...review(1, 'not-solved'), orderId })
        await stage.at(`${day} 08:00`)
        await stage.tries('q0', verify('a', `o.${orderId}.1`))
      }),
  },
  {
    id: 'confirmed-and-approved',
    source: 'second-story g; F6 h',
    name: { zh: '确认在场的人又以审核人身份审核', en: 'who confirmed a presence approves it' },
    ...{ colluders: ['a', 'f'], gain: ['a'] },
    play: async (stage) => {
      await stage.does('admin', takePost(V1, 'approver', 'f'))
      await begin(stage, morning, ['a', 'f'])
      await stage.at('05-07 01:00')
      for (const person of ['a', 'f']) await stage.does(person, arrive(person))
      await stage.at('05-07 06:00')
      await stage.does('f', confirm('a', '05-07 03:00'))
      await stage.tries(asApprover('f', V1), verify('a', recordId))
    },
  },
]
