import * as E from 'fp-ts/lib/Either.js'
import type { Moment } from '@zhiyuan/kernel'
import { refusePerson } from '../../../organisation/authority.ts'
import type { TeamId } from '../../../../vocabulary/ids.ts'
import { unitsRead } from '../../../organisation/units/units.read.ts'
import { dueNow, policyRead, startClock } from '../../../organisation/policy/policy.read.ts'
import { teamRead } from '../../../organisation/team/team.read.ts'
import type { Code, Reason } from '../../../../vocabulary/words.ts'
import type {
  AbortOrder,
  HandBackOrder,
  HandedBackBy,
  MissOrder,
  NoteServiceDue,
  OrderCommand,
  OrderEvent,
  ReportService,
  StartService,
} from '../order.codec.ts'
import type { OrderState } from '../order.state.ts'
import {
  handles,
  stepOf,
  policyBook,
  tooLate,
  notAllowed,
  on,
  personOf,
  refuseHandler,
  seatedOf,
  units,
  type Decision,
} from './on.ts'
import { orderTerms } from '../order.terms.ts'

const teamOf = (state: OrderState): TeamId =>
  (state.type === 'None' ? undefined : state.team?.teamId) ?? ('none' as TeamId)
const team = (_command: OrderCommand, state: OrderState, { jurisdiction }: Moment) => ({
  tree: unitsRead(jurisdiction),
  team: teamRead(teamOf(state)),
})

type Bound = Extract<OrderState, { readonly type: 'Accepted' | 'Scheduled' }>

const handingBack = (state: Bound, by: HandedBackBy, reason: Reason): OrderEvent => {
  const { escalatesAt } = state
  return {
    type: 'OrderHandedBack',
    ...stepOf(state),
    teamId: state.team.teamId,
    by,
    reason,
    seated: seatedOf(state),
    escalatesAt,
  }
}

/** By the team's leader or the handler; the clock of O4 runs on (O16). */
export const handBackOrder = on<typeof HandBackOrder._A>()({
  reads: team,
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      if ((state.type !== 'Accepted' && state.type !== 'Scheduled') || state.round !== command.round)
        return E.left(notAllowed(state, command))
      if (facts.team.type === 'Active' && facts.team.leader === personOf(moment))
        return E.right([handingBack(state, 'team', command.reason)])
      const refusal = refuseHandler(facts.tree, moment, state, command)
      return refusal === null ? E.right([handingBack(state, 'handler', command.reason)]) : E.left(refusal)
    },
})

/** O22: passing the due date is an event; what is accepted without a schedule is handed back by it. */
export const noteServiceDue = on<typeof NoteServiceDue._A>()({
  reads: policyBook,
  decide:
    (command, { book }, moment) =>
    (state): Decision => {
      const onlyAProcess = refusePerson(moment.actor, command.type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      const waiting = ['Open', 'Offered', 'Claimable', 'Accepted', 'Scheduled', 'InProgress'].includes(state.type)
      if (state.type === 'None' || !waiting) return tooLate(state, command, moment)
      const { serviceDue, overdueNoted } = state
      if (state.round !== command.round || serviceDue.dueAt !== command.dueAt || overdueNoted) return E.right([])
      const dueAt = dueNow(book, { of: orderTerms, term: 'serviceDue' }, serviceDue)
      if (moment.now < dueAt) return E.left({ type: 'NotYetDue', dueAt })
      const overdue: OrderEvent = { type: 'ServiceOverdue', ...stepOf(state), dueAt }
      if (state.type !== 'Accepted') return E.right([overdue])
      return E.right([overdue, handingBack(state, 'timer', { code: 'due-date-passed' as Code, text: null })])
    },
})

/** Sent at the first check-in. */
export const startService = on<typeof StartService._A>()({
  decide:
    (command, _found, { actor }) =>
    (state): Decision => {
      const onlyAProcess = refusePerson(actor, command.type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      if (state.type === 'None') return E.left(notAllowed(state, command))
      if (state.type !== 'Scheduled' || state.round !== command.round) return E.right([])
      return E.right([{ type: 'ServiceStarted', ...stepOf(state), at: command.at }])
    },
})

export const missOrder = on<typeof MissOrder._A>()({
  decide:
    (command, _found, { actor, now }) =>
    (state): Decision => {
      const onlyAProcess = refusePerson(actor, command.type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      if (state.type === 'None') return E.left(notAllowed(state, command))
      if (state.type !== 'Scheduled' || state.round !== command.round || state.missedAt !== command.missedAt)
        return E.right([])
      if (now < state.missedAt) return E.left({ type: 'NotYetDue', dueAt: state.missedAt })
      const { escalatesAt } = state
      return E.right([
        { type: 'OrderMissed', ...stepOf(state), teamId: state.team.teamId, seated: seatedOf(state), escalatesAt },
      ])
    },
})

/** By the team's leader, a performer or the handler. */
export const reportService = on<typeof ReportService._A>()({
  reads: (command, state, moment) => ({ ...team(command, state, moment), book: policyRead(moment.jurisdiction) }),
  decide:
    (command, facts, moment) =>
    (state): Decision => {
      if (state.type === 'AwaitingReview' && state.round === command.round) return E.right([])
      if (state.type !== 'InProgress' || state.round !== command.round || state.team === null)
        return E.left(notAllowed(state, command))
      const person = personOf(moment)
      const performer =
        person !== null && (state.seated.has(person) || (facts.team.type === 'Active' && facts.team.leader === person))
      if (!performer && !handles(facts.tree, moment, state))
        return E.left({ type: 'NotAuthorised', command: command.type })
      const clock = startClock(facts.book, { of: orderTerms, term: 'reviewLapse', at: moment.now })
      if (E.isLeft(clock)) return clock
      const { dueAt: lapsesAt, policyVersion } = clock.right
      const { teamId } = state.team
      return E.right([
        {
          type: 'ServiceReported',
          ...stepOf(state),
          teamId,
          seated: seatedOf(state),
          reportedAt: moment.now,
          lapsesAt,
          policyVersion,
        },
      ])
    },
})

export const abortOrder = on<typeof AbortOrder._A>()({
  reads: units,
  decide:
    (command, { tree }, moment) =>
    (state): Decision => {
      if (state.type === 'Aborted' && state.round === command.round) return E.right([])
      if (state.type !== 'InProgress' || state.round !== command.round) return E.left(notAllowed(state, command))
      const refusal = refuseHandler(tree, moment, state, command)
      if (refusal !== null) return E.left(refusal)
      const teamId = state.team?.teamId ?? null
      return E.right([
        { type: 'OrderAborted', ...stepOf(state), teamId, seated: seatedOf(state), reason: command.reason },
      ])
    },
})
