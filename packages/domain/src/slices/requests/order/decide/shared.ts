import * as E from 'fp-ts/lib/Either.js'
import type { Instant, Moment, PersonId, UnitId } from '@zhiyuan/kernel'
import { roles } from '../../../../vocabulary/values.ts'
import type { OfferId } from '../../../../vocabulary/ids.ts'
import { handlerKit } from '../../../organisation/handler-kit.ts'
import { taggedStates } from '../../../organisation/state-naming.ts'
import { teamRead, type TeamState } from '../../../organisation/team/team.read.ts'
import { hasAuthority, findUnit, type UnitTree } from '../../../organisation/units/units.read.ts'
import { startTimer, type DueBy, type PolicyBook } from '../../../organisation/policy/policy.read.ts'
import { actingPerson, refuseAuthority } from '../../../organisation/authority.ts'
import type { Existing, Offer, OrderFacts, OrderState } from '../order.state.ts'
import type { OrderCommand, OrderEvent, ReviewerKind } from '../order.codec.ts'
import type { OrderRejection } from '../order.rejection.ts'
import { orderTerms } from '../order.terms.ts'

export type Decision = E.Either<OrderRejection, ReadonlyArray<OrderEvent>>
export const { on, onProcess, onTimer, authorised } = handlerKit<OrderCommand, OrderState, OrderEvent, OrderRejection>(
  taggedStates,
)
export const { notAllowed } = taggedStates

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

/** O4, O5: the term at a handler, if there is a level above; the top does not escalate. */
export const startEscalation = (
  tree: UnitTree,
  policies: PolicyBook,
  { handler, now }: { readonly handler: UnitId; readonly now: Instant },
) =>
  E.map(({ dueAt, policyVersion }: DueBy) => ({
    escalatesAt: findUnit(tree, handler)?.parent === null ? null : dueAt,
    policyVersion,
  }))(startTimer(policies, { of: orderTerms, term: 'escalation', at: now }))

/** O22: the due date of a round. */
export const startServiceDue = (policies: PolicyBook, from: Instant) =>
  E.map(({ dueAt, assumed, policyVersion }: DueBy) => ({
    serviceDueFrom: from,
    serviceDueAt: dueAt,
    assumed,
    serviceDuePolicy: policyVersion,
  }))(startTimer(policies, { of: orderTerms, term: 'serviceDue', at: from }))

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
/** G4: dispatchers and clerks work for their own unit and those below. */
export const byHandler = { roles: [roles.dispatcher, roles.clerk], unit: handlerUnit } as const
export const byDispatcher = { roles: [roles.dispatcher], unit: handlerUnit } as const

export const refuseHandler = (
  tree: UnitTree,
  { actor }: Moment,
  { handler }: OrderFacts,
  command: OrderCommand,
): OrderRejection | null =>
  refuseAuthority(tree, actor, { command: command.type, unit: handler, roles: byHandler.roles })

export const isHandler = (tree: UnitTree, { actor }: Moment, { handler }: OrderFacts): boolean =>
  hasAuthority(tree, actor, handler, ...byHandler.roles)

export const isLeader = (team: TeamState | null, moment: Moment): boolean =>
  team?.type === 'Active' && team.leader === actingPerson(moment)

/** Whether the person is requester, contact or proxy of the order, or null (N10). */
export const reviewerKind = ({ placed }: OrderFacts, person: PersonId | null): ReviewerKind | null => {
  if (person === null) return null
  if (person === placed.requester) return 'requester'
  if (person === placed.contact) return 'contact'
  return person === placed.proxy ? 'proxy' : null
}

export const listSeated = ({ seated }: OrderFacts): ReadonlyArray<PersonId> => [...seated.keys()]
/** The keys of every event after the first. */
export const copyOpened = ({ placed }: OrderFacts) => ({ orderId: placed.orderId, opened: placed.recordedAt })
export const copyKeys = (state: Existing) => ({ ...copyOpened(state), round: state.round, handler: state.handler })
