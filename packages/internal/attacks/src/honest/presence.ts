/** Honest days of people who serve: a class, no network, no telephone of one's own, a telephone that dies. */
import type { Stage } from '../attack.ts'
import { interval, listNames, V1 } from '../county.ts'
import {
  accept,
  arrive,
  leave,
  confirm,
  dispatch,
  order,
  report,
  review,
  roll,
  acceptOrder,
  takeSeat,
} from '../plays/round.ts'
import { verify } from '../plays/words.ts'
import type { HonestDay } from './honest.ts'

const morning = interval('05-07 01:00', '05-07 03:00')
const recordId = 'o.O1.1'
const none = { zh: '无', en: 'none' }

const begin = async (stage: Stage): Promise<void> => {
  await stage.at('05-06 00:00')
  await order(stage, '05-06 00:00', morning)
  await acceptOrder(stage)
  await stage.does('a', takeSeat())
}
const class40 = listNames(40)

export const presenceDays: ReadonlyArray<HonestDay> = [
  {
    id: 'class',
    name: { zh: '四十人的班，老师两次点名', en: 'a class of 40, whose teacher calls the roll twice' },
    ...{ people: 40, volunteers: 41, due: Object.fromEntries(class40.map((one) => [one, 115])), delay: none },
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
      await stage.does('admin', { type: 'FoundTeam', ...team, open, leader: 'v40' })
      for (const person of class40) await stage.does('v40', { type: 'JoinTeam', teamId: 'TC', person })
      await stage.at('05-06 00:00')
      await order(stage, '05-06 00:00', morning, { seats: 40 })
      await stage.does('p1', dispatch('TC', 1, { code: 'the-school', text: null }))
      await stage.does('v40', accept())
      for (const person of class40) await stage.does(person, takeSeat())
      await stage.at('05-07 01:05')
      await stage.does('v40', roll('came', class40))
      await stage.does('r1', { type: 'TellHeadCount', occasion: { type: 'order', orderId: 'O1', round: 1 }, count: 40 })
      await stage.at('05-07 03:00')
      await stage.does('v40', roll('left', class40))
      await stage.does('v40', report)
      for (const person of class40) await stage.does('q0', verify(person, recordId))
    },
  },
  {
    id: 'no-network',
    name: { zh: '断网近三天的村', en: 'a village without network for nearly three days' },
    ...{ people: 2, volunteers: 0, due: { a: 120, f: 120 } },
    delay: {
      zh: '网通后补报，求助人评价即确认',
      en: 'told when the network is back, and confirmed by the requester’s review',
    },
    play: async (stage) => {
      await begin(stage)
      await stage.does('f', takeSeat())
      await stage.at('05-09 23:00')
      for (const person of ['a', 'f']) await stage.does(person, arrive(person), '05-07 01:00')
      for (const person of ['a', 'f']) await stage.does(person, leave(person), '05-07 03:00')
      await stage.does('b', report)
      await stage.does('r1', review(5))
      for (const person of ['a', 'f']) await stage.does('q0', verify(person, recordId))
    },
  },
  {
    id: 'only-a-telephone',
    name: {
      zh: '只有座机的老人求助，志愿者也只有座机',
      en: 'an elder with only a telephone, served by a volunteer with only a telephone',
    },
    ...{ people: 2, volunteers: 0, due: { a: 120 }, delay: none },
    play: async (stage) => {
      await stage.at('05-06 00:00')
      await order(stage, '05-06 00:00', morning, { by: 'k0', proxy: { person: 'k0', kind: 'station-clerk' } })
      await acceptOrder(stage)
      await stage.does('a', takeSeat())
      await stage.at('05-07 01:00')
      await stage.does('k0', roll('came', ['a'], { caller: 'a' }))
      await stage.at('05-07 03:00')
      await stage.does('k0', roll('left', ['a'], { caller: 'a' }))
      await stage.does('b', report)
      await stage.does('q0', verify('a', recordId))
    },
  },
  {
    id: 'dead-phone',
    name: { zh: '服务途中手机没电', en: 'a phone that dies during service' },
    ...{ people: 1, volunteers: 0, due: { a: 120 } },
    delay: { zh: '求助人确认离场时刻后', en: 'until the requester confirms the end' },
    play: async (stage) => {
      await begin(stage)
      await stage.at('05-07 01:00')
      await stage.does('a', arrive('a'))
      await stage.at('05-07 08:00')
      await stage.does('r1', confirm('a', '05-07 03:00'))
      await stage.does('b', report)
      await stage.does('q0', verify('a', recordId))
    },
  },
]
