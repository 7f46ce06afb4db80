import * as E from 'fp-ts/lib/Either.js'
import type { Instant, Moment } from '@zhiyuan/kernel'
import { actingPerson } from '../../../organisation/authority.ts'
import { policyReads } from '../../../organisation/policy-reads.ts'
import type { Code, Reason } from '../../../../vocabulary/values.ts'
import { unitsRead, type UnitTree } from '../../../organisation/units/units.read.ts'
import {
  computeDue,
  findPolicy,
  readTerms,
  startTimer,
  type PolicyBook,
} from '../../../organisation/policy/policy.read.ts'
import type {
  AbortOrder,
  AskReview,
  HandBackOrder,
  HandedBackBy,
  MissOrder,
  NoteServiceDue,
  OrderEvent,
  ReportService,
} from '../order.codec.ts'
import type { Existing, OrderState } from '../order.state.ts'
import { orderTerms } from '../order.terms.ts'
import { orderRoles } from '../order.roles.ts'
import { followRuling, unitAndPolicyReads } from './handler.ts'
import {
  authorised,
  boundTeamReads,
  atHandler,
  endSupervision,
  findDueWithoutTeam,
  findServiceDue,
  isHandler,
  isLeader,
  isUnserved,
  makeDay,
  notAllowed,
  on,
  passDue,
  onTimer,
  listSeated,
  copyKeys,
  type Decision,
} from './shared.ts'
import { decidingReads, refuseWaiting, waitingReads } from './waiting.ts'

type Bound = Extract<OrderState, { readonly type: 'Accepted' | 'Scheduled' }>

interface HandingBack {
  readonly by: HandedBackBy
  readonly reason: Reason
  readonly tree: UnitTree
  readonly policies: PolicyBook
  readonly refillAt?: Instant
}

export const handBack = (
  state: Bound,
  { by, reason, tree, policies, refillAt }: HandingBack,
): ReadonlyArray<OrderEvent> => [
  {
    type: 'OrderHandedBack',
    ...copyKeys(state),
    teamId: state.team.teamId,
    by,
    reason,
    seated: listSeated(state),
    serviceDueAt: findDueWithoutTeam(policies, state),
    refillAt: refillAt ?? null,
    escalatesAt: state.escalatesAt,
  },
  ...followRuling(state, { tree, policies }),
]

const handBackReads = (command: HandBackOrder, state: OrderState, moment: Moment) => ({
  ...boundTeamReads(command, state),
  ...decidingReads(command, state, moment),
})

/** By the team's leader or the handler; the 48 h of O4 run on (O16). */
export const handBackOrder = authorised<HandBackOrder>()({
  states: ['Accepted', 'Scheduled'],
  fits: ({ round }, state) => state.round === round,
  ...atHandler(orderRoles.HandBackOrder),
  also: { called: 'the leader of the bound team', is: ({ found, moment }) => isLeader(found.team, moment) },
  reads: handBackReads,
  decide:
    ({ reason }, { tree, team, policies, need, humans }, moment) =>
    (state): Decision => {
      const by = isLeader(team, moment) ? 'team' : 'handler'
      const { actor } = moment
      const own = by === 'team' ? null : refuseWaiting(orderRoles.HandBackOrder, state, { need, humans, actor })
      return own === null ? E.right(handBack(state, { by, reason, tree, policies })) : E.left(own)
    },
})

/** The due date; where it had passed at the acceptance, the day of the time that was accepted then. */
const findUnscheduledDue = (policies: PolicyBook, state: Existing): Instant => {
  const { planned, acceptances } = state
  const due = findServiceDue(policies, state)
  const accepted = acceptances.at(-1)
  return planned === null || accepted === undefined || due > accepted.acceptedAt
    ? due
    : makeDay(policies, planned, 'team').endsAt
}

/**
 * O22: passing the due date is an event, once a round. A day that was set later moves the date, and the timer waits on. An order accepted
 * without a schedule is handed back by it, also by a further date of the round.
 */
export const noteServiceDue = onTimer<NoteServiceDue>()({
  reads: unitAndPolicyReads,
  running: ({ round, dueAt: setFor }, state, { policies }) => {
    if (!isUnserved(state) || state.round !== round) return null
    if (!state.overdueNoted) return { dueAt: findServiceDue(policies, state), setFor, state }
    return state.type === 'Accepted' ? { dueAt: findUnscheduledDue(policies, state), setFor, state } : null
  },
  end: ({ dueAt, setFor, state }, { tree, policies }) => {
    const overdue: ReadonlyArray<OrderEvent> = state.overdueNoted
      ? []
      : [{ type: 'ServiceOverdue', ...copyKeys(state), dueAt, setFor }]
    if (state.type !== 'Accepted') return E.right(overdue)
    const reason = { code: 'due-date-passed' as Code, text: null }
    return E.right([...overdue, ...handBack(state, { by: 'timer', reason, tree, policies })])
  },
})

