import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { makeEvent } from '../need/need.fixture.ts'
import { order } from './index.ts'
import {
  accepted,
  claimOpened,
  escalated,
  handedBack,
  lastSeatLost,
  missed,
  needKnown,
  offered,
  orderKeys,
  orderPasts,
  placed,
  planned,
  reported,
  scheduled,
  seatCleared,
  seatTaken,
  started,
  transferred,
} from './order.fixture.ts'

const given = stage(order, { ...world, ...needKnown }, { ...scene, now: '2020-04-22T14:00:00.000Z', actor: timer })
const start = { type: 'StartService', orderId: 'O1', round: 1, volunteer: 'a', at: planned.start, late: true } as const
const past = [...orderPasts.Scheduled, missed]
const taken = {
  type: 'RoundTakenOn',
  volunteer: 'a',
  at: planned.start,
  teamId: 'B1',
  planned,
  seated: ['a'],
} as const
const second = { ...offered, offerId: 'o2', teamId: 'B9' }
const secondTeam = { ...accepted, offerId: 'o2', teamId: 'B9' }

describe('a round that was missed, and had been served', () => {
  it('A15: goes on from open, offered and claimable; the offer is recalled', () => {
    given(...past)
      .when(start)
      .emits(taken)
    given(...past, makeEvent(second))
      .when(start)
      .emits({ type: 'OfferRecalled', offerId: 'o2' }, taken)
    given(...past, makeEvent({ ...claimOpened, offerId: 'o2' }))
      .when(start)
      .emits({ type: 'ClaimRecalled', offerId: 'o2' }, taken)
    const [goesOn] = given(...past)
      .when(start)
      .events()
    given(...past, goesOn as never)
      .when(start)
      .isSilent()
  })

  it('A15, O16: an escalation that only a clock made is undone; what a person moved stays there', () => {
    given(...past, escalated)
      .when(start)
      .emits({ type: 'EscalationUndone', from: units.T1, to: units.V1 }, { ...taken, handler: units.V1 })
    given(...past, { ...escalated, automatic: false })
      .when(start)
      .emits({ ...taken, handler: units.T1 })
    given(...past, transferred)
      .when(start)
      .emits({ ...taken, handler: units.V2 })
  })

  it('O4, O16: an undone escalation leaves the unit above one that has not had the order, and the 48 h of before run on', () => {
    const undone = given(...past, escalated)
      .when(start)
      .events() as never[]
    const missedAgain = { ...missed, escalatesAt: placed.escalatesAt }
    given(...past, escalated, ...undone, missedAgain)
      .at(placed.escalatesAt)
      .when({ type: 'EscalateOverdue', orderId: 'O1', round: 1, from: units.V1 })
      .emits({ type: 'OrderEscalated', from: units.V1, to: units.T1 })
  })

  it('A15: where another team has accepted, both are kept and the handler is told, once', () => {
    const doubled = { type: 'ServiceDoubled', volunteer: 'a', at: planned.start, teamId: 'B1' } as const
    const bound = [...past, second, secondTeam]
    given(...bound)
      .when(start)
      .emits(doubled)
    const scheduledAgain = [...bound, seatTaken('e'), seatCleared('e'), scheduled]
    given(...scheduledAgain)
      .when(start)
      .emits(doubled)
    given(...scheduledAgain)
      .when({ ...start, volunteer: 'e' })
      .emits({ type: 'ServiceStarted', volunteer: 'e' })
    const [told] = given(...bound)
      .when(start)
      .events()
    given(...bound, told as never)
      .when(start)
      .isSilent()
    given(...bound, told as never, { ...handedBack, teamId: 'B9', seated: [] })
      .when(start)
      .emits(taken)
  })

  it('A15: the handler cancels either one of the two before the second start; one alone is not cancelled so', () => {
    const first = {
      type: 'CancelFirstService',
      orderId: 'O1',
      round: 1,
      reason: { code: 'one-is-enough', text: null },
    } as const
    const bound = [...past, second, secondTeam]
    given(...bound)
      .by(people.dispatcherT1)
      .when(first)
      .isRefused({ type: 'CommandNotAllowed' })
    const [told] = given(...bound)
      .when(start)
      .events()
    const both = given(...bound, told as never)
    both.by(people.e).when(first).isRefused({ type: 'NotAuthorised' })
    const decided = both.by(people.dispatcherT1).when(first)
    decided.emits({ type: 'FirstServiceCancelled', teamId: 'B1' })
    const alone = given(...bound, told as never, ...(decided.events() as never[]))
    alone.when(start).isSilent()
    alone.when({ ...start, late: false }).isSilent()
    given(...bound, told as never, ...(decided.events() as never[]), { ...handedBack, teamId: 'B9', seated: [] })
      .when(start)
      .isSilent()
    const begun = [seatTaken('e'), seatCleared('e'), scheduled, { ...started, volunteer: 'e' }] as const
    given(...bound, told as never, ...begun)
      .by(people.dispatcherT1)
      .when(first)
      .isRefused({ type: 'CommandNotAllowed' })
  })

  it('A15: is not taken on by who had no seat, in another round, or once it has ended', () => {
    given(...past)
      .when({ ...start, volunteer: 'e' })
      .isSilent()
    given(...past)
      .when({ ...start, round: 2 })
      .isSilent()
    for (const state of ['Cancelled', 'Closed', 'Unmet', 'Open'] as const)
      given(...orderPasts[state])
        .when(start)
        .isSilent()
    given(...past)
      .by(people.a)
      .when(start)
      .isRefused({ type: 'OnlyAProcess' })
  })
})

