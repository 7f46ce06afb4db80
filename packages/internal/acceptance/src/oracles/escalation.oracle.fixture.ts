/**
 * The 48 hours of an order, its handlers and its supervision (O4, O5, O16, O19).
 *
 * Choice: the 48 hours are elapsed since the round began or the order last went up. Acceptance neither stops nor restarts them; they act only while the
 * order is open, offered or claimable. What is handed back or missed after their end therefore escalates at that very instant.
 * Choice: their end is half-open: the timer acts before an acceptance at the same instant.
 * Choice: at the top the clock is kept and shown as null, since nothing can follow from it. It runs on where the city transfers the order down.
 * Choice: an escalation goes to the nearest unit above that has not handled the order in the round. That is one level up, but for an order that came back by
 * Return: the unit that returned it does not get it twice. Where no such unit is left, it stays where it is, and supervision finds it.
 * Choice: Escalate, Return and Transfer need the state `open`. Return answers an escalation: it goes to the unit that
 * escalated the order to its handler in this round, once a round, with a reason. What was transferred here, or came by a ruling, is not returned, since
 * no unit below has asked for support.
 * Choice: Transfer is bound to no level, but never goes to a unit above the handler, which would be an escalation that I09 does not see.
 * Choice: after a ruling `misrouted` the handler follows at once while the order is open, offered or claimable, and keeps the clock; else when the round closes, or when
 * the team is gone, since from then on nothing is accepted any more.
 * Choice: an order is unserved until its service is reported. Cancelled, aborted and unmet ones need no supervision.
 * Choice: supervision starts from the later of the day on which the round began and the last day that the requester's side asked for. A day that the
 * unit above granted alone (O27) does not move it. Of two highest units of one level the later one counts.
 */
import { endTerm, startDay } from './calendar.oracle.fixture.ts'
import type { Calendar } from './calendar.oracle.fixture.ts'

export type OrderFact =
  | { readonly type: 'opened'; readonly at: number; readonly owner: string }
  | {
      readonly type:
        | 'offered'
        | 'claimable'
        | 'offer-ended'
        | 'accepted'
        | 'handed-back'
        | 'missed'
        | 'reported'
        | 'closed'
        | 'reopened'
        | 'ended'
      readonly at: number
    }
  | { readonly type: 'escalated'; readonly at: number }
  | { readonly type: 'returned'; readonly at: number; readonly reason: string }
  | { readonly type: 'transferred'; readonly at: number; readonly to: string }
  | { readonly type: 'ruled-misrouted'; readonly at: number; readonly owner: string }
  | { readonly type: 'day-asked'; readonly at: number; readonly day: string }

export type OrderStatus = 'open' | 'offered' | 'claimable' | 'accepted' | 'awaiting-review' | 'closed' | 'ended'

export interface HandledOrder {
  readonly owner: string
  readonly handler: string
  readonly status: OrderStatus
  readonly round: number
  readonly roundBegan: number
  readonly clockStart: number
  /** The units that have handled it in this round, in order. */
  readonly handled: readonly string[]
  /** The unit that escalated it to the present handler in this round; null where none did. */
  readonly cameFrom: string | null
  readonly hasReturned: boolean
  readonly askedDay: string | null
  /** The unit that takes it over when the round closes, after a ruling `misrouted`. */
  readonly heir: string | null
  readonly steps: number
  readonly automatic: number
  readonly transfers: number
  readonly recalled: number
}

export interface OrderTerms {
  readonly escalation: number
  readonly above: (unit: string) => string | null
}

export const findAncestors = (unit: string, above: OrderTerms['above']): readonly string[] => {
  const next = above(unit)
  return next === null ? [] : [next, ...findAncestors(next, above)]
}

export const findEscalationTarget = ({ handler, handled }: HandledOrder, above: OrderTerms['above']): string | null =>
  findAncestors(handler, above).find((unit) => !handled.includes(unit)) ?? null

const isWaiting = ({ status }: HandledOrder): boolean =>
  status === 'open' || status === 'offered' || status === 'claimable'

/** The end of the running 48 hours; null where none runs or nothing can follow from them. */
export const findEscalationDue = (order: HandledOrder, terms: OrderTerms): number | null =>
  isWaiting(order) && findEscalationTarget(order, terms.above) !== null ? order.clockStart + terms.escalation : null

export const moveUp = (order: HandledOrder, to: string, at: number): HandledOrder => ({
  ...order,
  handler: to,
  handled: [...order.handled, to],
  cameFrom: order.handler,
  status: 'open',
  clockStart: at,
  steps: order.steps + 1,
})

/** Lets the escalations that are due by `at` happen. `since` is the instant before which none could. */
export const advanceOrder = (order: HandledOrder, since: number, at: number, terms: OrderTerms): HandledOrder => {
  const due = findEscalationDue(order, terms)
  const to = findEscalationTarget(order, terms.above)
  if (due === null || to === null || due > at) return order
  const acted = Math.max(due, since)
  const recalled = order.recalled + (order.status === 'open' ? 0 : 1)
  const moved = { ...moveUp(order, to, acted), automatic: order.automatic + 1, recalled }
  return advanceOrder(moved, acted, at, terms)
}

export type HandlingRefusal =
  'not-open' | 'top-level' | 'no-reason' | 'returned-once' | 'nothing-to-return' | 'handled-before' | 'goes-up'

/** Tells why a change of the handler is refused; null where it may happen. */
export const refuseHandling = (
  order: HandledOrder,
  fact: OrderFact,
  above: OrderTerms['above'],
): HandlingRefusal | null => {
  if (fact.type !== 'escalated' && fact.type !== 'returned' && fact.type !== 'transferred') return null
  if (order.status !== 'open') return 'not-open'
  if (fact.type === 'escalated') return findEscalationTarget(order, above) === null ? 'top-level' : null
  if (fact.type === 'returned') {
    if (fact.reason === '') return 'no-reason'
    if (order.hasReturned) return 'returned-once'
    return order.cameFrom === null ? 'nothing-to-return' : null
  }
  if (findAncestors(order.handler, above).includes(fact.to)) return 'goes-up'
  return order.handled.includes(fact.to) ? 'handled-before' : null
}

/** The instant from which an order stands in the to-do of supervision, and whose it is then; null where it does not. */
export const findSupervision = (
  order: HandledOrder,
  workingDays: number,
  above: OrderTerms['above'],
  calendar: Calendar,
): { readonly from: number; readonly unit: string; readonly list: 'clerk' | 'assessor' } | null => {
  if (!isWaiting(order) && order.status !== 'accepted') return null
  const asked = order.askedDay === null ? -Infinity : startDay(order.askedDay, calendar.offsetMinutes)
  const from = endTerm(Math.max(order.roundBegan, asked), workingDays, calendar)
  const height = (unit: string): number => -findAncestors(unit, above).length
  const highest = order.handled.reduce((best, unit) => (height(unit) >= height(best) ? unit : best), order.handler)
  const over = above(highest)
  return { from, unit: over ?? highest, list: over === null ? 'assessor' : 'clerk' }
}
