import * as E from 'fp-ts/lib/Either.js'
import type { Instant, PersonId } from '@zhiyuan/kernel'
import { actingPerson } from '../../../organisation/authority.ts'
import { policyReads } from '../../../organisation/policy-reads.ts'
import {
  computeDue,
  findPolicy,
  policyMissing,
  readTerms,
  startTimer,
  type Policy,
  type PolicyBook,
} from '../../../organisation/policy/policy.read.ts'
import type { Code, Interval } from '../../../../vocabulary/values.ts'
import { humansRead, isMerged, isSameHuman } from '../../../people/humans/humans.read.ts'
import { volunteerRead } from '../../../people/volunteer/volunteer.read.ts'
import type { ChangeSeats, ClearSeat, FreeSeat, OrderEvent, ReopenUnfilled, TakeSeat } from '../order.codec.ts'
import type { OrderState } from '../order.state.ts'
import { countBack, orderTerms } from '../order.terms.ts'
import { unitAndPolicyReads } from './handler.ts'
import { handBack } from './service.ts'
import { orderRoles } from '../order.roles.ts'
import {
  authorised,
  boundTeamReads,
  atHandler,
  notAllowed,
  on,
  onProcess,
  onTimer,
  copyOpened,
  copyKeys,
  type Decision,
} from './shared.ts'
import { refuseWaiting, waitingReads } from './waiting.ts'

/** O11, O22, A1, A6, A10: a volunteer takes a seat herself, once a round under any registration (G2), while there are free ones and the time is known and ahead. */
export const takeSeat = on<TakeSeat>()({
  reads: (command, state, moment) => {
    const person = actingPerson(moment)
    return {
      ...boundTeamReads(command, state),
      volunteer: person === null ? null : volunteerRead(person),
      humans: humansRead(moment.jurisdiction),
    }
  },
  decide:
    (command, { team, volunteer, humans }, moment) =>
    (state): Decision => {
      const person = actingPerson(moment)
      if (person === null || volunteer === null) return E.left({ type: 'NotAuthorised', command: command.type })
      const isOwn = (one: PersonId): boolean => isSameHuman(humans, one, person)
      if (state.type !== 'None' && state.round === command.round && [...state.seated.keys()].some(isOwn))
        return E.right([])
      if (state.type !== 'Accepted' && state.type !== 'Scheduled') return E.left(notAllowed(state, command))
      if (state.round !== command.round) return E.left(notAllowed(state, command))
      if (state.planned === null) return E.left({ type: 'TimeNotSet' })
      if (volunteer.type !== 'Registered' || isMerged(humans, person)) return E.left({ type: 'NotAVolunteer', person })
      if (volunteer.ageBand !== 'adult') return E.left({ type: 'UnderAge', person })
      const { teamId, bodyId } = state.team
      if (team?.type !== 'Active' || !team.members.has(person))
        return E.left({ type: 'NotATeamMember', person, teamId })
      if ([...state.gone].some(isOwn)) return E.left({ type: 'SeatGivenUp', person })
      if (moment.now > state.planned.end) return E.left({ type: 'PlannedEndPassed', plannedEnd: state.planned.end })
      if (state.seated.size >= state.seats) return E.left({ type: 'OrderFull', seats: state.seats })
      if (state.placed.risks.known && !command.risksSeen) return E.left({ type: 'RisksNotSeen' })
      const { owner, planned, placed } = state
      return E.right([
        {
          type: 'SeatTaken',
          ...copyKeys(state),
          volunteer: person,
          teamId,
          bodyId,
          owner,
          specialty: placed.specialty,
          planned,
          risksSeen: command.risksSeen,
        },
      ])
    },
})

