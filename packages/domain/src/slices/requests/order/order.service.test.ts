import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { reason, makeEvent } from '../need/need.fixture.ts'
import { people, timer } from '../../../fixtures/people.ts'
import { changePolicy, scene, world } from '../../../fixtures/world.ts'
import { order } from './index.ts'
import {
  accepted,
  acceptedOpenly,
  handedBack,
  needKnown,
  offered,
  orderPasts,
  placed,
  planned,
  plannedDayEnds,
  scheduled,
  seatTaken,
  serviceDueAt,
  orderKeys,
} from './order.fixture.ts'

const given = stage(order, { ...world, ...needKnown }, { ...scene, now: '2020-04-21T01:00:00.000Z', actor: people.b })
const { a, b, d, g, r1, clerkV1, dispatcherT1, dispatcherT2 } = people
const { Accepted, Scheduled, InProgress } = orderPasts
const why = { reason: reason('ill') }
const round = { orderId: 'O1', round: 1 }
const handBack = { type: 'HandBackOrder', ...round, ...why } as const
const due = { type: 'NoteServiceDue', ...round, dueAt: serviceDueAt } as const
const report = { type: 'ReportService', ...round } as const
const miss = { type: 'MissOrder', ...round, missedAt: scheduled.missedAt } as const
const start = { type: 'StartService', ...round, volunteer: 'a', at: planned.start, late: false } as const
const abort = { type: 'AbortOrder', ...round, ...why } as const

describe('handing back', () => {
  it('O6, A11: is done by the team, with or without seats: its members are named, and the order is open again', () => {
    given(...Accepted)
      .when(handBack)
      .emits({ type: 'OrderHandedBack', by: 'team', teamId: 'B1', seated: ['a'], reason: why.reason })
    given(...Scheduled)
      .when(handBack)
      .emits({ type: 'OrderHandedBack', by: 'team', seated: ['a'] })
  })
  it('G4: is done by the handler too, but not by a member or another team', () => {
    given(...Accepted)
      .by(dispatcherT1)
      .when(handBack)
      .emits({ type: 'OrderHandedBack', by: 'handler' })
    for (const by of [a, g])
      given(...Accepted)
        .by(by)
        .when(handBack)
        .isRefused({ type: 'NotAuthorised' })
    given(...Accepted)
      .by(dispatcherT2)
      .when(handBack)
      .isRefused({ type: 'OutsideJurisdiction' })
    given(...InProgress)
      .when(handBack)
      .isRefused({ type: 'CommandNotAllowed', state: 'InProgress' })
  })
  it('O18: the time that the requester asked for outlives the team; one that the team set does not', () => {
    const again = makeEvent({ ...offered, offerId: 'o2', expiresAt: '2020-04-21T05:00:00.000Z' })
    const other = { start: '2020-04-23T01:00:00.000Z', end: '2020-04-23T03:00:00.000Z' }
    const accept = { type: 'AcceptOffer', orderId: 'O1', offerId: 'o2', planned: other, risksSeen: true } as const
    given(placed, offered, accepted, seatTaken('a'), handedBack, again)
      .when(accept)
      .emits({ type: 'OrderAccepted', planned: other })
    given(makeEvent({ ...placed, planned }), offered, accepted, seatTaken('a'), handedBack, again)
      .when(accept)
      .isRefused({ type: 'TimeAlreadySet' })
  })
})

