/** How the rounds of an order follow one another: a team is gone, a further round begins, and what is said of an earlier one. */
import type { PersonId } from '@zhiyuan/kernel'
import type { RunningTerm } from '../../organisation/policy/policy.read.ts'
import type { OrderPlaced, OrderReopened } from './order.codec.ts'
import { keepDay, returnToQueue, type Change } from './order.facts.ts'
import type { Existing, OrderFacts, OrderState } from './order.state.ts'

export const copyServiceDue = (event: OrderPlaced | OrderReopened): RunningTerm => ({
  from: event.serviceDueFrom,
  dueAt: event.serviceDueAt,
  assumed: event.assumed,
  policyVersion: event.serviceDuePolicy,
})

/** The team is gone, with its seats and the time it had set; the time that the requester asked for at first stays. */
export const dropTeam = (state: Existing): Partial<OrderFacts> => ({
  team: null,
  seated: new Map(),
  gone: new Set(),
  excused: new Set(),
  refillAt: null,
  planned: state.round === 1 ? state.placed.planned : null,
  day: keepDay(state),
})

/** The round that a reopening ends. */
const listRounds = (state: Existing): OrderFacts['past'] => {
  if (state.type !== 'Closed') return state.past
  const { round, handler, seated, planned, startedAt, reportedAt, outcome, reopenableUntil } = state
  const { team, acceptances, servedBeside } = state
  const served = { round, handler, team, acceptances, servedBeside, seated, planned, startedAt, reportedAt }
  return [...state.past, { ...served, outcome, until: reopenableUntil }]
}

export const reviseOutcome: Change<'OutcomeRevised'> = (state, { round, outcome }) => {
  if (state.type === 'Closed' && state.round === round) return { ...state, outcome }
  return { ...state, past: state.past.map((one) => (one.round === round ? { ...one, outcome } : one)) }
}

export const reopened = (state: Existing, event: OrderReopened): OrderState => {
  const { round, reason, escalatesAt } = event
  const anew = {
    acceptances: [],
    servedBeside: [],
    planned: null,
    day: null,
    serviceDue: copyServiceDue(event),
    overdueNoted: false,
    performers: new Set<PersonId>(),
    startedAt: null,
    isProven: false,
    reportedAt: null,
    clock: { from: event.serviceDueFrom, policyVersion: event.policyVersion },
    handled: [event.handler],
    began: { from: event.serviceDueFrom, policyVersion: event.policyVersion },
    extension: null,
    soughtBy: null,
  }
  const reopenings = [...state.reopened, { round, reason }]
  const servedBefore = new Set([...state.servedBefore, ...state.performers])
  const { handler } = event
  const moved = { handler, handlerFollows: false, missed: null, round, escalatesAt }
  const ended = { reopened: reopenings, past: listRounds(state), servedBefore }
  const facts = { ...dropTeam(state), ...anew, ...moved, ...ended }
  return returnToQueue(state, facts)
}
