/** Presence that is told afterwards, at two places at once, or invented by both sides. */
import type { Attack } from '../attack.ts'
import { interval, listNames, V1 } from '../county.ts'
import { inventVisits } from './invented.ts'
import { accept, arrive, leave, confirm, dispatch, order, acceptOrder, begin, takeSeat } from './round.ts'
import { verify } from './words.ts'

const morning = interval('05-07 01:00', '05-07 03:00')
const recordId = 'o.O1.1'

export const told: ReadonlyArray<Attack> = [
  {
    id: 'both-ends-told',
    source: 'F6 m; second-story 9',
    name: { zh: '事后一秒内补报签到与签退', en: 'both ends told afterwards in one second' },
    ...{ colluders: ['a'], gain: ['a'] },
    play: async (stage) => {
      await begin(stage, morning, ['a'])
      await stage.at('05-07 06:30')
      await stage.does('a', arrive('a'), '05-07 01:00')
      await stage.does('a', leave('a'), '05-07 03:00')
      await stage.tries('q0', verify('a', recordId))
    },
  },
  {
    id: 'both-ends-told-and-a-clerk',
    source: 'F6 m',
    name: {
      zh: '事后补报签到与签退，由办事员同伙确认',
      en: 'both ends told afterwards, and a clerk who is in on it confirms',
    },
    ...{ colluders: ['a', 'k1'], gain: ['a'] },
    play: async (stage) => {
      await begin(stage, morning, ['a'])
      await stage.at('05-07 06:30')
      await stage.does('a', arrive('a'), '05-07 01:00')
      await stage.does('a', leave('a'), '05-07 03:00')
      await stage.tries('k1', confirm('a', '05-07 03:00'))
      await stage.tries('q0', verify('a', recordId))
    },
  },
  {
    id: 'crowd-told-at-night',
    source: 'second-story a5',
    name: {
      zh: '二十五人夜里一秒补报，由一名办事员确认',
      en: 'presence of 25 told in one second at night, and one clerk confirms',
    },
    ...{ people: 26, colluders: [...listNames(25), 'k1', 'q1'], gain: listNames(25) },
    play: async (stage) => {
      const open = { levels: ['city', 'township', 'village'], units: [] }
      const team = {
        teamId: 'TC',
        name: 'TC',
        kind: 'brigade',
        unitId: V1,
        bodyId: V1,
        specialties: ['hardship-relief'],
      }
      await stage.does('admin', { type: 'FoundTeam', ...team, open, leader: 'v25' })
      for (const person of listNames(25)) await stage.does('v25', { type: 'JoinTeam', teamId: 'TC', person })
      await stage.at('05-06 00:00')
      await order(stage, '05-06 00:00', morning, { seats: 25 })
      await stage.does('p1', dispatch('TC', 1, { code: 'many-hands', text: null }))
      await stage.does('v25', accept())
      for (const person of listNames(25)) await stage.does(person, takeSeat())
      await stage.at('05-07 14:50')
      for (const person of listNames(25)) {
        await stage.does(person, arrive(person), '05-07 01:00')
        await stage.does(person, leave(person), '05-07 03:00')
      }
      for (const person of listNames(25)) await stage.does('k1', confirm(person, '05-07 03:00'))
      await stage.at('05-12 01:00')
      for (const person of listNames(25)) await stage.clears('q1', person, recordId)
      for (const person of listNames(25)) await stage.tries('q1', verify(person, recordId))
    },
  },
  {
    id: 'invented-visits',
    source: 'F6 d; second-story d (a visit that both sides invent)',
    name: { zh: '求助人与志愿者一个月虚构八次服务', en: 'requester and volunteer invent eight visits in a month' },
    ...{ colluders: ['a', 'r1'], gain: ['a'] },
    play: inventVisits('r1'),
  },
  {
    id: 'two-places',
    source: 'second-story f; report 01',
    name: { zh: '同一时段两处领岗、两处签到', en: 'two seats and two check-ins at one time' },
    ...{ colluders: ['a'], gain: ['a'], served: 120 },
    play: async (stage) => {
      await begin(stage, morning, ['a', 'f'])
      await order(stage, '05-06 00:00', morning, { no: 2, seats: 1 })
      await acceptOrder(stage, 2)
      await stage.does('a', takeSeat('O2'))
      await stage.at('05-07 01:00')
      await stage.does('a', arrive('a'))
      await stage.does('a', arrive('a', 'O2'))
      await stage.at('05-07 03:00')
      await stage.tries('a', leave('a'))
      await stage.does('a', leave('a', 'O2'))
      await stage.tries('q0', verify('a', recordId))
      await stage.does('q0', verify('a', 'o.O2.1'))
    },
  },
]