describe('the due date of a service', () => {
  it('O22: passing it is an event, once and not before', () => {
    for (const state of ['Open', 'Offered', 'Claimable'] as const) {
      given(...orderPasts[state])
        .by(timer)
        .at('2020-04-28T15:59:59.999Z')
        .when(due)
        .isRefused({ type: 'NotYetDue', dueAt: serviceDueAt })
      given(...orderPasts[state])
        .by(timer)
        .at(serviceDueAt)
        .when(due)
        .emits({ type: 'ServiceOverdue', dueAt: serviceDueAt })
    }
    given(placed, makeEvent({ ...orderKeys, type: 'ServiceOverdue', dueAt: serviceDueAt, setFor: serviceDueAt }))
      .by(timer)
      .at(serviceDueAt)
      .when(due)
      .isSilent()
    given(placed).at(serviceDueAt).when(due).isRefused({ type: 'OnlyAProcess' })
  })
  it('O22: an order accepted and not scheduled by then is handed back in the same decision', () => {
    given(placed, offered, acceptedOpenly, seatTaken('a'))
      .by(timer)
      .at(serviceDueAt)
      .when(due)
      .emits(
        { type: 'ServiceOverdue' },
        { type: 'OrderHandedBack', by: 'timer', seated: ['a'], escalatesAt: placed.escalatesAt },
      )
  })
  it('O22: a further date hands back what is not scheduled, and is no second event; one that had passed at the acceptance does not', () => {
    const noted = makeEvent({ ...orderKeys, type: 'ServiceOverdue', dueAt: serviceDueAt, setFor: serviceDueAt })
    const time = { start: '2020-05-06T01:00:00.000Z', end: '2020-05-06T03:00:00.000Z' }
    const late = { ...accepted, planned: time, acceptedAt: '2020-04-29T01:00:00.000Z' }
    for (const day of [
      { endsAt: '2020-05-06T16:00:00.000Z', by: 'team' },
      { endsAt: serviceDueAt, by: 'requester' },
    ]) {
      const waits = given(placed, noted, offered, makeEvent({ ...late, day })).by(timer)
      waits.at('2020-05-06T15:59:59.999Z').when(due).isRefused({ type: 'NotYetDue' })
      waits.at('2020-05-06T16:00:00.000Z').when(due).emits({ type: 'OrderHandedBack', by: 'timer' })
    }
  })
  it('O22: that passed before its timer has fired is an event before the acceptance and the report', () => {
    const now = '2020-04-29T01:00:00.000Z'
    const time = { start: '2020-04-29T06:00:00.000Z', end: '2020-04-29T08:00:00.000Z' }
    const open = makeEvent({ ...placed, escalatesAt: null })
    given(open, makeEvent({ ...offered, expiresAt: '2020-04-29T02:00:00.000Z' }))
      .at(now)
      .when({ type: 'AcceptOffer', orderId: 'O1', offerId: 'o1', planned: time, risksSeen: true })
      .emits({ type: 'ServiceOverdue', dueAt: serviceDueAt }, { type: 'OrderAccepted' })
    given(...orderPasts.InProgress)
      .at(now)
      .when({ type: 'ReportService', ...round })
      .emits({ type: 'ServiceOverdue', dueAt: plannedDayEnds }, { type: 'ServiceReported' })
  })
  it('O22: an order served, ended or in another round no longer has it', () => {
    for (const state of ['AwaitingReview', 'Closed', 'Cancelled', 'Unmet'] as const)
      given(...orderPasts[state])
        .by(timer)
        .at(serviceDueAt)
        .when(due)
        .isSilent()
    given(placed)
      .by(timer)
      .at(serviceDueAt)
      .when({ ...due, round: 2 })
      .isSilent()
    given(placed)
      .by(timer)
      .at(serviceDueAt)
      .when({ ...due, dueAt: '2020-04-27T16:00:00.000Z' })
      .emits({ type: 'ServiceOverdue', dueAt: serviceDueAt, setFor: '2020-04-27T16:00:00.000Z' })
    given(placed)
      .by(timer)
      .at('2020-04-27T16:00:00.000Z')
      .when({ ...due, dueAt: '2020-04-27T16:00:00.000Z' })
      .isRefused({ type: 'NotYetDue', dueAt: serviceDueAt })
  })
  it('O22, G5: if set on an assumed calendar, it is computed again once the year is adopted', () => {
    const assumed = { ...placed, serviceDueFrom: '2020-04-29T02:00:00.000Z', assumed: true }
    const early = makeEvent({ ...assumed, serviceDueAt: '2020-05-08T16:00:00.000Z' })
    // The holiday of May 2020 is from 05-01 to 05-05, and Saturday 05-09 is worked.
    const noteEarly = { ...due, dueAt: '2020-05-08T16:00:00.000Z' }
    const afterMayDay = '2020-05-12T16:00:00.000Z'
    given(early).by(timer).at(noteEarly.dueAt).when(noteEarly).isRefused({ type: 'NotYetDue', dueAt: afterMayDay })
    given(early)
      .by(timer)
      .at(afterMayDay)
      .when(noteEarly)
      .emits({ type: 'ServiceOverdue', dueAt: afterMayDay, setFor: noteEarly.dueAt })
    given(early)
      .knowing(changePolicy('2020-04-21', { orders: { serviceDue: { workingDays: 1 } } }))
      .by(timer)
      .at(noteEarly.dueAt)
      .when(noteEarly)
      .isRefused({ type: 'NotYetDue', dueAt: afterMayDay })
    const [test1] = world['policy-131081'] ?? []
    given(early)
      .knowing({ 'policy-131081': test1 === undefined ? [] : [test1] })
      .by(timer)
      .at(noteEarly.dueAt)
      .when(noteEarly)
      .emits({ type: 'ServiceOverdue', dueAt: noteEarly.dueAt })
  })
})

