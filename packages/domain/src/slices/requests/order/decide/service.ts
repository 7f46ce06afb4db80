import * as E from 'fp-ts/lib/Either.js'
import { actingPerson } from '../../../organisation/authority.ts'
import { policyReads } from '../../../organisation/policy-reads.ts'
import type { Code, Reason } from '../../../../vocabulary/values.ts'
import { unitsRead } from '../../../organisation/units/units.read.ts'
import { dueNow, startTimer } from '../../../organisation/policy/policy.read.ts'
import type {
  AbortOrder,
  HandBackOrder,
  HandedBackBy,
  MissOrder,
  NoteServiceDue,
  OrderEvent,
  ReportService,
  StartService,
} from '../order.codec.ts'
import type { OrderState } from '../order.state.ts'
import { orderTerms } from '../order.terms.ts'
import {
  authorised,
  boundTeamReads,
  byHandler,
  isHandler,
  isLeader,
  notAllowed,
  on,
  onProcess,
  onTimer,
  listSeated,
  copyKeys,
  type Decision,
} from './shared.ts'

type Bound = Extract<OrderState, { readonly type: 'Accepted' | 'Scheduled' }>

const makeHandBack = (state: Bound, by: HandedBackBy, reason: Reason): OrderEvent => {
  const { escalatesAt } = state
  return {
    type: 'OrderHandedBack',
    ...copyKeys(state),
    teamId: state.team.teamId,
    by,
    reason,
    seated: listSeated(state),
    escalatesAt,
  }
}

/** By the team's leader or the handler; the 48 h of O4 run on (O16). */
export const handBackOrder = authorised<HandBackOrder>()({
  states: ['Accepted', 'Scheduled'],
  fits: ({ round }, state) => state.round === round,
  ...byHandler,
  also: { called: 'the leader of the bound team', is: ({ found, moment }) => isLeader(found.team, moment) },
  reads: boundTeamReads,
  decide:
    ({ reason }, { team }, moment) =>
    (state): Decision =>
      E.right([makeHandBack(state, isLeader(team, moment) ? 'team' : 'handler', reason)]),
})

const notServedYet: ReadonlyArray<OrderState['type']> = [
  'Open',
  'Offered',
  'Claimable',
  'Accepted',
  'Scheduled',
  'InProgress',
]

/** O22: passing the due date is an event. An order accepted without a schedule is handed back by it. */
export const noteServiceDue = onTimer<NoteServiceDue>()({
  reads: policyReads,
  running: ({ round, dueAt }, state, { policies }) => {
    if (state.type === 'None' || !notServedYet.includes(state.type)) return null
    const { serviceDue, overdueNoted } = state
    const runs = state.round === round && serviceDue.dueAt === dueAt && !overdueNoted
    return runs ? { dueAt: dueNow(policies, { of: orderTerms, term: 'serviceDue' }, serviceDue), state } : null
  },
  end: ({ dueAt, state }) => {
    const overdue: OrderEvent = { type: 'ServiceOverdue', ...copyKeys(state), dueAt, setFor: state.serviceDue.dueAt }
    if (state.type !== 'Accepted') return E.right([overdue])
    return E.right([overdue, makeHandBack(state, 'timer', { code: 'due-date-passed' as Code, text: null })])
  },
})

/** Sent at the first check-in. */
export const startService = onProcess<StartService>()({
  about: ({ round, at }, state) => (state.type === 'Scheduled' && state.round === round ? { at, state } : null),
  then: ({ at, state }) => E.right([{ type: 'ServiceStarted', ...copyKeys(state), at }]),
})

export const missOrder = onTimer<MissOrder>()({
  running: ({ round, missedAt }, state) =>
    state.type === 'Scheduled' && state.round === round && state.missedAt === missedAt
      ? { dueAt: missedAt, state }
      : null,
  end: ({ state }) => {
    const { team, missedAt, escalatesAt } = state
    const missed = { teamId: team.teamId, seated: listSeated(state), missedAt, escalatesAt }
    return E.right([{ type: 'OrderMissed', ...copyKeys(state), ...missed }])
  },
})

/** By the team's leader, a performer or the handler. */
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
      const timer = startTimer(policies, { of: orderTerms, term: 'reviewLapse', at: moment.now })
      if (E.isLeft(timer)) return timer
      const { dueAt: lapsesAt, policyVersion } = timer.right
      const { teamId } = state.team
      const report = { teamId, seated: listSeated(state), reportedAt: moment.now, lapsesAt, policyVersion }
      return E.right([{ type: 'ServiceReported', ...copyKeys(state), ...report }])
    },
})

export const abortOrder = authorised<AbortOrder>()({
  before: ({ round }, state) => (state.type === 'Aborted' && state.round === round ? E.right([]) : null),
  states: ['InProgress'],
  fits: ({ round }, state) => state.round === round,
  ...byHandler,
  decide:
    ({ reason }) =>
    (state): Decision => {
      const teamId = state.team?.teamId ?? null
      return E.right([{ type: 'OrderAborted', ...copyKeys(state), teamId, seated: listSeated(state), reason }])
    },
})
