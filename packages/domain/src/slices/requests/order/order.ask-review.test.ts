import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, timer } from '../../../fixtures/people.ts'
import { changePolicy, scene, world } from '../../../fixtures/world.ts'
import { order } from './index.ts'
import { needKnown, orderPasts } from './order.fixture.ts'

const given = stage(order, { ...world, ...needKnown }, { ...scene, now: '2020-05-08T16:00:00.000Z', actor: timer })
const ask = { type: 'AskReview', orderId: 'O1', round: 1 } as const
/** The midnight in Beijing that ends the 10th working day after 04-22, with Sunday 04-26 worked and five days of May off. */
const dueAt = '2020-05-08T16:00:00.000Z'
const serving = given(...orderPasts.InProgress)

describe('a service that no one reports', () => {
  it('H24: has its review asked for 10 working days after its planned end, and not before', () => {
    serving.at('2020-05-08T15:59:59.999Z').when(ask).isRefused({ type: 'NotYetDue', dueAt })
    serving.when(ask).emits(
      { type: 'ReviewAsked', orderId: 'O1', round: 1, dueAt },
      {
        type: 'ServiceReported',
        teamId: 'B1',
        seated: ['a', 'b'],
        reportedAt: dueAt,
        lapsesAt: '2020-05-15T16:00:00.000Z',
      },
    )
    serving.by(people.clerkV1).when(ask).isRefused({ type: 'OnlyAProcess' })
  })
  it('H24: is not asked for twice, nor where the service was reported, broken off or never began', () => {
    for (const state of ['AwaitingReview', 'Closed', 'Aborted', 'Scheduled', 'Open'] as const)
      given(...orderPasts[state])
        .when(ask)
        .isSilent()
    serving.when({ ...ask, round: 2 }).isSilent()
  })
  it('H24, G5: a policy without the term asks for nothing', () => {
    serving
      .knowing(changePolicy('2020-04-21', { orders: { askReview: null } }))
      .when(ask)
      .isSilent()
  })
})
