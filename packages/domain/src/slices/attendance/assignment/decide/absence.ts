import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment } from '@zhiyuan/kernel'
import { actingPerson } from '../../../organisation/authority.ts'
import { policyReads } from '../../../organisation/policy-reads.ts'
import { dueNow, startTimer } from '../../../organisation/policy/policy.read.ts'
import type { TeamState } from '../../../organisation/team/team.read.ts'
import type { AllegeAbsence, AssignmentCommand, ExcuseAbsence, LetAbsenceStand } from '../assignment.codec.ts'
import type { AssignmentRejection } from '../assignment.rejection.ts'
import type { AssignmentState } from '../assignment.state.ts'
import { attendanceTerms } from '../assignment.terms.ts'
import { findGathering, gatheringReads } from '../gathering.ts'
import { authorised, byHandler, notUnderWay, onTimer, servingTeamReads, copyKeys, type Decision } from './shared.ts'

const judgeReads = (command: AssignmentCommand, state: AssignmentState, moment: Moment) => ({
  ...gatheringReads(command),
  ...policyReads(command, state, moment),
  ...servingTeamReads(state),
})

/** The team's leader, or the handler's dispatcher or clerk. */
const byJudge = {
  ...byHandler,
  also: {
    called: 'the leader of the team',
    is: ({ found, moment }: { readonly found: { readonly team: TeamState | null }; readonly moment: Moment }) =>
      found.team?.type === 'Active' && found.team.leader === actingPerson(moment),
  },
} as const

/** A8: no one judges an own absence, in any role. */
const refuseOwnJudge = ({ volunteer }: AssignmentCommand, moment: Moment): AssignmentRejection | null =>
  actingPerson(moment) === volunteer ? { type: 'NotASecondPerson', person: volunteer } : null

/** A8: a named person alleges that the volunteer was not there when the service was to begin. */
export const allegeAbsence = authorised<AllegeAbsence>()({
  before: (command, state, moment) => {
    if (state.type === 'AbsenceAlleged' && state.by === actingPerson(moment)) return E.right([])
    const refusal = state.type === 'Cleared' ? refuseOwnJudge(command, moment) : null
    return refusal === null ? null : E.left(refusal)
  },
  states: ['Cleared'],
  ...byJudge,
  reads: judgeReads,
  decide:
    (command, found, moment) =>
    (state): Decision => {
      const by = actingPerson(moment)
      if (by === null) return E.left({ type: 'NotAuthorised', command: command.type })
      const gathering = findGathering(command, found)
      if (E.isLeft(gathering)) return gathering
      const { planned } = state
      if (planned === null || !gathering.right.countsOnVolunteer) return E.left(notUnderWay(gathering.right, command))
      if (moment.now < planned.start) return E.left({ type: 'StartNotReached', plannedStart: planned.start })
      const allegedAt = moment.now
      const timer = startTimer(found.policies, { of: attendanceTerms, term: 'excuse', at: allegedAt })
      if (E.isLeft(timer)) return timer
      const { dueAt: excuseBy, assumed, policyVersion } = timer.right
      return E.right([{ type: 'AbsenceAlleged', ...copyKeys(state), by, allegedAt, excuseBy, assumed, policyVersion }])
    },
})

/** A8: a no-show can be excused. */
export const excuseAbsence = authorised<ExcuseAbsence>()({
  before: (command, state, moment) => {
    if (state.type === 'Excused' && state.by === actingPerson(moment) && sameContent(state.reason, command.reason))
      return E.right([])
    const refusal = state.type === 'AbsenceAlleged' ? refuseOwnJudge(command, moment) : null
    return refusal === null ? null : E.left(refusal)
  },
  states: ['AbsenceAlleged'],
  ...byJudge,
  reads: judgeReads,
  decide:
    (command, { policies }, moment) =>
    (state): Decision => {
      const by = actingPerson(moment)
      if (by === null) return E.left({ type: 'NotAuthorised', command: command.type })
      const endedAt = dueNow(policies, { of: attendanceTerms, term: 'excuse' }, state.excusing)
      if (moment.now >= endedAt) return E.left({ type: 'TermEnded', endedAt })
      return E.right([{ type: 'AbsenceExcused', ...copyKeys(state), by, reason: command.reason }])
    },
})

export const letAbsenceStand = onTimer<LetAbsenceStand>()({
  reads: policyReads,
  running: ({ excuseBy }, state, { policies }) =>
    state.type === 'AbsenceAlleged' && state.excusing.dueAt === excuseBy
      ? { dueAt: dueNow(policies, { of: attendanceTerms, term: 'excuse' }, state.excusing), state }
      : null,
  end: ({ state }) => E.right([{ type: 'AbsenceStood', ...copyKeys(state), excuseBy: state.excusing.dueAt }]),
})