describe('serving', () => {
  it('row 12: begins with the first check-in', () => {
    given(...Scheduled)
      .by(timer)
      .when(start)
      .emits({ type: 'ServiceStarted', at: planned.start })
    given(...InProgress)
      .by(timer)
      .when(start)
      .isSilent()
    given(...Scheduled)
      .when(start)
      .isRefused({ type: 'OnlyAProcess' })
  })
  it('A8, O6: without a check-in by the planned end + 2 h the order is missed, and is open again', () => {
    given(...Scheduled)
      .by(timer)
      .at('2020-04-22T04:59:59.999Z')
      .when(miss)
      .isRefused({ type: 'NotYetDue', dueAt: scheduled.missedAt })
    given(...Scheduled)
      .by(timer)
      .at(scheduled.missedAt)
      .when(miss)
      .emits({
        type: 'OrderMissed',
        teamId: 'B1',
        seated: ['a'],
        missedAt: miss.missedAt,
        escalatesAt: placed.escalatesAt,
      })
    given(...InProgress)
      .by(timer)
      .at(scheduled.missedAt)
      .when(miss)
      .isSilent()
    given(...Scheduled)
      .by(timer)
      .at(scheduled.missedAt)
      .when({ ...miss, missedAt: '2020-04-22T04:00:00.000Z' })
      .isSilent()
    given(...Scheduled)
      .when(miss)
      .isRefused({ type: 'OnlyAProcess' })
  })
  it('A11: an order whose cleared seats are all given up is missed, and never stuck', () => {
    const freed = makeEvent({ ...orderKeys, type: 'SeatFreed', volunteer: 'a', reason: 'withdrawn' })
    given(...Scheduled, freed)
      .by(timer)
      .at(scheduled.missedAt)
      .when(miss)
      .emits({ type: 'OrderMissed', seated: [] })
  })
  it('O7: row 16: reported by its leader, a performer or the handler, it waits 7 days for a review', () => {
    const at = '2020-04-22T06:10:00.000Z'
    for (const by of [a, b, clerkV1, dispatcherT1])
      given(...InProgress)
        .by(by)
        .at(at)
        .when(report)
        .emits({
          type: 'ServiceReported',
          seated: ['a', 'b'],
          lapsesAt: '2020-04-29T06:10:00.000Z',
          policyVersion: 'TEST-1',
        })
    for (const by of [d, r1, dispatcherT2])
      given(...InProgress)
        .by(by)
        .at(at)
        .when(report)
        .isRefused({ type: 'NotAuthorised', command: 'ReportService' })
    given(...orderPasts.AwaitingReview)
      .at(at)
      .when(report)
      .isSilent()
    given(...InProgress)
      .at(at)
      .knowing({ 'policy-131081': [] })
      .when(report)
      .isRefused({ type: 'PolicyMissing' })
  })
  it('A14: is not reported before the planned start, also where it began early', () => {
    given(...InProgress)
      .at('2020-04-22T00:59:59.999Z')
      .when(report)
      .isRefused({ type: 'StartNotReached', plannedStart: planned.start })
    given(...InProgress)
      .at(planned.start)
      .when(report)
      .emits({ type: 'ServiceReported', seated: ['a', 'b'] })
  })
  it('G4: is aborted by the handler; minutes already served stay valid', () => {
    given(...InProgress)
      .by(dispatcherT1)
      .when(abort)
      .emits({ type: 'OrderAborted', seated: ['a', 'b'], teamId: 'B1', reason: why.reason })
    given(...InProgress)
      .when(abort)
      .isRefused({ type: 'NotAuthorised' })
    given(...orderPasts.Aborted)
      .by(dispatcherT1)
      .when(abort)
      .isSilent()
  })
})
