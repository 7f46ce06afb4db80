import { describe, expect, it } from 'vitest'
import { evolveIsTotal, holdsAlways, repeatsSayNothingNew, survivesStorage } from '@zhiyuan/testing'
import { reason } from '../need/need.fixture.ts'
import { people, timer, units } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { order, OrderCommand, type OrderEvent, type OrderState } from './index.ts'
import { needKnown, nobodyFits, orderPasts, place, planned, ranking } from './order.fixture.ts'
import { orderTrial } from './order.trial.fixture.ts'

const { a, b, e, f1, r1, clerkV1, dispatcherT1, dispatcherC } = people
const setting = {
  world: { ...world, ...needKnown },
  scene: { ...scene, now: '2020-04-20T02:20:00.000Z', actor: dispatcherT1 },
}
const instant = (time: string) => `2020-${time}:00.000Z`
const o1 = { orderId: 'O1' }
const r = (round: number) => ({ ...o1, round })
const offer = (offerId: string) =>
  ({ type: 'DispatchOrder', ...o1, offerId, teamId: 'B1', ranking, override: null }) as const
const accept = (offerId: string, time: typeof planned | null) =>
  ({ type: 'AcceptOffer', ...o1, offerId, planned: time, risksSeen: true }) as const
const seat = (round: number) => ({ type: 'TakeSeat', ...r(round), risksSeen: true }) as const
const later = { start: instant('04-26T01:00'), end: instant('04-26T02:00') }

/** The order of the golden story, from its placing to its second review. */
const story = [
  { command: { ...place, type: 'PlaceOrder' }, actor: clerkV1, now: instant('04-20T02:20') },
  { command: { type: 'ConcludeNoTeam', ...o1, searchId: 's1', ranking: nobodyFits }, now: instant('04-20T02:30') },
  { command: offer('o1'), now: instant('04-20T02:40') },
  { command: { type: 'ExpireOffer', ...o1, offerId: 'o1' }, actor: timer, now: instant('04-20T06:40') },
  { command: { type: 'OpenClaim', ...o1, offerId: 'c1' }, now: instant('04-20T06:45') },
  { command: { type: 'RecallOffer', ...o1, offerId: 'c1', reason: reason('known-team') }, now: instant('04-20T06:50') },
  { command: offer('o2'), now: instant('04-20T07:00') },
  { command: accept('o2', planned), actor: b, now: instant('04-20T07:30') },
  { command: seat(1), actor: a, now: instant('04-20T07:45') },
  { command: { type: 'ClearSeat', ...r(1), volunteer: 'a' }, actor: timer, now: instant('04-20T07:45') },
  { command: seat(1), actor: b, now: instant('04-20T07:46') },
  { command: { type: 'ClearSeat', ...r(1), volunteer: 'b' }, actor: timer, now: instant('04-20T07:46') },
  {
    command: { type: 'StartService', ...r(1), volunteer: 'a', at: planned.start, late: false },
    actor: timer,
    now: instant('04-22T01:00'),
  },
  { command: { type: 'ReportService', ...r(1) }, actor: b, now: instant('04-22T06:10') },
  {
    command: { type: 'ReviewOrder', ...r(1), rating: 2, verdict: 'not-solved', comment: null },
    actor: f1,
    now: instant('04-22T10:00'),
  },
  { command: { type: 'ReopenOrder', ...r(1), reason: reason('not-solved') }, actor: r1, now: instant('04-24T00:30') },
  { command: offer('o3'), now: instant('04-24T01:10') },
  { command: accept('o3', later), actor: b, now: instant('04-24T01:10') },
  { command: seat(2), actor: b, now: instant('04-24T01:10') },
  { command: { type: 'ClearSeat', ...r(2), volunteer: 'b' }, actor: timer, now: instant('04-24T01:10') },
  {
    command: { type: 'StartService', ...r(2), volunteer: 'b', at: later.start, late: false },
    actor: timer,
    now: instant('04-26T01:00'),
  },
  { command: { type: 'ReportService', ...r(2) }, actor: b, now: instant('04-26T02:00') },
  {
    command: { type: 'ReviewOrder', ...r(2), rating: 5, verdict: 'solved', comment: null },
    actor: r1,
    now: instant('04-26T02:30'),
  },
] as const

