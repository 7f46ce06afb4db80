import * as E from 'fp-ts/lib/Either.js'
import {
  endOfDay,
  localDay,
  plusMillis,
  sameContent,
  type Instant,
  type Moment,
  type PersonId,
  type UnitId,
} from '@zhiyuan/kernel'
import type { Interval } from '../../../../vocabulary/values.ts'
import type { OfferId } from '../../../../vocabulary/ids.ts'
import { handlerKit } from '../../../organisation/handler-kit.ts'
import type { Permit } from '../../../organisation/permit.ts'
import { nameStates } from '../../../organisation/state-naming.ts'
import { hasLeader, teamRead, type TeamState } from '../../../organisation/team/team.read.ts'
import { hasAuthority, listAncestors, type UnitTree } from '../../../organisation/units/units.read.ts'
import {
  citedPolicy,
  computeDue,
  findZone,
  readTerms,
  startOptionalTimer,
  startTimer,
  type DueBy,
  type PolicyBook,
} from '../../../organisation/policy/policy.read.ts'
import { actingPerson, refuseAuthority } from '../../../organisation/authority.ts'
import type { Existing, Offer, OrderFacts, OrderState } from '../order.state.ts'
import type {
  CancelOrder,
  DayBy,
  OrderCommand,
  OrderEvent,
  ReviewerKind,
  ServiceDay,
  TransferOrder,
} from '../order.codec.ts'
import type { Humans } from '../../../people/humans/humans.read.ts'
import type { ProxyKind } from '../../need/need.codec.ts'
import { findCapacity, holdsOffice, type NeedState } from '../../need/need.read.ts'
import type { OrderRejection } from '../order.rejection.ts'
import { findLatest, findServiceDue, isUnserved } from '../order.due.ts'
import { keepDay } from '../order.facts.ts'
import { orderRoles } from '../order.roles.ts'
import { orderTerms } from '../order.terms.ts'

export { findGranted, findServiceDue, findSupervision, isUnserved } from '../order.due.ts'

export type Decision = E.Either<OrderRejection, ReadonlyArray<OrderEvent>>

/** What the command says of the order that is otherwise by now: its round, the unit that works on it, or the time that is agreed to. */
const findUnfit = (state: OrderState, command: OrderCommand): string | null => {
  if (state.type === 'None') return null
  if ('round' in command && command.round !== state.round) return 'round'
  if ('from' in command && command.from !== state.handler) return 'from'
  if (command.type !== 'AgreeToTime' || !isUnserved(state)) return null
  return sameContent(command.planned, state.planned) ? null : 'planned'
}

const naming = nameStates(({ orderId }: OrderCommand) => orderId, findUnfit)
export const { on, onProcess, onTimer, authorised } = handlerKit<OrderCommand, OrderState, OrderEvent, OrderRejection>(
  naming,
)
export const { notAllowed } = naming

/** The team bound in this round, if there is one. */
export const boundTeamReads = (_command: OrderCommand, state: OrderState) => ({
  team: state.type === 'None' || state.team === null ? null : teamRead(state.team.teamId),
})

/** An offer or an opening of the list that was ever made. */
export const findOffer = (state: OrderState, offerId: OfferId): Offer | undefined =>
  state.type === 'None' ? undefined : state.offers.find(({ offered }) => offered.offerId === offerId)
/** An id names one offer, one opening of the list or one search. */
export const isIdTaken = (state: OrderState, offerId: OfferId): boolean =>
  state.type !== 'None' &&
  (state.offers.some(({ offered }) => offered.offerId === offerId) ||
    state.searches.some(({ searchId }) => searchId === offerId))

/** A no-op for a process whose command no longer applies; a person is told the state. */
export const answerLate = (state: OrderState, command: OrderCommand, { actor }: Moment): Decision =>
  actor.type === 'process' && state.type !== 'None' ? E.right([]) : E.left(notAllowed(state, command))

interface Handling {
  readonly handler: UnitId
  readonly handled: ReadonlyArray<UnitId>
}

/** O4, O16: the next level up that has not had the order in the round; null at the top, and where none is left. */
export const findEscalationTarget = (tree: UnitTree, { handler, handled }: Handling): UnitId | null =>
  listAncestors(tree, handler).find((unit) => !handled.includes(unit)) ?? null

/** O4, O5: the term at a handler, if the order can go up from there. */
export const startEscalation = (
  tree: UnitTree,
  policies: PolicyBook,
  { now, ...handling }: Handling & { readonly now: Instant },
) =>
  E.map(({ dueAt, policyVersion }: DueBy) => ({
    escalatesAt: findEscalationTarget(tree, handling) === null ? null : dueAt,
    policyVersion,
  }))(startTimer(policies, { of: orderTerms, term: 'escalation', at: now }))

/** O16: the end of the running 48 h, also of those at the top. */
export const findEscalationEnd = (policies: PolicyBook, { escalatesAt, clock }: OrderFacts): Instant | null => {
  const policy = escalatesAt === null ? citedPolicy(policies, clock.policyVersion) : null
  if (policy === null) return escalatesAt
  return computeDue(policies, policy, { term: readTerms(orderTerms, policy).escalation, from: clock.from }).dueAt
}

/** O22: the due date of a round. */
export const startServiceDue = (policies: PolicyBook, from: Instant) =>
  E.map(({ dueAt, assumed, policyVersion }: DueBy) => ({
    serviceDueFrom: from,
    serviceDueAt: dueAt,
    assumed,
    serviceDuePolicy: policyVersion,
  }))(startTimer(policies, { of: orderTerms, term: 'serviceDue', at: from }))