export const missOrder = onTimer<MissOrder>()({
  reads: unitAndPolicyReads,
  running: ({ round, missedAt }, state) =>
    state.type === 'Scheduled' && state.round === round && state.missedAt === missedAt
      ? { dueAt: missedAt, state }
      : null,
  end: ({ state }, { tree, policies }) => {
    const { team, missedAt, escalatesAt } = state
    const serviceDueAt = findDueWithoutTeam(policies, state)
    const missed = { teamId: team.teamId, seated: listSeated(state), missedAt, serviceDueAt, escalatesAt }
    return E.right([{ type: 'OrderMissed', ...copyKeys(state), ...missed }, ...followRuling(state, { tree, policies })])
  },
})

/** The service is over, and waits for its review. */
const makeReport = (
  state: Existing,
  { teamId }: NonNullable<Existing['team']>,
  { policies, moment }: { readonly policies: PolicyBook; readonly moment: Moment },
): Decision => {
  const timer = startTimer(policies, { of: orderTerms, term: 'reviewLapse', at: moment.now })
  if (E.isLeft(timer)) return timer
  const { dueAt: lapsesAt, policyVersion } = timer.right
  const report = { teamId, seated: listSeated(state), reportedAt: moment.now, lapsesAt, policyVersion }
  return E.right([{ type: 'ServiceReported', ...copyKeys(state), ...report }, ...endSupervision(state)])
}

/** By the team's leader, a performer or the handler. No service is over before it was to begin: until then the others may come (A12, A14). */
export const reportService = on<ReportService>()({
  reads: (command, state, moment) => ({
    ...boundTeamReads(command, state),
    ...policyReads(command, state, moment),
    tree: unitsRead(moment.jurisdiction),
  }),
  decide:
    (command, { tree, policies, team }, moment) =>
    (state): Decision => {
      if (state.type === 'AwaitingReview' && state.round === command.round) return E.right([])
      if (state.type !== 'InProgress' || state.round !== command.round || state.team === null)
        return E.left(notAllowed(state, command))
      const person = actingPerson(moment)
      const served = person !== null && state.seated.has(person)
      if (!served && !isLeader(team, moment) && !isHandler(tree, moment, state))
        return E.left({ type: 'NotAuthorised', command: command.type })
      const { planned } = state
      if (planned !== null && moment.now < planned.start)
        return E.left({ type: 'StartNotReached', plannedStart: planned.start })
      const reported = makeReport(state, state.team, { policies, moment })
      return E.isLeft(reported) ? reported : E.right([...passDue(state, policies, moment), ...reported.right])
    },
})

/** H24: the clock of the law runs from the end of the service; here that is the planned end. */
const findAsking = (policies: PolicyBook, { planned }: Existing): Instant | null => {
  const policy = planned === null ? null : findPolicy(policies, planned.end)
  const term = policy === null ? null : readTerms(orderTerms, policy).askReview
  if (planned === null || policy === null || term === null) return null
  return computeDue(policies, policy, { term, from: planned.end }).dueAt
}

/** H24: a service that began and was never reported is reviewed all the same. */
export const askReview = onTimer<AskReview>()({
  reads: policyReads,
  running: ({ round }, state, { policies }) => {
    if (state.type !== 'InProgress' || state.round !== round || state.team === null) return null
    const dueAt = findAsking(policies, state)
    return dueAt === null ? null : { dueAt, state, team: state.team }
  },
  end: ({ dueAt, state, team }, { policies }, moment) => {
    const reported = makeReport(state, team, { policies, moment })
    return E.isLeft(reported)
      ? reported
      : E.right([{ type: 'ReviewAsked', ...copyKeys(state), dueAt }, ...reported.right])
  },
})

export const abortOrder = authorised<AbortOrder>()({
  before: ({ round }, state) => (state.type === 'Aborted' && state.round === round ? E.right([]) : null),
  states: ['InProgress'],
  fits: ({ round }, state) => state.round === round,
  ...atHandler(orderRoles.AbortOrder),
  reads: waitingReads,
  decide:
    ({ reason }, { need, humans }, { actor }) =>
    (state): Decision => {
      const own = refuseWaiting(orderRoles.AbortOrder, state, { need, humans, actor })
      if (own !== null) return E.left(own)
      const teamId = state.team?.teamId ?? null
      const aborted = { teamId, seated: listSeated(state), reason }
      return E.right([{ type: 'OrderAborted', ...copyKeys(state), ...aborted }, ...endSupervision(state)])
    },
})
