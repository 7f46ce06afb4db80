import * as E from 'fp-ts/lib/Either.js'
import type { PersonId } from '@zhiyuan/kernel'
import { refusePerson } from '../../../organisation/authority.ts'
import type { TeamId } from '../../../../vocabulary/ids.ts'
import { startClock } from '../../../organisation/policy/policy.read.ts'
import { teamRead } from '../../../organisation/team/team.read.ts'
import { volunteerRead } from '../../../people/volunteer/volunteer.read.ts'
import type { ChangeSeats, ClearSeat, FreeSeat, OrderEvent, TakeSeat } from '../order.codec.ts'
import type { OrderState } from '../order.state.ts'
import { stepOf, notAllowed, on, personOf, policyBook, refuseHandler, tooLate, units, type Decision } from './on.ts'
import { orderTerms } from '../order.terms.ts'

const nobody = 'none' as PersonId
const teamOf = (state: OrderState): TeamId =>
  (state.type === 'None' ? undefined : state.team?.teamId) ?? ('none' as TeamId)

/** O11, A1, A6, A10: a volunteer binds itself, while there are seats, once a round. */
export const takeSeat = on<typeof TakeSeat._A>()({
  reads: (_command, state, moment) => ({
    team: teamRead(teamOf(state)),
    volunteer: volunteerRead(personOf(moment) ?? nobody),
  }),
  decide:
    (command, { team, volunteer }, moment) =>
    (state): Decision => {
      const person = personOf(moment)
      if (person === null) return E.left({ type: 'NotAuthorised', command: command.type })
      if (state.type !== 'None' && state.round === command.round && state.seated.has(person)) return E.right([])
      if (state.type !== 'Accepted' && state.type !== 'Scheduled') return E.left(notAllowed(state, command))
      if (state.round !== command.round) return E.left(notAllowed(state, command))
      if (volunteer.type !== 'Registered') return E.left({ type: 'NotAVolunteer', person })
      if (volunteer.ageBand !== 'adult') return E.left({ type: 'UnderAge', person })
      const { teamId, bodyId } = state.team
      if (team.type !== 'Active' || !team.members.has(person)) return E.left({ type: 'NotATeamMember', person, teamId })
      if (state.gone.has(person)) return E.left({ type: 'SeatGivenUp', person })
      if (state.seated.size >= state.seats) return E.left({ type: 'OrderFull', seats: state.seats })
      if (state.placed.risks.known && !command.risksSeen) return E.left({ type: 'RisksNotSeen' })
      const { owner, planned, placed } = state
      return E.right([
        {
          type: 'SeatTaken',
          ...stepOf(state),
          volunteer: person,
          teamId,
          bodyId,
          owner,
          specialty: placed.specialty,
          planned,
        },
      ])
    },
})

/** The first cleared seat of an order with a time schedules it. */
export const clearSeat = on<typeof ClearSeat._A>()({
  reads: policyBook,
  decide:
    (command, { book }, moment) =>
    (state): Decision => {
      const onlyAProcess = refusePerson(moment.actor, command.type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      if (state.type !== 'Accepted' && state.type !== 'Scheduled' && state.type !== 'InProgress')
        return tooLate(state, command, moment)
      const { volunteer, round } = command
      if (state.round !== round || state.seated.get(volunteer) !== false) return E.right([])
      const cleared: OrderEvent = { type: 'SeatCleared', ...stepOf(state), volunteer }
      const { planned } = state
      if (state.type !== 'Accepted' || planned === null) return E.right([cleared])
      const clock = startClock(book, { of: orderTerms, term: 'missedCheckOut', at: moment.now, from: planned.end })
      if (E.isLeft(clock)) return clock
      const { dueAt: missedAt, policyVersion } = clock.right
      return E.right([cleared, { type: 'OrderScheduled', ...stepOf(state), planned, missedAt, policyVersion }])
    },
})

/** Once the round has ended, its seats are history. */
export const freeSeat = on<typeof FreeSeat._A>()({
  decide:
    (command, _found, moment) =>
    (state): Decision => {
      const onlyAProcess = refusePerson(moment.actor, command.type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      const kept = ['Accepted', 'Scheduled', 'InProgress', 'AwaitingReview']
      if (state.type === 'None' || !kept.includes(state.type)) return tooLate(state, command, moment)
      const { volunteer, round, reason } = command
      if (state.round !== round || !state.seated.has(volunteer)) return E.right([])
      return E.right([{ type: 'SeatFreed', ...stepOf(state), volunteer, reason }])
    },
})

/** O11: never below what is taken. */
export const changeSeats = on<typeof ChangeSeats._A>()({
  reads: units,
  decide:
    (command, { tree }, moment) =>
    (state): Decision => {
      const { orderId, seats } = command
      const changeable = ['Open', 'Offered', 'Claimable', 'Accepted', 'Scheduled']
      if (state.type === 'None' || !changeable.includes(state.type)) return E.left(notAllowed(state, command))
      if (state.seats === seats) return E.right([])
      const refusal = refuseHandler(tree, moment, state, command)
      if (refusal !== null) return E.left(refusal)
      if (seats < state.seated.size) return E.left({ type: 'SeatsTaken', taken: state.seated.size })
      return E.right([{ type: 'SeatsChanged', orderId, seats }])
    },
})