/** The day of a time, to its midnight: a service past midnight is due with the day on which it ends (O22). */
export const makeDay = (policies: PolicyBook, { end }: Interval, by: DayBy): ServiceDay => {
  const zone = findZone(policies)
  return { endsAt: endOfDay(zone, localDay(zone, plusMillis(end, -1))), by }
}

/** O22: the due date once the team is let go, with the day that it had set. */
export const findDueWithoutTeam = (policies: PolicyBook, state: Existing): Instant =>
  findServiceDue(policies, { ...state, day: keepDay(state) })

/** O22: a due date that has passed is an event before a decision that ends or moves it, also where its timer has not fired yet. */
export const passDue = (state: Existing, policies: PolicyBook, { now }: Moment): ReadonlyArray<OrderEvent> => {
  const dueAt = findServiceDue(policies, state)
  if (state.overdueNoted || now < dueAt) return []
  return [{ type: 'ServiceOverdue', ...copyKeys(state), dueAt, setFor: dueAt }]
}

/** O16: when supervision begins, for a round that begins now and whose service is waited for since `from`. */
export const startSupervision = (
  policies: PolicyBook,
  { now, day, from: since }: { readonly now: Instant; readonly day: ServiceDay | null; readonly from: Instant },
) => {
  const from = findLatest([day?.by === 'requester' ? plusMillis(day.endsAt, -1) : null], since)
  return E.map((due: DueBy | null) => due?.dueAt ?? null)(
    startOptionalTimer(policies, { of: orderTerms, term: 'supervise', at: now, from }),
  )
}

/** O16: the supervision of an order that is served, or ends otherwise, is over in the same decision. */
export const endSupervision = (state: Existing): ReadonlyArray<OrderEvent> =>
  state.supervisor === null ? [] : [{ type: 'SupervisionEnded', ...copyKeys(state), supervisor: state.supervisor }]

const ended: ReadonlyArray<OrderState['type']> = ['None', 'Closed', 'Cancelled', 'Aborted', 'Unmet']
export const isLive = (state: OrderState): state is Existing => !ended.includes(state.type)

/** The unit that works on the order, where dispatchers and clerks act. */
const handlerUnit = {
  called: 'the handler',
  of: ({ state }: { readonly state: OrderFacts }): UnitId => state.handler,
}
/** The unit that answers to the resident. */
export const ownerUnit = {
  called: 'the owner',
  of: ({ state }: { readonly state: OrderFacts }): UnitId => state.owner,
}
/** G4: in the roles of the row, at the handler or above. */
export const atHandler = ({ roles }: Permit) => ({ roles, unit: handlerUnit })

export const refuseHandler = (
  tree: UnitTree,
  { actor }: Moment,
  { handler }: OrderFacts,
  { type }: CancelOrder | TransferOrder,
): OrderRejection | null =>
  refuseAuthority(tree, actor, { command: type, unit: handler, roles: orderRoles[type].roles })

export const isHandler = (tree: UnitTree, { actor }: Moment, { handler }: OrderFacts): boolean =>
  hasAuthority(tree, actor, handler, ...orderRoles.ReportService.roles)

export const isLeader = (team: TeamState | null, moment: Moment): boolean => hasLeader(team, actingPerson(moment))

/** Whether the person is requester, contact or proxy of the order, or null (N10). */
export const reviewerKind = ({ placed }: OrderFacts, person: PersonId | null): ReviewerKind | null => {
  if (person === null) return null
  if (person === placed.requester) return 'requester'
  if (person === placed.contact) return 'contact'
  return person === placed.proxy ? 'proxy' : null
}

export type Side = ReviewerKind | 'office-proxy'
export interface Speaking {
  readonly tree: UnitTree
  readonly humans: Humans
  readonly moment: Moment
  /** The units at which an office speaks for no resident: the need's owner, and the order's handler. */
  readonly offices: ReadonlyArray<UnitId>
}
/** N15: a proxy whose post it is to submit needs is the office, and so are contact and family who hold an office there; the requester speaks for the own need. */
export const nameSide = (
  capacity: 'requester' | 'contact' | ProxyKind,
  { offices, moment, ...found }: Speaking,
): Side => {
  if (capacity === 'requester') return capacity
  if (capacity !== 'contact' && capacity !== 'family') return 'office-proxy'
  if (offices.some((unit) => holdsOffice(found, moment, unit))) return 'office-proxy'
  return capacity === 'family' ? 'proxy' : capacity
}
/** In which capacity the acting person speaks for the need of an order; not beside an office at one of its handlers. */
export const findSide = (
  need: NeedState | null,
  found: Omit<Speaking, 'offices'>,
  ...handlers: ReadonlyArray<UnitId>
): Side | null => {
  if (need === null || need.type === 'None') return null
  const capacity = findCapacity(need.submitted, actingPerson(found.moment), found.humans)
  const offices = [need.owner, ...handlers]
  return capacity === null ? null : nameSide(capacity, { ...found, offices })
}

export const listSeated = ({ seated }: Pick<OrderFacts, 'seated'>): ReadonlyArray<PersonId> => [...seated.keys()]
/** The keys of every event after the first. */
export const copyOpened = ({ placed }: Pick<OrderFacts, 'placed'>) => ({
  orderId: placed.orderId,
  opened: placed.recordedAt,
})
export const copyKeys = (state: Pick<OrderFacts, 'placed' | 'round' | 'handler'>) => ({
  ...copyOpened(state),
  round: state.round,
  handler: state.handler,
})
