/** Until when the service of an order is due, by the calendar as it is known now (O16, O22, H4). */
import { plusMillis, type Instant } from '@zhiyuan/kernel'
import { citedPolicy, computeDue, dueNow, readTerms, type PolicyBook } from '../../organisation/policy/policy.read.ts'
import type { Existing, OrderFacts, OrderState } from './order.state.ts'
import { orderTerms } from './order.terms.ts'

/** A later due date that was granted, until the requester's side agrees to another day (O22, O27). */
export const findGranted = ({ extension }: OrderFacts): Instant | null =>
  extension?.answer === 'granted' && !extension.outdated ? extension.to : null

/** The latest of these instants. */
export const findLatest = (instants: ReadonlyArray<Instant | null>, first: Instant): Instant =>
  instants.reduce<Instant>((late, one) => (one !== null && one > late ? one : late), first)

/** O22, O27: the due date of the round as it is now: a granted one, which no office moves alone, else the day of service, else the running term. */
export const findServiceDue = (policies: PolicyBook, state: OrderFacts): Instant =>
  findGranted(state) ?? state.day?.endsAt ?? dueNow(policies, { of: orderTerms, term: 'serviceDue' }, state.serviceDue)

/** A day that the unit above granted alone is due, and moves no supervision: the office does not put off its own (O16). */
const findGrantedBySide = (state: OrderFacts): Instant | null =>
  state.extension?.grantedBy === 'unit-above' ? null : findGranted(state)

/** O16: when the order is supervised, counted from the start of the round or the later day to which the requester's side gave its word. */
export const findSupervision = (policies: PolicyBook, state: OrderFacts): Instant | null => {
  const { began, day } = state
  const policy = citedPolicy(policies, began.policyVersion)
  const term = policy === null ? null : readTerms(orderTerms, policy).supervise
  if (policy === null || term === null) return null
  const asked = [day?.by === 'requester' ? day.endsAt : null, findGrantedBySide(state)]
  const from = findLatest(
    asked.map((midnight) => (midnight === null ? null : plusMillis(midnight, -1))),
    began.from,
  )
  return computeDue(policies, policy, { term, from }).dueAt
}

const unserved: ReadonlyArray<OrderState['type']> = [
  'Open',
  'Offered',
  'Claimable',
  'Accepted',
  'Scheduled',
  'InProgress',
]
/** Whether service of the round was not reported yet. */
export const isUnserved = (state: OrderState): state is Existing => unserved.includes(state.type)
