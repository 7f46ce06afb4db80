/** Reviews and checks by those who had a hand in the service. */
import type { Attack, Stage } from '../attack.ts'
import { interval } from '../county.ts'
import { inventVisits } from './invented.ts'
import { arrive, leave, order, report, review, round, acceptOrder, takeSeat, type Asking } from './round.ts'
import { verify } from './words.ts'

const morning = interval('05-07 01:00', '05-07 02:00')
const followUp = { type: 'FollowUpOrder', ...round, verdict: 'solved', comment: null }

/** a serves truly, and her record is verified; who reviews is what it is about. */
const serve = async (stage: Stage, asking: Asking): Promise<void> => {
  await stage.at('05-06 00:00')
  await order(stage, '05-06 00:00', morning, asking)
  await acceptOrder(stage)
  await stage.does('a', takeSeat())
  await stage.at('05-07 01:00')
  await stage.does('a', arrive('a'))
  await stage.at('05-07 02:00')
  await stage.does('a', leave('a'))
  await stage.does('b', report)
  await stage.does('q0', verify('a', 'o.O1.1'))
}
const served = { gain: ['a'], served: 60, aimsAtReviews: true } as const

export const reviews: ReadonlyArray<Attack> = [
  {
    id: 'leader-reviews-as-requester',
    source: 'F6 d; second-story d, 17',
    name: { zh: '队长以求助人身份给本队五星', en: 'the leader, as the requester, gives the own team five stars' },
    ...{ ...served, colluders: ['b'] },
    play: async (stage) => {
      await serve(stage, { by: 'b', requester: 'b' })
      await stage.tries('b', review(5))
    },
  },
  {
    id: 'leader-reviews-as-family',
    source: 'F6 d; second-story 17',
    name: {
      zh: '队长自称求助人家属，给本队五星',
      en: 'the leader, as family of a requester who never asked, gives five stars',
    },
    ...{ ...served, colluders: ['b'] },
    play: async (stage) => {
      await serve(stage, { by: 'b', proxy: { person: 'b', kind: 'family' } })
      await stage.tries('b', review(5))
    },
  },
  {
    id: 'left-and-reviews',
    source: 'second-story 17',
    name: {
      zh: '队员服务后退队，再以联系人身份评价',
      en: 'a member leaves the team after the service, and reviews as the contact',
    },
    ...{ ...served, colluders: ['f'] },
    play: async (stage) => {
      await serve(stage, { contact: 'f' })
      await stage.does('f', { type: 'LeaveTeam', teamId: 'TA', person: 'f' })
      await stage.tries('f', review(5))
    },
  },
  {
    id: 'second-registration-reviews',
    source: 'second-story d, 17 (a visit that both sides invent)',
    name: {
      zh: '用自己的第二个注册当求助人，一个月虚构八次服务并给五星',
      en: 'under a second registration one asks, invents eight visits in a month, and gives five stars',
    },
    ...{ gain: ['a'], aimsAtReviews: true, colluders: ['a', 'c'], sameHuman: { c: 'a' } },
    play: inventVisits('c'),
  },
  {
    id: 'typed-and-reviews',
    source: 'own (N15)',
    name: { zh: '代录需求的网格员自己评价已解决', en: 'the grid worker who typed the need reviews it as solved' },
    ...{ ...served, colluders: ['h'] },
    play: async (stage) => {
      await serve(stage, { by: 'h', proxy: { person: 'h', kind: 'grid-worker' } })
      await stage.tries('h', review(5))
    },
  },
  {
    id: 'contact-in-office-reviews',
    source: 'own (N15)',
    name: { zh: '办事员把自己列为联系人后评价', en: 'a clerk who is the contact reviews on the side of the requester' },
    ...{ ...served, colluders: ['k1'] },
    play: async (stage) => {
      await serve(stage, { contact: 'k1' })
      await stage.tries('k1', review(5))
    },
  },
  {
    id: 'own-follow-up',
    source: 'F6 k; second-story 5',
    name: {
      zh: '派单员与经办办事员自己回访',
      en: 'who dispatched the order, and who placed it, make the independent check',
    },
    ...{ ...served, colluders: ['p1', 'k0'] },
    play: async (stage) => {
      await serve(stage, {})
      await stage.tries('k0', followUp)
      await stage.tries('p1', followUp)
    },
  },
]