const why = { reason: reason('no-team-able') }
const above: Readonly<Record<string, ReadonlyArray<string>>> = {
  [units.C]: [],
  [units.T1]: [units.C],
  [units.T2]: [units.C],
  [units.V1]: [units.T1, units.C],
  [units.V2]: [units.T2, units.C],
}
/** A road on which no level below the city can meet the order. */
const unmet = [
  story[0],
  { command: { type: 'EscalateOverdue', ...r(1), from: units.V1 }, actor: timer, now: instant('04-22T02:20') },
  { command: { type: 'FollowOwner', ...o1, to: units.V2, ...why }, actor: timer, now: instant('04-22T03:00') },
  {
    command: { type: 'EscalateOrder', ...r(1), from: units.V2, ...why },
    actor: dispatcherC,
    now: instant('04-24T04:01'),
  },
  {
    command: { type: 'EscalateOrder', ...r(1), from: units.T2, ...why },
    actor: dispatcherC,
    now: instant('04-24T04:02'),
  },
  { command: { type: 'ReturnOrder', ...r(1), from: units.C, ...why }, actor: dispatcherC, now: instant('04-24T04:03') },
  { command: { type: 'ChangeSeats', ...o1, seats: 3 }, actor: dispatcherC, now: instant('04-24T04:10') },
  { command: { type: 'EndUnmet', ...o1, ...why }, actor: dispatcherC, now: instant('04-24T05:00') },
] as const

const existing = (state: OrderState) => (state.type === 'None' ? expect.fail('there is no order') : state)
const ofType = <T extends OrderEvent['type']>(events: ReadonlyArray<OrderEvent>, ...types: ReadonlyArray<T>) =>
  events.filter((event): event is Extract<OrderEvent, { readonly type: T }> =>
    (types as ReadonlyArray<string>).includes(event.type),
  )

describe('laws of an order', () => {
  it('events survive storage', () => survivesStorage(order))
  it('evolve is total', () =>
    evolveIsTotal(order, Object.values(orderPasts), { OrderId: ['O1'], OfferId: ['o1'], PersonId: ['a', 'b'] }))
  it('the fixtures are what the decider could emit', () => {
    for (const event of Object.values(orderPasts).flat())
      expect(order.event.decode(event), event.type).toMatchObject({ _tag: 'Right' })
  })
  it('O6: repeats say nothing new, of the last command or an older one', () =>
    repeatsSayNothingNew(order, setting, story))
})

const sideways = ['OrderReturned', 'OrderTransferred'] as const

