/** Who voiced an order, when it was planned, and what was said of it afterwards. */
import type { PersonId } from '@zhiyuan/kernel'
import type { Interval } from '../../vocabulary/values.ts'
import type { Verdict } from '../../slices/requests/order/order.codec.ts'
import { copyEvidence, type Evidence, type Logged } from './logged.ts'
import { noteRows, onward, listTypes, type Changes } from './table.ts'

/** What one person said of a round: with a rating as the requester's side, without one as an independent person. */
export interface Opinion {
  readonly round: number
  readonly by: PersonId
  readonly rating: number | null
  readonly verdict: Verdict
  readonly evidence: Evidence
}

export interface OrderFact {
  readonly requester: PersonId
  /** Whose word asked for it: the proxy where there is one, else the requester. */
  readonly voice: PersonId
  readonly proxy: PersonId | null
  /** By round, as last scheduled. */
  readonly plans: ReadonlyArray<{ readonly round: number; readonly planned: Interval }>
  readonly opinions: ReadonlyArray<Opinion>
  readonly placed: Evidence
}

const say = (fact: OrderFact, opinion: Omit<Opinion, 'evidence'>, logged: Logged): OrderFact => ({
  ...fact,
  opinions: [...fact.opinions, { ...opinion, evidence: copyEvidence(logged) }],
})

const changes: Changes<OrderFact, 'OrderPlaced' | 'OrderScheduled' | 'OrderReviewed' | 'OrderFollowedUp'> = {
  OrderPlaced: (_fact, { requester, proxy }, logged) => ({
    requester,
    voice: proxy ?? requester,
    proxy,
    plans: [],
    opinions: [],
    placed: copyEvidence(logged),
  }),
  OrderScheduled: onward((fact, { round, planned }) => ({
    ...fact,
    plans: [...fact.plans.filter((one) => one.round !== round), { round, planned }],
  })),
  OrderReviewed: onward((fact, { round, reviewer, rating, verdict }, logged) =>
    say(fact, { round, by: reviewer, rating, verdict }, logged),
  ),
  OrderFollowedUp: onward((fact, { round, by, verdict }, logged) =>
    say(fact, { round, by, rating: null, verdict }, logged),
  ),
}

export const orderEvents = listTypes(changes)

/** Takes an event into the orders by their id. */
export const noteOrder = noteRows(changes, ({ orderId }) => orderId)
