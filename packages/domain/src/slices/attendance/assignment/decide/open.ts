import * as E from 'fp-ts/lib/Either.js'
import type { Moment } from '@zhiyuan/kernel'
import { humansRead, isMerged, type Humans } from '../../../people/humans/humans.read.ts'
import { refuseByRow } from '../../../people/own-favour.ts'
import { volunteerRead, type VolunteerState } from '../../../people/volunteer/volunteer.read.ts'
import type { Code } from '../../../../vocabulary/values.ts'
import type { AssignmentEvent, AssignmentRef, ClearAssignment, OpenAssignment } from '../assignment.codec.ts'
import { assignmentRoles } from '../assignment.roles.ts'
import type { AssignmentState } from '../assignment.state.ts'
import { findGathering, gatheringReads } from '../gathering.ts'
import { atHandler, authorised, notAllowed, onProcess, copyRef, type Decision } from './shared.ts'

/** What clearing reads about a volunteer. */
interface Candidate {
  readonly volunteer: VolunteerState
  readonly humans: Humans
}

/** A6, G2: why a volunteer cannot be cleared; null for a registered adult whose registration goes on. */
const findUnfitness = ({ volunteer, humans }: Candidate): Code | null => {
  if (volunteer.type === 'None') return 'not-registered' as Code
  if (isMerged(humans, volunteer.person)) return 'merged' as Code
  return volunteer.ageBand === 'adult' ? null : ('under-age' as Code)
}

const clearingReads = (ref: AssignmentRef, _state: AssignmentState, { jurisdiction }: Moment) => ({
  ...gatheringReads(ref),
  volunteer: volunteerRead(ref.volunteer),
  humans: humansRead(jurisdiction),
})

const judgeClearing = (ref: AssignmentRef, candidate: Candidate): AssignmentEvent => {
  const reason = findUnfitness(candidate)
  return reason === null
    ? { type: 'AssignmentCleared', ...copyRef(ref) }
    : { type: 'AssignmentNotCleared', ...copyRef(ref), reason }
}

const begun: ReadonlyArray<AssignmentState['type']> = [
  'Present',
  'Paused',
  'Left',
  'CheckOutMissing',
  'Confirmed',
  'Unconfirmed',
  'Captured',
  'CaptureUnconfirmed',
  'TakenOver',
  'CaptureRefused',
  'AbsenceAlleged',
  'FoundPresent',
]

/** Service has begun, or the absence is being judged: then the volunteer takes no other seat of the occasion. */
const hasBegun = ({ type }: AssignmentState): boolean => begun.includes(type)

/** A1: opens on a taken seat, once for each; a no-op where the order has let the seat go by then (A11). */
export const openAssignment = onProcess<OpenAssignment>()({
  reads: clearingReads,
  about: (command, state) => (state.type !== 'None' && state.seats.includes(command.seat) ? null : { command, state }),
  then: ({ command, state }, { volunteer, humans, ...found }): Decision => {
    if (hasBegun(state)) return E.left(notAllowed(state, command))
    const gathering = findGathering(command, found)
    if (E.isLeft(gathering)) return gathering
    if (!gathering.right.countsOnVolunteer) return E.right([])
    const { teamId, bodyId, owner, specialty, planned, seat, boundAt } = command
    const opened = { ...copyRef(command), teamId, bodyId, owner, specialty, planned, seat, boundAt }
    return E.right([{ type: 'AssignmentOpened', ...opened }, judgeClearing(command, { volunteer, humans })])
  },
})

/** The handler clears the assignment once the obstacle is gone; never one's own, under any registration (G7). */
export const clearAssignment = authorised<ClearAssignment>()({
  before: (_command, state) => (state.type === 'Cleared' ? E.right([]) : null),
  states: ['NotCleared'],
  ...atHandler(assignmentRoles.ClearAssignment),
  reads: clearingReads,
  decide:
    (command, { volunteer, humans }, { actor }) =>
    (): Decision => {
      const own = refuseByRow(assignmentRoles.ClearAssignment, { humans, actor }, { volunteer: [command.volunteer] })
      if (own !== null) return E.left(own)
      const reason = findUnfitness({ volunteer, humans })
      return reason === null
        ? E.right([{ type: 'AssignmentCleared', ...copyRef(command) }])
        : E.left({ type: 'StillNotCleared', reason })
    },
})