describe('under any commands in any order', () => {
  const types = OrderCommand.shape.kind === 'variants' ? Object.keys(OrderCommand.shape.members) : []
  const best = types.map((type) => {
    const { command, now, actor } = orderTrial('Open', type as never)
    return { command, now, actor } as never
  })
  const others = [
    { command: seat(1), actor: e, now: instant('04-20T08:00') },
    { command: { type: 'HandBackOrder', ...r(1), ...why }, actor: b, now: instant('04-20T09:00') },
    {
      command: { type: 'FreeSeat', ...r(1), volunteer: 'a', reason: 'withdrawn' },
      actor: timer,
      now: instant('04-20T09:00'),
    },
    { command: { type: 'ChangeSeats', ...o1, seats: 1 }, now: instant('04-20T09:10') },
    { command: offer('o4'), now: instant('04-20T09:30') },
    { command: accept('o4', null), actor: b, now: instant('04-20T09:40') },
    {
      command: { type: 'MissOrder', ...r(1), missedAt: instant('04-22T05:00') },
      actor: timer,
      now: instant('04-22T05:00'),
    },
  ] as const
  const tries = {
    pools: {
      OrderId: ['O1'],
      OfferId: ['o1', 'o2', 'o3'],
      NeedId: ['N1'],
      TeamId: ['B1', 'B2'],
      PersonId: ['a', 'b', 'e'],
      UnitId: Object.values(units),
      Round: [1, 2],
      Seats: [1, 2, 3],
    },
    nows: ['04-20T02:20', '04-20T06:40', '04-21T02:40', '04-22T02:20', '04-24T03:30', '04-28T16:00'].map(instant),
    actors: [a, b, r1, clerkV1, dispatcherT1, dispatcherC, timer],
    known: [...story, ...story, ...unmet, ...others, ...best],
  }
  /** Every sequence begins with an order; otherwise hardly any would have one. */
  const begun = { ...setting, past: orderPasts.Open }

  it('O11, A1: seats are never exceeded, and only a bound team has any', () => {
    holdsAlways(order, begun, tries, (state) => {
      const { seated, seats, team, type } = existing(state)
      expect(seated.size).toBeLessThanOrEqual(seats)
      if (seated.size > 0) expect(team, type).not.toBeNull()
    })
  })
  it('O6: every offer ever made is listed, with one answer', () => {
    holdsAlways(order, begun, tries, (state, events) => {
      const made = ofType(events, 'OrderOffered', 'ClaimOpened').map(({ offerId }) => offerId)
      const { offers, type } = existing(state)
      expect(offers.map(({ offered }) => offered.offerId)).toEqual(made)
      expect(new Set(made).size).toBe(made.length)
      const open = offers.filter(({ answer }) => answer === 'open')
      expect(open.length).toBeLessThanOrEqual(1)
      if (open.length === 1) expect(['Offered', 'Claimable']).toContain(type)
    })
  })
  it('O16: only a level up or a new round restarts the 48 h', () => {
    holdsAlways(order, begun, tries, (state, events) => {
      let runs: string | null = null
      for (const event of ofType(events, 'OrderPlaced', 'OrderReopened', 'OrderEscalated', ...sideways)) {
        const kept: string | null = event.type === 'OrderReturned' || event.type === 'OrderTransferred' ? runs : null
        if (kept !== null && event.escalatesAt !== null) expect(event.escalatesAt).toBe(kept)
        runs = event.escalatesAt
      }
      expect(existing(state).escalatesAt).toBe(runs)
    })
  })
  it('O7: only the requester’s side says solved, partly or not solved', () => {
    holdsAlways(order, begun, tries, (_state, events) => {
      events.forEach((event, index) => {
        if (event.type !== 'OrderClosed' && event.type !== 'OutcomeRevised') return
        const before = events[index - 1]
        if (event.outcome !== 'unreviewed')
          expect(before).toMatchObject({ type: 'OrderReviewed', verdict: event.outcome })
      })
    })
  })
  it('O22, A1: no seat is taken while the order has no time', () => {
    holdsAlways(order, begun, tries, (_state, events) => {
      for (const { planned: time } of ofType(events, 'SeatTaken')) expect(time).not.toBeNull()
    })
  })
  it('O25: scheduled means that there is a cleared seat', () => {
    holdsAlways(order, begun, tries, (state) => {
      const { type, seated } = existing(state)
      if (type === 'Scheduled') expect([...seated.values()]).toContain(true)
    })
  })
  it('O19: its owner changes only by a ruling; O5: it ends unmet at the city only', () => {
    holdsAlways(order, begun, tries, (state, events) => {
      const { owner, placed } = existing(state)
      expect(owner).toBe(ofType(events, 'OrderMisrouted').at(-1)?.to ?? placed.owner)
      for (const { handler } of ofType(events, 'OrderUnmet')) expect(handler).toBe(units.C)
    })
  })
  it('O4, O5, O16: a unit has its 48 h while one above it has not had the order in the round, the city never', () => {
    holdsAlways(order, begun, tries, (state) => {
      const { handler, handled, escalatesAt } = existing(state)
      expect(escalatesAt === null).toBe(above[handler]?.every((unit) => handled.some((one) => one === unit)))
    })
  })
  it('O16: in one round no unit has it twice but by the one return, a ruling or the closing of a unit', () => {
    holdsAlways(order, begun, tries, (_state, events) => {
      let had: ReadonlyArray<string> = [units.V1]
      for (const event of ofType(events, 'OrderReopened', 'OrderEscalated', ...sideways)) {
        if (event.type === 'OrderEscalated') expect(had).not.toContain(event.to)
        had = event.type === 'OrderReopened' ? [event.handler] : [...had, event.to]
      }
    })
  })
  it('O7, O9: it closes by a review, a follow-up or their lapse, and no performer reviews', () => {
    holdsAlways(order, begun, tries, (_state, events) => {
      events.forEach((event, index) => {
        if (event.type === 'OrderReviewed') expect(event.seated).not.toContain(event.reviewer)
        if (event.type !== 'OrderClosed') return
        expect(['OrderReviewed', 'OrderFollowedUp', 'ReviewLapsed']).toContain(events[index - 1]?.type)
      })
    })
  })
  it('S14: every event after the first says when the order was opened', () => {
    holdsAlways(order, begun, tries, (state, events) => {
      for (const event of events) if ('opened' in event) expect(event.opened).toBe(existing(state).placed.recordedAt)
      expect(events.filter((event) => !('opened' in event)).map(({ type }) => type)).toEqual(['OrderPlaced'])
    })
  })
  it('O8: rounds follow one another, each a reopening', () => {
    holdsAlways(order, begun, tries, (state, events) => {
      expect(existing(state).round).toBe(1 + ofType(events, 'OrderReopened').length)
    })
  })
})

describe('the road to the city', () => {
  it('O4, O5, O19: repeats say nothing new', () => {
    const once = unmet.filter(({ command }) => command.type !== 'ReturnOrder' && command.type !== 'EscalateOverdue')
    repeatsSayNothingNew(order, setting, [
      once[0] ?? story[0],
      { command: { type: 'EscalateOrder', ...r(1), from: units.V1, ...why }, now: instant('04-21T02:20') },
      ...once.slice(1),
    ])
  })
})
