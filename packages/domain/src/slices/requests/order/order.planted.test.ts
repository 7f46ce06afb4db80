/** How surely a law of the test kit finds a fault: O11 is planted wrong by one seat. */
import * as E from 'fp-ts/lib/Either.js'
import { expect, it } from 'vitest'
import { holdsAlways, type Tries } from '@zhiyuan/testing'
import { people } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { order, type OrderCommand, type OrderState } from './index.ts'
import { needKnown, place, planned, ranking } from './order.fixture.ts'

const { a, b, e, clerkV1, dispatcherT1 } = people
const O1 = { orderId: 'O1' }
const dispatch = { type: 'DispatchOrder', ...O1, offerId: 'o1', teamId: 'B1', ranking, override: null } as const
const accept = { type: 'AcceptOffer', ...O1, offerId: 'o1', planned, risksSeen: true } as const
const takeSeat = { type: 'TakeSeat', ...O1, round: 1, risksSeen: true } as const
const tries: Tries<OrderCommand> = {
  known: [
    { command: { ...place, type: 'PlaceOrder', planned }, actor: clerkV1 },
    { command: dispatch, actor: dispatcherT1 },
    { command: accept, actor: b },
    ...[a, b, e].map((actor) => ({ command: takeSeat, actor })),
  ],
}

const { TakeSeat } = order.decider.handlers
const oneTooMany: typeof order = {
  ...order,
  decider: {
    ...order.decider,
    handlers: {
      ...order.decider.handlers,
      TakeSeat: {
        ...TakeSeat,
        plan: (command, state, moment) => {
          const planted = state.type === 'None' ? state : { ...state, seats: state.seats + 1 }
          // The number is a plain one: the fault is planted behind the codecs.
          return TakeSeat.plan(command, planted as OrderState, moment)
        },
      },
    },
  },
}

const hold = (slice: typeof order, seed: number) =>
  holdsAlways(
    slice,
    { world: { ...world, ...needKnown }, scene: { ...scene, actor: clerkV1 } },
    tries,
    (state: OrderState) => {
      if (state.type !== 'None') expect(state.seated.size).toBeLessThanOrEqual(state.seats)
    },
    { seed, atLeast: { Accepted: 20, SeatTaken: 20 } },
  )

/** Seconds of this process's own work; those of other processes on a busy machine are not in it. */
const workSeconds = (): number => process.cpuUsage().user / 1_000_000

it('O11: one seat too many is found by nineteen of twenty runs of the law at least, in two seconds', () => {
  expect(hold(order, 1)).toMatchObject({ runs: 100, states: { Open: expect.any(Number) as number } })
  const began = workSeconds()
  const seeds = Array.from({ length: 20 }, (_, index) => index + 1)
  const found = seeds.filter((seed) => E.isLeft(E.tryCatch(() => hold(oneTooMany, seed), String)))
  const took = workSeconds() - began
  console.log(`O11, planted: found in ${found.length} of 20 runs, in ${took.toFixed(1)} s`)
  expect(found.length).toBeGreaterThanOrEqual(19)
  expect(took).toBeLessThan(2)
})
