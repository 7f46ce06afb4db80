/** Rulings on an order of the top, which no unit above can make (G8). */
import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { atTop } from '../../organisation/proposal/proposal.fixture.ts'
import { makeEvent } from '../need/need.fixture.ts'
import { order } from './index.ts'
import { extensionAsked, needKnown, orderPasts, placed, placedAtCity } from './order.fixture.ts'

const given = stage(
  order,
  { ...world, ...needKnown },
  { ...scene, now: '2020-04-22T10:00:00.000Z', actor: people.assessor },
)
const { C } = units
const { admin, assessor, dispatcherC } = people
const round = { orderId: 'O1', round: 1 }

describe('following up at the top', () => {
  const followUp = { type: 'FollowUpOrder', ...round, verdict: 'partly', comment: null } as const
  const propose = 'FollowUpOrder.O1.1.partly'
  const alone = { type: 'NotTheUnitAbove', ruler: C, propose } as const
  const past = orderPasts.AwaitingReview.map((event) => (event === placed ? placedAtCity : event))
  const ofC = (world['team-B1'] ?? []).map((event) =>
    event.type === 'TeamFounded' ? makeEvent({ ...event, type: 'TeamFounded', unitId: C }) : event,
  )
  const served = (...by: ReadonlyArray<string>) =>
    given(...past)
      .knowing({ ...atTop(propose, by), 'team-B1': ofC })
      .by(assessor)
  const followed = (by: string) => [{ type: 'OrderFollowedUp', by } as const, { type: 'OrderClosed' } as const] as const

  it('O7, O24, G8: where its own team served, one proposes and an assessor or administrator decides', () => {
    served('qc')
      .when(followUp)
      .emits(...followed('m'))
    served('qc')
      .by(admin)
      .when(followUp)
      .emits(...followed('admin'))
  })
  it('O7, O24, G8: neither alone, nor with who served, nor in another post', () => {
    served().when(followUp).isRefused(alone)
    served().by(admin).when(followUp).isRefused(alone)
    served('m').when(followUp).isRefused(alone)
    served('a').when(followUp).isRefused(alone)
    served('qc').by(dispatcherC).when(followUp).isRefused(alone)
  })
  it('G8: nor with another verdict than the one that was proposed', () => {
    served('qc')
      .when({ ...followUp, verdict: 'solved' })
      .isRefused({ ...alone, propose: 'FollowUpOrder.O1.1.solved' })
  })
  it('O7: where another team served, an officer follows up alone, and an administrator does not', () => {
    const byOthers = given(...past).knowing(atTop(propose))
    byOthers
      .by(dispatcherC)
      .when(followUp)
      .emits(...followed('pc'))
    byOthers.by(admin).when(followUp).isRefused(alone)
  })
})

describe('a later due date at the top', () => {
  const answer = { type: 'AnswerExtension', ...round, grant: true } as const
  const propose = 'AnswerExtension.O1.1.grant'
  const alone = { type: 'NotTheUnitAbove', ruler: C, propose } as const
  const asked = (by: string, ...proposed: ReadonlyArray<string>) =>
    given(makeEvent({ ...placed, owner: C }), makeEvent({ ...extensionAsked, by, handler: C, asker: C }))
      .knowing(atTop(propose, proposed))
      .by(assessor)
      .at('2020-04-20T04:00:00.000Z')

  it('O27, G8: one proposes the answer and an assessor decides, neither of them who asked', () => {
    asked('pc', 'qc').when(answer).emits({ type: 'ExtensionGranted', by: 'unit-above' })
    asked('pc').when(answer).isRefused(alone)
    asked('pc').by(dispatcherC).when(answer).isRefused(alone)
    asked('qc', 'qc').when(answer).isRefused(alone)
    asked('m', 'qc').when(answer).isRefused(alone)
    asked('pc', 'qc')
      .when({ ...answer, grant: false })
      .isRefused({ ...alone, propose: 'AnswerExtension.O1.1.refuse' })
  })
})
