import * as E from 'fp-ts/lib/Either.js'
import { refusePerson } from '../../../organisation/authority.ts'
import { volunteerRead, type VolunteerState } from '../../../people/volunteer/volunteer.read.ts'
import type { Code } from '../../../../vocabulary/words.ts'
import type { AssignmentEvent, AssignmentRef, ClearAssignment, OpenAssignment } from '../assignment.codec.ts'
import type { AssignmentState } from '../assignment.state.ts'
import { findGathering, gatheringReads } from '../gathering.ts'
import { authorised, byHandler, notAllowed, on, refOf, type Decision } from './on.ts'

/** A6: why a volunteer cannot be cleared; null for a registered adult. */
const unfit = (volunteer: VolunteerState): Code | null => {
  switch (volunteer.type) {
    case 'None':
      return 'not-registered' as Code
    case 'Merged':
      return 'merged' as Code
    case 'Registered':
      return volunteer.ageBand === 'adult' ? null : ('under-age' as Code)
  }
}

const clearingReads = (ref: AssignmentRef) => ({ ...gatheringReads(ref), volunteer: volunteerRead(ref.volunteer) })

const clearing = (ref: AssignmentRef, volunteer: VolunteerState): AssignmentEvent => {
  const reason = unfit(volunteer)
  return reason === null
    ? { type: 'AssignmentCleared', ...refOf(ref) }
    : { type: 'AssignmentNotCleared', ...refOf(ref), reason }
}

/** Service was begun, or its absence is being looked at: no other seat of the occasion is taken on top of it. */
const hasBegun = ({ type }: AssignmentState): boolean =>
  ['Present', 'Paused', 'Left', 'CheckOutMissing', 'Confirmed', 'Unconfirmed', 'AbsenceAlleged'].includes(type)

/** A1: on a taken seat, once for each; silent where the order has let the seat go by then (A11). */
export const openAssignment = on<typeof OpenAssignment._A>()({
  reads: clearingReads,
  decide:
    (command, { volunteer, ...found }, { actor }) =>
    (state): Decision => {
      const onlyAProcess = refusePerson(actor, command.type)
      if (onlyAProcess !== null) return E.left(onlyAProcess)
      const { teamId, bodyId, owner, specialty, planned, seat } = command
      if (state.type !== 'None' && state.seats.includes(seat)) return E.right([])
      if (hasBegun(state)) return E.left(notAllowed(state, command))
      const gathering = findGathering(command, found)
      if (E.isLeft(gathering)) return gathering
      if (!gathering.right.countsOnVolunteer) return E.right([])
      const opened = { ...refOf(command), teamId, bodyId, owner, specialty, planned, seat }
      return E.right([{ type: 'AssignmentOpened', ...opened }, clearing(command, volunteer)])
    },
})

/** By the handler, when what stood in the way is gone. */
export const clearAssignment = authorised<typeof ClearAssignment._A>()({
  before: (_command, state) => (state.type === 'Cleared' ? E.right([]) : null),
  states: ['NotCleared'],
  ...byHandler,
  reads: clearingReads,
  decide:
    (command, { volunteer }) =>
    (): Decision => {
      const reason = unfit(volunteer)
      return reason === null
        ? E.right([{ type: 'AssignmentCleared', ...refOf(command) }])
        : E.left({ type: 'StillNotCleared', reason })
    },
})
