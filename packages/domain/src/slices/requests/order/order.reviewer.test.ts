/** Who rates a service on the requester's side. */
import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { approved, makeEvent, submitted } from '../need/need.fixture.ts'
import { people } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { merged } from '../../people/humans/humans.fixture.ts'
import { order } from './index.ts'
import { needKnown, orderPasts } from './order.fixture.ts'

const given = stage(order, { ...world, ...needKnown }, { ...scene, now: '2020-04-22T10:00:00.000Z', actor: people.f1 })
const { f1, h1, r1 } = people
const waiting = given(...orderPasts.AwaitingReview)
const review = { type: 'ReviewOrder', orderId: 'O1', round: 1, rating: 5, verdict: 'solved', comment: null } as const
const proxied = (kind: string) => ({
  'need-N1': [makeEvent({ ...submitted, proxy: { person: 'h1', kind } }), approved],
})

describe('a proxy of the office', () => {
  it.each(['grid-worker', 'information-officer', 'station-clerk', 'volunteer-visitor'])(
    'O7, N15: a %s who submitted the need does not review its service; the requester and the contact do',
    (kind) => {
      const official = waiting.knowing(proxied(kind))
      official.by(h1).when(review).isRefused({ type: 'NotAReviewer', person: 'h1' })
      official.by(r1).when(review).emits({ type: 'OrderReviewed', as: 'requester' }, { type: 'OrderClosed' })
      official.by(f1).when(review).emits({ type: 'OrderReviewed', as: 'contact' }, { type: 'OrderClosed' })
    },
  )
  it('O7, N15: a proxy who is family is of the requester’s side', () => {
    waiting
      .knowing(proxied('family'))
      .by({ ...h1, role: 'resident' })
      .when(review)
      .emits({ type: 'OrderReviewed', as: 'proxy' }, { type: 'OrderClosed', outcome: 'solved' })
  })
  it('O7, N15, G2: nor as the contact that it named, under any registration', () => {
    waiting
      .knowing(merged(['f1', 'h1']))
      .by(f1)
      .when(review)
      .isRefused({ type: 'NotAReviewer', person: 'f1' })
  })
})
