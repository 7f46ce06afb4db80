/** Reviews and follow-ups of a round after which a further one began (O7). */
import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { makeEvent } from '../need/need.fixture.ts'
import { people } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { order } from './index.ts'
import { accepted, closed, needKnown, offered, orderKeys, orderPasts, reopened, reviewed } from './order.fixture.ts'

const given = stage(order, { ...world, ...needKnown }, { ...scene, now: '2020-04-25T00:00:00.000Z', actor: people.r1 })
const { a, f1, r1, clerkV1, dispatcherT1 } = people
const review = {
  type: 'ReviewOrder',
  orderId: 'O1',
  round: 1,
  rating: 1,
  verdict: 'not-solved',
  comment: null,
} as const
const followUp = { type: 'FollowUpOrder', orderId: 'O1', round: 1, verdict: 'partly', comment: null } as const
const unreviewed = makeEvent({ ...closed, outcome: 'unreviewed' })
const next = <E extends Parameters<typeof makeEvent>[0]>(event: E) => makeEvent({ ...event, round: 2 })
const ended = [...orderPasts.AwaitingReview, unreviewed, makeEvent(reopened)]
const cancelled = makeEvent({
  type: 'OrderCancelled',
  ...orderKeys,
  round: 2,
  teamId: null,
  by: 'handler',
  reason: { code: 'x', text: null },
  beforeAcceptance: false,
  seated: [],
})

describe('a round after which a further one began', () => {
  const states = {
    open: given(...ended),
    accepted: given(...ended, next(offered), next(accepted)),
    cancelled: given(...ended, cancelled),
  }
  it.each(Object.entries(states))('O7: is reviewed while the next one is %s, and by those who saw it', (_, after) => {
    after
      .when(review)
      .emits(
        { type: 'OrderReviewed', round: 1, as: 'requester', seated: ['a', 'b'] },
        { type: 'OutcomeRevised', round: 1, outcome: 'not-solved' },
      )
    after.by(dispatcherT1).when(followUp).emits({ type: 'OrderFollowedUp', round: 1 })
    after.by(a).when(review).isRefused({ type: 'ReviewerIsPerformer', person: 'a' })
    after.by(clerkV1).when(review).isRefused({ type: 'NotAReviewer' })
  })
  it('O7: until the window of its first closing ends', () => {
    const { open } = states
    open.at('2020-05-07T09:59:59.999Z').when(review).emits({ type: 'OrderReviewed' }, { type: 'OutcomeRevised' })
    const refusal = { type: 'ReviewLapsedAlready', lapsedAt: closed.reopenableUntil } as const
    open.at(closed.reopenableUntil).when(review).isRefused(refusal)
    open.at(closed.reopenableUntil).by(dispatcherT1).when(followUp).isRefused(refusal)
  })
  it('O7: the round under way is not reviewed before its service was reported', () => {
    states.open.when({ ...review, round: 2 }).isRefused({ type: 'CommandNotAllowed', state: 'Open' })
  })
  it('O9: a nearer person replaces a farther one there too; the own review is replaced in the last round alone', () => {
    const byContact = given(
      ...orderPasts.AwaitingReview,
      makeEvent({ ...reviewed, reviewer: 'f1', as: 'contact', replaceableUntil: '2020-04-26T10:00:00.000Z' }),
      makeEvent(closed),
      makeEvent(reopened),
    )
    byContact
      .by(r1)
      .when({ ...review, verdict: 'solved' })
      .emits({ type: 'OrderReviewed', replaces: 'contact', round: 1 }, { type: 'OutcomeRevised', outcome: 'solved' })
    byContact
      .by(f1)
      .when({ ...review, verdict: 'solved' })
      .isRefused({ type: 'ReviewedAlready', as: 'contact' })
  })
  it('O7: what is said of it changes nothing in the round under way', () => {
    const revised = makeEvent({ type: 'OutcomeRevised', ...orderKeys, outcome: 'solved' })
    const round2 = [offered, accepted].map(next)
    given(...ended, ...round2, revised)
      .by(dispatcherT1)
      .when({ type: 'HandBackOrder', orderId: 'O1', round: 2, reason: { code: 'x', text: null } })
      .emits({ type: 'OrderHandedBack', round: 2 })
  })
})