describe('a volunteer whose absence was excused', () => {
  const freed = { type: 'SeatFreed', ...orderKeys, volunteer: 'a', reason: 'released' }
  const back = { type: 'SeatReturned', volunteer: 'a', at: planned.start, late: true } as const

  it('A8: has the seat again with the check-in, which begins the service where no one has', () => {
    given(...orderPasts.Scheduled, makeEvent(seatTaken('b')), makeEvent(seatCleared('b')), makeEvent(freed))
      .when(start)
      .emits(back, { type: 'ServiceStarted', volunteer: 'a', at: planned.start })
    for (const state of ['InProgress', 'AwaitingReview', 'Closed'] as const)
      given(...orderPasts[state], makeEvent(freed))
        .when(start)
        .emits(back)
  })

  it('A8, A15: has it again where no one else was left, and the round is taken on from accepted or from open', () => {
    const alone = [...orderPasts.Scheduled, makeEvent(freed), lastSeatLost] as const
    given(...alone)
      .when(start)
      .emits(back, { ...taken, seated: ['a'] })
    const open = { ...handedBack, by: 'timer', seated: [], refillAt: lastSeatLost.refillAt }
    given(...alone, open)
      .when(start)
      .emits(taken)
    given(...alone, open, escalated)
      .when(start)
      .emits({ type: 'EscalationUndone', from: units.T1, to: units.V1 }, { ...taken, handler: units.V1 })
    given(...alone, open, second, secondTeam)
      .when(start)
      .emits({ type: 'ServiceDoubled', volunteer: 'a', teamId: 'B1' })
    given(...alone, { ...open, by: 'handler', refillAt: null })
      .when(start)
      .isSilent()
  })

  it('A8, O11: not once another volunteer has it, after a withdrawal, or where the absence stood', () => {
    const begun = [...orderPasts.Scheduled, makeEvent(seatTaken('b')), makeEvent(seatCleared('b'))]
    given(...begun, makeEvent(freed), makeEvent(seatTaken('e')))
      .when(start)
      .isSilent()
    for (const reason of ['withdrawn', 'absent'])
      given(...begun, makeEvent({ ...freed, reason }))
        .when(start)
        .isSilent()
  })
})

describe('a service that only a telephone tells', () => {
  const begun = [...orderPasts.Scheduled, makeEvent({ ...started, late: true })]
  const waits = [...begun, makeEvent(reported)]
  const lapse = { type: 'LapseReview', orderId: 'O1', round: 1 } as const
  const inTime = { ...start, late: false } as const
  const proven = { type: 'ServiceProven', volunteer: 'a', at: planned.start } as const

  it('A14, A15: is missed, and no served order, where no one has confirmed a presence by the end of its review', () => {
    const ended = given(...waits).at(reported.lapsesAt)
    ended
      .when(lapse)
      .emits({ type: 'ReviewLapsed' }, { type: 'OrderMissed', seated: ['a'], missedAt: reported.lapsesAt })
    const again = ended.and(
      { type: 'ReviewLapsed', ...orderKeys } as never,
      ...(ended.when(lapse).events().slice(1) as never[]),
    )
    again.when(inTime).emits({ ...taken, late: false })
  })

  it('A14, A15: is not taken on again by a telling that no one confirmed, whenever it is sent; a confirmed presence does', () => {
    const again = given(...waits, makeEvent({ ...missed, missedAt: reported.lapsesAt }))
    again.when(start).isSilent()
    again.when(inTime).emits({ ...taken, late: false })
    const bound = again.and(makeEvent(second), makeEvent(secondTeam))
    bound.when(start).isSilent()
    const [doubled] = bound.when(inTime).events()
    bound
      .and(doubled as never, makeEvent({ ...handedBack, teamId: 'B9', seated: [] }))
      .when(start)
      .emits(taken)
  })

  it('A14: closes as any other once one is confirmed, or was told in time', () => {
    given(...waits)
      .when(inTime)
      .emits(proven)
    given(...waits)
      .when({ ...inTime, late: true })
      .isSilent()
    given(...waits, makeEvent({ ...proven, ...orderKeys }))
      .at(reported.lapsesAt)
      .when(lapse)
      .emits({ type: 'ReviewLapsed' }, { type: 'OrderClosed', outcome: 'unreviewed' })
    given(...orderPasts.AwaitingReview)
      .at(reported.lapsesAt)
      .when(lapse)
      .emits({ type: 'ReviewLapsed' }, { type: 'OrderClosed', outcome: 'unreviewed' })
    given(...orderPasts.AwaitingReview)
      .when(inTime)
      .isSilent()
  })
})
