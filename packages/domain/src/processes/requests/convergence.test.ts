import { describe, expect, it } from 'vitest'
import type { Plain } from '@zhiyuan/kernel'
import * as fc from 'fast-check'
import { startLoop, type Loop, type PlainActor } from '@zhiyuan/testing'
import { assignment, type AssignmentState } from '../../slices/attendance/assignment/index.ts'
import { order, type OrderState } from '../../slices/requests/order/index.ts'
import { planned } from '../../slices/requests/order/order.fixture.ts'
import { people, units } from '../../fixtures/people.ts'
import {
  abort,
  accept,
  allege,
  assignmentStreamName,
  beginClosing,
  cancel,
  checkIn,
  checkOut,
  confirm,
  county,
  dispatch,
  escalate,
  handBack,
  report,
  review,
  takeSeat,
  toAccepted,
  toScheduled,
  toServing,
  withdraw,
  withdrawNeed,
  type CountyCommand,
} from './county.fixture.ts'

const { a, b, e, r1, admin, clerkV1, dispatcherT1 } = people
const { V1 } = units

type Deed = readonly [PlainActor, Plain<CountyCommand>]

/** States of an order in which its seats count. */
const withSeats: ReadonlyArray<OrderState['type']> = ['Accepted', 'Scheduled', 'InProgress', 'AwaitingReview']
/** States of an assignment in which the volunteer is bound. */
const bound: ReadonlyArray<AssignmentState['type']> = [
  'Cleared',
  'Present',
  'Left',
  'CheckOutMissing',
  'Confirmed',
  'Unconfirmed',
  'AbsenceAlleged',
]

describe('any deeds at any time, with process commands delivered in any order', () => {
  const deeds: ReadonlyArray<Deed> = [
    ...[a, b, e].flatMap((who): ReadonlyArray<Deed> => [
      [who, takeSeat()],
      [who, withdraw(who.person)],
      [who, checkIn(who.person)],
      [who, checkOut(who.person)],
      [clerkV1, allege(who.person)],
      [clerkV1, confirm(who.person)],
    ]),
    [b, handBack()],
    [b, report()],
    [dispatcherT1, dispatch('o1')],
    [dispatcherT1, dispatch('o2')],
    [b, accept('o1', planned)],
    [b, accept('o2', planned)],
    [r1, cancel],
    [r1, review()],
    [clerkV1, abort],
    [r1, withdrawNeed],
    [admin, beginClosing(V1)],
    [clerkV1, escalate(V1)],
  ]
  const starts: ReadonlyArray<(loop: Loop<CountyCommand>) => Loop<CountyCommand>> = [
    toAccepted,
    toScheduled,
    toServing,
    (loop) => loop,
  ]
  const moments = fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 4 * 24 * 60 }) },
  )
  const story = fc.array(
    fc.tuple(fc.constantFrom(...deeds), fc.integer({ min: 0, max: 3 }), moments, fc.infiniteStream(fc.nat(50))),
    { minLength: 1, maxLength: 25, size: 'max' },
  )

  /** A colleague's capture took the round on again after a miss: whom the miss released has the seat still, and may tell an own capture (A15). */
  const isReleasedByMiss = (loop: Loop<CountyCommand>, state: AssignmentState): boolean =>
    state.type === 'Released' &&
    state.reason === 'missed' &&
    loop.events('order-O1').some(({ type }) => type === 'RoundTakenOn')

  /** Checks that each bound volunteer has a cleared seat, each seated volunteer is bound, and no assignment is left between the two. */
  const agree = (loop: Loop<CountyCommand>): void => {
    const state = loop.state(order, 'order-O1') as OrderState
    const seated = state.type === 'None' || !withSeats.includes(state.type) ? [] : [...state.seated]
    for (const volunteer of ['a', 'b', 'e']) {
      const assigned = loop.state(assignment, assignmentStreamName(volunteer)) as AssignmentState
      const { type } = assigned
      const seat = seated.find(([person]) => person === volunteer)
      if (type === 'Cleared') expect(seat, `the seat of ${volunteer}`).toEqual([volunteer, true])
      if (seat !== undefined && !isReleasedByMiss(loop, assigned)) expect(bound).toContain(type)
      expect(type, `${volunteer} waits for nothing`).not.toBe('NotCleared')
    }
    if (state.type !== 'None') expect(state.seated.size).toBeLessThanOrEqual(state.seats)
  }

  it('A1, A11, O11: at rest, assignments and seats agree', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...starts), story, (start, acts) => {
        const loop = start(startLoop(county))
        let now = Date.parse(loop.log().at(-1)?.recordedAt ?? county.scene.now)
        for (const [[actor, command], done, passes, picks] of acts) {
          now += passes * 60_000
          loop.at(new Date(now).toISOString())
          loop.send(actor, command)
          for (let left = done; left > 0 && loop.waiting().length > 0; left--)
            loop.deliver((picks.next().value as number) % loop.waiting().length)
        }
        loop.rest((waiting) => (acts[0]?.[3].next().value as number) % waiting.length)
        agree(loop)
      }),
      { numRuns: 100, includeErrorInReport: true },
    )
  })
})