/** The first cleared seat of an order with a time schedules it. */
export const clearSeat = onProcess<ClearSeat>()({
  reads: policyReads,
  about: ({ volunteer, round }, state) => {
    if (state.type !== 'Accepted' && state.type !== 'Scheduled' && state.type !== 'InProgress') return null
    return state.round === round && state.seated.get(volunteer) === false ? { volunteer, state } : null
  },
  then: ({ volunteer, state }, { policies }, { now }) => {
    const cleared: OrderEvent = { type: 'SeatCleared', ...copyKeys(state), volunteer }
    const { planned } = state
    if (state.type !== 'Accepted' || planned === null) return E.right([cleared])
    const timer = startTimer(policies, { of: orderTerms, term: 'missedCheckOut', at: now, from: planned.end })
    if (E.isLeft(timer)) return timer
    const { dueAt: missedAt, policyVersion } = timer.right
    return E.right([cleared, { type: 'OrderScheduled', ...copyKeys(state), planned, missedAt, policyVersion }])
  },
})

type Scheduled = Extract<OrderState, { readonly type: 'Scheduled' }>

/** O25: the later of some time before the start and some time after the loss; null where the policy has no such term. */
const findRefill = (
  book: PolicyBook,
  policy: Policy,
  { planned, now }: { readonly planned: Interval; readonly now: Instant },
): Instant | null => {
  const { refill } = readTerms(orderTerms, policy)
  if (refill === null) return null
  const beforeStart = countBack(planned.start, refill.before)
  const afterLoss = computeDue(book, policy, { term: refill.atLeast, from: now }).dueAt
  return beforeStart > afterLoss ? beforeStart : afterLoss
}

/** O25: the order waits visibly, at the team and the handler, until a volunteer takes a seat or it is open again. */
const loseLastSeat = (
  state: Scheduled,
  { freed, policies, now }: { readonly freed: OrderEvent; readonly policies: PolicyBook; readonly now: Instant },
): Decision => {
  const policy = findPolicy(policies, now)
  if (policy === null) return E.left(policyMissing(policies, now))
  const { team, planned } = state
  const lost = { teamId: team.teamId, planned, refillAt: findRefill(policies, policy, { planned, now }) }
  return E.right([freed, { type: 'LastSeatLost', ...copyKeys(state), ...lost, policyVersion: policy.version }])
}

const seatsHeld: ReadonlyArray<OrderState['type']> = ['Accepted', 'Scheduled', 'InProgress', 'AwaitingReview']

/** A seat is freed only while its round lasts; afterwards it is history. */
export const freeSeat = onProcess<FreeSeat>()({
  reads: policyReads,
  about: ({ volunteer, round, reason }, state) => {
    if (state.type === 'None' || !seatsHeld.includes(state.type)) return null
    return state.round === round && state.seated.has(volunteer) ? { volunteer, reason, state } : null
  },
  then: ({ volunteer, reason, state }, { policies }, { now }) => {
    const freed: OrderEvent = { type: 'SeatFreed', ...copyKeys(state), volunteer, reason }
    const left = [...state.seated].some(([person, cleared]) => cleared && person !== volunteer)
    return state.type === 'Scheduled' && !left ? loseLastSeat(state, { freed, policies, now }) : E.right([freed])
  },
})

/** O25: an order that lost its last cleared seat and found no other volunteer is open again. */
export const reopenUnfilled = onTimer<ReopenUnfilled>()({
  reads: unitAndPolicyReads,
  running: ({ round, refillAt }, state) =>
    state.type === 'Accepted' && state.round === round && state.refillAt === refillAt
      ? { dueAt: refillAt, state }
      : null,
  end: ({ dueAt: refillAt, state }, { tree, policies }) => {
    const reason = { code: 'no-volunteer-left' as Code, text: null }
    return E.right(handBack(state, { by: 'timer', reason, tree, policies, refillAt }))
  },
})

/** O11: the number is never below the seats taken. */
export const changeSeats = authorised<ChangeSeats>()({
  states: ['Open', 'Offered', 'Claimable', 'Accepted', 'Scheduled'],
  done: ({ seats }, state) => state.seats === seats,
  ...atHandler(orderRoles.ChangeSeats),
  reads: waitingReads,
  decide:
    ({ seats }, { need, humans }, { actor }) =>
    (state): Decision => {
      const own = refuseWaiting(orderRoles.ChangeSeats, state, { need, humans, actor })
      if (own !== null) return E.left(own)
      return seats < state.seated.size
        ? E.left({ type: 'SeatsTaken', taken: state.seated.size })
        : E.right([{ type: 'SeatsChanged', ...copyOpened(state), seats }])
    },
})
