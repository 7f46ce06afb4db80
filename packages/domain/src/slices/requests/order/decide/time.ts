/** The time of an order that was accepted without one, and the word of the requester's side for it (O22). */
import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment } from '@zhiyuan/kernel'
import { actingPerson } from '../../../organisation/authority.ts'
import { policyRead } from '../../../organisation/policy/policy.read.ts'
import { sendersRead } from '../../../organisation/hands.ts'
import { unitsRead } from '../../../organisation/units/units.read.ts'
import { humansRead, listRegistrations } from '../../../people/humans/humans.read.ts'
import { needRead } from '../../need/need.read.ts'
import type { AgreeToTime, OrderEvent, SetServiceTime } from '../order.codec.ts'
import { orderStream } from '../order.read.ts'
import { returnToQueue } from '../order.facts.ts'
import type { OrderState } from '../order.state.ts'
import { refuseTime } from './length.ts'
import { orderRoles } from '../order.roles.ts'
import {
  authorised,
  boundTeamReads,
  atHandler,
  copyKeys,
  findGranted,
  findServiceDue,
  findSide,
  isLeader,
  isUnserved,
  makeDay,
  notAllowed,
  on,
  type Decision,
} from './shared.ts'
import { decidingReads, refuseWaiting } from './waiting.ts'

const readTeamAndPolicies = (command: SetServiceTime, state: OrderState, moment: Moment) => ({
  ...boundTeamReads(command, state),
  ...decidingReads(command, state, moment),
})

/** O22: to accept and then telephone is the normal way: the leader or the handler sets the time, once. */
export const setServiceTime = authorised<SetServiceTime>()({
  states: ['Accepted'],
  fits: ({ round }, state) => state.round === round,
  done: ({ planned }, state) => sameContent(planned, state.planned),
  ...atHandler(orderRoles.SetServiceTime),
  also: { called: 'the leader of the bound team', is: ({ found, moment }) => isLeader(found.team, moment) },
  reads: readTeamAndPolicies,
  decide:
    (command, { team, policies, need, humans }, moment) =>
    (state): Decision => {
      const { planned } = command
      const byTeam = isLeader(team, moment)
      const { actor } = moment
      const own = byTeam ? null : refuseWaiting(orderRoles.SetServiceTime, state, { need, humans, actor })
      if (own !== null) return E.left(own)
      if (state.planned !== null) return E.left({ type: 'TimeAlreadySet' })
      // The timer hands the order back, also where it has not fired yet.
      if (findServiceDue(policies, state) <= moment.now) return E.left(notAllowed(returnToQueue(state), command))
      const unfit = refuseTime(policies, planned, moment.now)
      if (unfit !== null) return E.left(unfit)
      const by = byTeam ? 'team' : 'handler'
      // The word of the requester's side stays, also for another team's time; so does a granted day (O27).
      const agreed = state.day?.by === 'requester' ? state.day : null
      const day =
        findGranted(state) === null ? (agreed ?? makeDay(policies, planned, byTeam ? 'team' : 'office')) : null
      return E.right([{ type: 'ServiceTimeSet', ...copyKeys(state), teamId: state.team.teamId, planned, by, day }])
    },
})

/** By these events the office or the team asks the team, or names the time. */
const asking = ['OrderOffered', 'ClaimOpened', 'OrderAccepted', 'ServiceTimeSet'] satisfies ReadonlyArray<
  OrderEvent['type']
>

/** O22: what the requester's side agreed to is its own day, as if it had asked for it. Who named the time does not agree to it (G7). */
export const agreeToTime = on<AgreeToTime>()({
  reads: (command, state, { jurisdiction }) => ({
    policies: policyRead(jurisdiction),
    tree: unitsRead(jurisdiction),
    humans: humansRead(jurisdiction),
    need: state.type === 'None' ? null : needRead(state.placed.needId),
    askers: sendersRead(orderStream(command.orderId), asking),
  }),
  decide:
    (command, { policies, tree, humans, need, askers }, moment) =>
    (state): Decision => {
      if (!isUnserved(state) || state.round !== command.round) return E.left(notAllowed(state, command))
      const { planned } = state
      if (planned === null || !sameContent(planned, command.planned)) return E.left(notAllowed(state, command))
      const person = actingPerson(moment)
      const by = findSide(need, { tree, humans, moment }, state.handler)
      if (person === null || by === null || by === 'office-proxy')
        return E.left({ type: 'NotAuthorised', command: command.type })
      if (listRegistrations(humans, person).some((one) => askers.people.has(one)))
        return E.left({ type: 'AskedForIt', person })
      const day = makeDay(policies, planned, 'requester')
      if (sameContent(day, state.day) && findGranted(state) === null) return E.right([])
      // A time that has passed is agreed to by no one: it would only move the supervision (O16).
      return planned.end <= moment.now
        ? E.left({ type: 'TimeNotAhead' })
        : E.right([{ type: 'ServiceTimeAgreed', ...copyKeys(state), by, planned, day }])
    },
})
