import * as E from 'fp-ts/lib/Either.js'
import { actingPerson } from '../../../organisation/authority.ts'
import { policyReads } from '../../../organisation/policy-reads.ts'
import { startTimer } from '../../../organisation/policy/policy.read.ts'
import { humansRead, isMerged } from '../../../people/humans/humans.read.ts'
import { volunteerRead } from '../../../people/volunteer/volunteer.read.ts'
import type { ChangeSeats, ClearSeat, FreeSeat, OrderEvent, TakeSeat } from '../order.codec.ts'
import type { OrderState } from '../order.state.ts'
import { orderTerms } from '../order.terms.ts'
import {
  authorised,
  boundTeamReads,
  byHandler,
  notAllowed,
  on,
  onProcess,
  copyOpened,
  copyKeys,
  type Decision,
} from './shared.ts'

/** O11, A1, A6, A10: a volunteer takes a seat herself, once a round, while there are free ones. */
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
      if (state.type !== 'None' && state.round === command.round && state.seated.has(person)) return E.right([])
      if (state.type !== 'Accepted' && state.type !== 'Scheduled') return E.left(notAllowed(state, command))
      if (state.round !== command.round) return E.left(notAllowed(state, command))
      if (volunteer.type !== 'Registered' || isMerged(humans, person)) return E.left({ type: 'NotAVolunteer', person })
      if (volunteer.ageBand !== 'adult') return E.left({ type: 'UnderAge', person })
      const { teamId, bodyId } = state.team
      if (team?.type !== 'Active' || !team.members.has(person))
        return E.left({ type: 'NotATeamMember', person, teamId })
      if (state.gone.has(person)) return E.left({ type: 'SeatGivenUp', person })
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

const seatsHeld: ReadonlyArray<OrderState['type']> = ['Accepted', 'Scheduled', 'InProgress', 'AwaitingReview']

/** A seat is freed only while its round lasts; afterwards it is history. */
export const freeSeat = onProcess<FreeSeat>()({
  about: ({ volunteer, round, reason }, state) => {
    if (state.type === 'None' || !seatsHeld.includes(state.type)) return null
    return state.round === round && state.seated.has(volunteer) ? { volunteer, reason, state } : null
  },
  then: ({ volunteer, reason, state }) => E.right([{ type: 'SeatFreed', ...copyKeys(state), volunteer, reason }]),
})

/** O11: the number is never below the seats taken. */
export const changeSeats = authorised<ChangeSeats>()({
  states: ['Open', 'Offered', 'Claimable', 'Accepted', 'Scheduled'],
  done: ({ seats }, state) => state.seats === seats,
  ...byHandler,
  decide:
    ({ seats }) =>
    (state): Decision =>
      seats < state.seated.size
        ? E.left({ type: 'SeatsTaken', taken: state.seated.size })
        : E.right([{ type: 'SeatsChanged', ...copyOpened(state), seats }]),
})
