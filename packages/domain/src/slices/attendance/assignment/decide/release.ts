import * as E from 'fp-ts/lib/Either.js'
import { sameContent, type Moment } from '@zhiyuan/kernel'
import { refusePerson } from '../../../organisation/authority.ts'
import { unitsRead } from '../../../organisation/units/units.read.ts'
import type { ReleaseAssignment, SubstituteAssignment, WithdrawAssignment } from '../assignment.codec.ts'
import type { AssignmentRejection } from '../assignment.rejection.ts'
import type { AssignmentFacts, AssignmentState } from '../assignment.state.ts'
import { findGathering, gatheringReads } from '../gathering.ts'
import { notAllowed, on, copyRef, refuseHandler, refuseOthers, servingTeamReads, type Decision } from './shared.ts'

type Release = ReleaseAssignment

/** The assignment still waits for its start. The reason `not-cleared` applies only to a volunteer who is not cleared. */
const isReleasable = (state: AssignmentState, { reason }: Release): boolean =>
  state.type === 'NotCleared' || (state.type === 'Cleared' && reason !== 'not-cleared')

/**
 * A11: neither withdrawal nor no-show. A no-op for a volunteer who has begun, or who has a seat there again by then. People of the
 * handler's side release only volunteers who are not cleared.
 */
export const releaseAssignment = on<Release>()({
  reads: (command, _state, { jurisdiction }) => ({ ...gatheringReads(command), tree: unitsRead(jurisdiction) }),
  decide:
    (command, found, moment) =>
    (state): Decision => {
      const { reason } = command
      if (state.type === 'Released' && state.reason === reason) return E.right([])
      const gathering = findGathering(command, found)
      if (E.isLeft(gathering)) return gathering
      const byHandler = state.type === 'NotCleared' && reason === 'not-cleared' && moment.actor.type === 'person'
      const refusal = byHandler
        ? refuseHandler(found, moment, state, command)
        : refusePerson(moment.actor, command.type)
      if (refusal !== null) return E.left(refusal)
      const stillWanted = reason !== 'not-cleared' && gathering.right.countsOnVolunteer
      return isReleasable(state, command) && !stillWanted
        ? E.right([{ type: 'AssignmentReleased', ...copyRef(command), reason }])
        : E.right([])
    },
})

const refuseOnceStarted = ({ planned }: AssignmentFacts, { now }: Moment): AssignmentRejection | null =>
  planned !== null && now >= planned.start ? { type: 'StartHasCome', plannedStart: planned.start } : null

/** A8: a withdrawal before the planned start is no no-show. */
export const withdrawAssignment = on<WithdrawAssignment>()({
  decide:
    (command, _found, moment) =>
    (state): Decision => {
      const { reason } = command
      if (state.type === 'Withdrawn' && sameContent(state.reason, reason)) return E.right([])
      if (state.type !== 'Cleared') return E.left(notAllowed(state, command))
      const refusal = refuseOthers(command, moment) ?? refuseOnceStarted(state, moment)
      return refusal === null
        ? E.right([{ type: 'AssignmentWithdrawn', ...copyRef(command), reason }])
        : E.left(refusal)
    },
})

/** Names a substitute. This binds no one: the substitute takes the freed seat by her own acceptance (A1). */
export const substituteAssignment = on<SubstituteAssignment>()({
  reads: (_command, state) => servingTeamReads(state),
  decide:
    (command, { team }, moment) =>
    (state): Decision => {
      const { by, volunteer } = command
      if (state.type === 'Substituted' && state.by === by) return E.right([])
      if (state.type !== 'Cleared') return E.left(notAllowed(state, command))
      const refusal = refuseOthers(command, moment) ?? refuseOnceStarted(state, moment)
      if (refusal !== null) return E.left(refusal)
      const isFit = by !== volunteer && team?.type === 'Active' && team.members.has(by)
      return isFit
        ? E.right([{ type: 'AssignmentSubstituted', ...copyRef(command), by }])
        : E.left({ type: 'SubstituteUnfit', by })
    },
})
