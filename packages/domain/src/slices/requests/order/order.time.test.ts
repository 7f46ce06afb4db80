/** The time of an order that was accepted without one (O22). */
import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { makeEvent } from '../need/need.fixture.ts'
import { people } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { order } from './index.ts'
import {
  accepted,
  acceptedOpenly,
  needKnown,
  offered,
  orderKeys,
  placed,
  planned,
  plannedDayEnds,
} from './order.fixture.ts'

const given = stage(
  order,
  { ...world, ...needKnown },
  { ...scene, now: '2020-04-21T00:00:00.000Z', actor: people.dispatcherT1 },
)
const { a, b, clerkV1, clerkV2, dispatcherT1 } = people
const round = { orderId: 'O1', round: 1 }
const takeSeat = { type: 'TakeSeat', ...round, risksSeen: true } as const

describe('a time that is set after the acceptance', () => {
  const setTime = { type: 'SetServiceTime', ...round, planned } as const
  const openly = given(placed, offered, acceptedOpenly)

  it('O22: by the team’s leader or the handler, once', () => {
    openly
      .by(b)
      .when(setTime)
      .emits({ type: 'ServiceTimeSet', planned, by: 'team', day: { endsAt: plannedDayEnds, by: 'team' } })
    for (const by of [clerkV1, dispatcherT1])
      openly
        .by(by)
        .when(setTime)
        .emits({ type: 'ServiceTimeSet', by: 'handler', day: { endsAt: plannedDayEnds, by: 'office' } })
    openly.by(a).when(setTime).isRefused({ type: 'NotAuthorised' })
    openly.by(clerkV2).when(setTime).isRefused({ type: 'OutsideJurisdiction' })
    const set = openly.and(
      makeEvent({
        type: 'ServiceTimeSet',
        ...orderKeys,
        teamId: 'B1',
        planned,
        by: 'team',
        day: { endsAt: plannedDayEnds, by: 'team' },
      }),
    )
    set.by(b).when(setTime).isSilent()
    const other = { ...planned, end: '2020-04-22T04:00:00.000Z' }
    set
      .by(b)
      .when({ ...setTime, planned: other })
      .isRefused({ type: 'TimeAlreadySet' })
    set.by(a).when(takeSeat).emits({ type: 'SeatTaken', planned })
  })
  it('O22, A1: before it there are no seats to take', () => {
    openly.by(a).when(takeSeat).isRefused({ type: 'TimeNotSet' })
    given(placed, offered, accepted).by(a).when(takeSeat).emits({ type: 'SeatTaken' })
  })
  it('O22, H2a: none of it has passed, not even its start, by team or handler; a minute ahead is early enough', () => {
    const backwards = { start: '2020-04-20T12:00:00.000Z', end: '2020-04-21T00:10:00.000Z' }
    const soon = { start: '2020-04-21T00:01:00.000Z', end: '2020-04-21T01:00:00.000Z' }
    for (const by of [b, clerkV1, dispatcherT1]) {
      openly
        .by(by)
        .when({ ...setTime, planned: backwards })
        .isRefused({ type: 'TimeNotAhead' })
      openly
        .by(by)
        .when({ ...setTime, planned: soon })
        .emits({ type: 'ServiceTimeSet', planned: soon })
    }
  })
  it('O22: it is ahead, and no longer than the policy plans', () => {
    for (const late of [planned.start, planned.end])
      openly.by(b).at(late).when(setTime).isRefused({ type: 'TimeNotAhead' })
    openly
      .by(b)
      .when({ ...setTime, planned: { start: planned.start, end: '2020-04-23T01:00:00.001Z' } })
      .isRefused({ type: 'PlannedTooLong', most: 1440 })
  })
})
