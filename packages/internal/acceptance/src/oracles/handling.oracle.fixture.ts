/**
 * An order over its dated facts (O16, O19), and who rules on a misrouted need (O19).
 *
 * Choice: facts that change the handler and are refused change nothing; the others are taken as told.
 * Choice: "has both below it" is below, not beside itself: for a village and its own township the city rules.
 * Choice: what the city gives away has its new owner from the acceptance there. The midnight that ends the second working day is too late; then it stays.
 */
import { endTerm } from './calendar.oracle.fixture.ts'
import type { Calendar } from './calendar.oracle.fixture.ts'
import {
  advanceOrder,
  findAncestors,
  findEscalationTarget,
  moveUp,
  refuseHandling,
} from './escalation.oracle.fixture.ts'
import type { HandledOrder, HandlingRefusal, OrderFact, OrderStatus, OrderTerms } from './escalation.oracle.fixture.ts'

const openOrder = (owner: string, at: number): HandledOrder => ({
  owner,
  handler: owner,
  status: 'open',
  round: 1,
  roundBegan: at,
  clockStart: at,
  handled: [owner],
  cameFrom: null,
  hasReturned: false,
  askedDay: null,
  heir: null,
  steps: 0,
  automatic: 0,
  transfers: 0,
  recalled: 0,
})

const statuses: Readonly<Partial<Record<OrderFact['type'], OrderStatus>>> = {
  offered: 'offered',
  claimable: 'claimable',
  'offer-ended': 'open',
  accepted: 'accepted',
  reported: 'awaiting-review',
  ended: 'ended',
}

const give = (order: HandledOrder, to: string): HandledOrder => ({
  ...order,
  handler: to,
  handled: [...order.handled, to],
  cameFrom: null,
})

/** A team is gone: the new owner of a ruling takes over, with the running clock. */
const letGo = (order: HandledOrder): HandledOrder =>
  order.heir === null ? { ...order, status: 'open' } : { ...give(order, order.heir), status: 'open', heir: null }

const applyOrderFact = (order: HandledOrder, fact: OrderFact, terms: OrderTerms): HandledOrder => {
  const { at } = fact
  if (fact.type === 'escalated') {
    const to = findEscalationTarget(order, terms.above)
    return to === null ? order : moveUp(order, to, at)
  }
  if (fact.type === 'returned')
    return order.cameFrom === null ? order : { ...give(order, order.cameFrom), hasReturned: true }
  if (fact.type === 'transferred') return { ...give(order, fact.to), transfers: order.transfers + 1 }
  if (fact.type === 'ruled-misrouted') {
    const moved = { ...order, owner: fact.owner, heir: null }
    const isWaiting = order.status === 'open' || order.status === 'offered' || order.status === 'claimable'
    if (order.handler === fact.owner) return moved
    return isWaiting ? { ...give(moved, fact.owner), status: 'open' } : { ...moved, heir: fact.owner }
  }
  if (fact.type === 'handed-back' || fact.type === 'missed') return letGo(order)
  if (fact.type === 'day-asked') return { ...order, askedDay: fact.day }
  if (fact.type === 'closed') return { ...order, status: 'closed', handler: order.heir ?? order.handler, heir: null }
  if (fact.type === 'reopened') {
    return {
      ...order,
      status: 'open',
      round: order.round + 1,
      roundBegan: at,
      clockStart: at,
      handled: [order.handler],
      cameFrom: null,
      hasReturned: false,
      askedDay: null,
    }
  }
  return { ...order, status: statuses[fact.type] ?? order.status }
}

export interface OrderReplay {
  readonly order: HandledOrder | null
  readonly refused: readonly (HandlingRefusal | null)[]
}

/** An order at an instant; null before it was opened. Facts come in order. */
export const replayOrder = (facts: readonly OrderFact[], at: number, terms: OrderTerms): OrderReplay => {
  let order: HandledOrder | null = null
  let since = 0
  const refused: (HandlingRefusal | null)[] = []
  for (const fact of facts.filter((one) => one.at <= at)) {
    if (fact.type === 'opened') {
      order = openOrder(fact.owner, fact.at)
      refused.push(null)
    } else if (order !== null) {
      order = advanceOrder(order, since, fact.at, terms)
      const refusal = refuseHandling(order, fact, terms.above)
      refused.push(refusal)
      if (refusal === null) order = applyOrderFact(order, fact, terms)
    }
    since = fact.at
  }
  return { order: order === null ? null : advanceOrder(order, since, at, terms), refused }
}

/** The lowest unit that has both below it; the city where it is one of the two. */
export const findMisroutedRuler = (from: string, to: string, above: OrderTerms['above']): string | null => {
  if (above(from) === null) return from
  if (above(to) === null) return to
  return findAncestors(from, above).find((unit) => findAncestors(to, above).includes(unit)) ?? null
}

export interface MisroutedRuling {
  readonly from: string
  readonly to: string
  readonly ruledAt: number
  /** The instant at which the new owner accepted; null while it has not. */
  readonly acceptedAt: number | null
}

/** The owner after a ruling, at an instant. */
export const findRuledOwner = (
  ruling: MisroutedRuling,
  at: number,
  terms: { readonly workingDays: number; readonly above: OrderTerms['above']; readonly calendar: Calendar },
): string => {
  if (at < ruling.ruledAt) return ruling.from
  if (terms.above(ruling.from) !== null) return ruling.to
  const { acceptedAt } = ruling
  const isTaken =
    acceptedAt !== null && acceptedAt <= at && acceptedAt < endTerm(ruling.ruledAt, terms.workingDays, terms.calendar)
  return isTaken ? ruling.to : ruling.from
}
