/** What rests on the word of one who was truly there, or on honest people who cannot tell. */
import type { Attack } from '../attack.ts'
import { actor, interval, listNames, V1 } from '../county.ts'
import { mornings } from './invented.ts'
import { eachMorning } from './mornings.ts'
import { acceptOrder, arrive, confirm, leave, order, present, report, review, takeSeat } from './round.ts'
import { approveSheet, enterSheet, publish, tellHeads, verify } from './words.ts'

const pad = (day: number): string => String(day).padStart(2, '0')
/** Thirteen days of May with eight hours each, at three homes: when they begin and end. */
const homes = [
  { requester: 'r1', from: '01:00', to: '04:00' },
  { requester: 'r2', from: '05:00', to: '08:00' },
  { requester: 'f1', from: '09:00', to: '11:00' },
].flatMap((home, nth) =>
  Array.from({ length: 13 }, (_, n) => ({
    ...home,
    ...{ no: 3 * n + nth + 1, orderId: `O${3 * n + nth + 1}` },
    ...{ day: `05-${pad(n + 7)}`, before: `05-${pad(n + 6)} 12:00` },
  })),
)
const days = [...new Set(homes.map(({ day }) => day))]
const star = { volunteer: 'a', applicationId: 'x' }

/** Eight sessions of April, and the days of May on which their sheets are approved. */
const sessions = [21, 22, 23, 24, 27, 28, 29, 30].map((day) => `04-${day}`)
const rulings = [6, 7, 8, 11, 12, 13, 14, 15].map((day) => `05-${pad(day)}`)
const k3 = actor('k3', 'clerk', V1)
const late = ['a', ...listNames(3)]

export const besideOthers: ReadonlyArray<Attack> = [
  {
    id: 'at-home-beside-others',
    source: 'own (A14)',
    name: {
      zh: '与真去的人同单领岗，在家按时签到签退，求助人如实给五星；十三天共一百零四小时，申请一星',
      en: 'a seat beside one who truly serves, a check-in and a check-out in time from home, five stars from an honest requester: 104 hours on thirteen days, and the first star',
    },
    ...{ colluders: ['a'], gain: ['a'] },
    play: async ({ at, does, tries, ...rest }) => {
      const stage = { at, does, tries, ...rest }
      for (const today of days) {
        const ofDay = homes.filter(({ day }) => day === today)
        for (const { no, orderId, before, requester, from, to } of ofDay) {
          await at(before)
          const planned = interval(`${today} ${from}`, `${today} ${to}`)
          await order(stage, before, planned, { no, by: requester, requester })
          await acceptOrder(stage, no)
          for (const person of ['a', 'f']) await does(person, takeSeat(orderId))
        }
        for (const { orderId, requester, from, to } of ofDay) {
          await at(`${today} ${from}`)
          for (const person of ['a', 'f']) await does(person, arrive(person, orderId))
          await at(`${today} ${to}`)
          for (const person of ['a', 'f']) await does(person, leave(person, orderId))
          await does('b', { ...report, orderId })
          await does(requester, { ...review(5), orderId })
          await does('q0', verify('f', `o.${orderId}.1`))
          await tries('q0', verify('a', `o.${orderId}.1`))
        }
      }
      await at('05-21 01:00')
      await tries('a', { type: 'ApplyForStar', ...star, level: 1 })
      await tries('s', { type: 'ExamineApplication', ...star, heard: 0 })
      await tries('s', { type: 'OpenNotice', ...star, heard: 0 })
      await at('06-05 01:00')
      await tries('s', { type: 'GrantStar', ...star })
    },
  },
  {
    id: 'confirmed-by-one-present',
    source: 'own (A14)',
    name: {
      zh: '一人真去，一个月七次替四名事后补报两端的同伙确认到计划结束',
      en: 'one truly serves, and seven times in a month confirms to the planned end four friends who tell both ends late',
    },
    ...{ people: 3, colluders: ['f', ...late], gain: late },
    play: async (stage) => {
      for (const person of listNames(3)) await stage.does('b', { type: 'JoinTeam', teamId: 'TA', person })
      const serve = async ({ orderId, day }: (typeof mornings)[number]): Promise<void> => {
        await stage.does('f', arrive('f', orderId))
        await stage.at(`${day} 03:00`)
        await stage.does('f', leave('f', orderId))
        await stage.does('b', { ...report, orderId })
        await stage.does('r1', { ...review(5), orderId })
        await stage.at(`${day} 06:00`)
        for (const person of late) {
          await stage.does(person, arrive(person, orderId), `${day} 01:00`)
          await stage.does(person, leave(person, orderId), `${day} 03:00`)
          await stage.tries('f', { ...confirm(person, `${day} 03:00`), ...present(person, orderId) })
        }
        await stage.at(`${day} 08:00`)
        await stage.does('q0', verify('f', `o.${orderId}.1`))
        for (const person of late) await stage.tries('q0', verify(person, `o.${orderId}.1`))
      }
      await eachMorning(stage, ['f', ...late], serve, mornings.slice(0, 7))
    },
  },
  {
    id: 'head-count-by-a-colleague',
    source: 'own (H12)',
    name: {
      zh: '一个月八场，一名办事员报人数，同村另一名录入假名单，上级审核人不知情而审核',
      en: 'eight sessions in a month: one clerk tells the heads, another of the village enters a false sheet, and the approver above, who does not know, approves',
    },
    ...{ people: 25, colluders: ['k1', 'k3'], gain: listNames(25) },
    play: async ({ at, does, tries }) => {
      await at('04-20 01:00')
      for (const day of sessions) await does('k1', publish(`S${day}`, interval(`${day} 01:00`, `${day} 05:00`)))
      for (const day of sessions) {
        await at(`${day} 03:00`)
        await does(k3, tellHeads(`S${day}`, 25))
        await at(`${day} 09:00`)
        await does('k1', enterSheet(`L${day}`, `S${day}`, day, listNames(25)))
      }
      for (const [n, day] of rulings.entries()) {
        await at(`${day} 01:00`)
        await tries('qt', approveSheet(`L${sessions[n] ?? ''}`))
      }
    },
  },
]
