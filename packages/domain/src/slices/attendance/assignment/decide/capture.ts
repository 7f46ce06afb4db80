/** A14, H7: a capture that no one confirmed is entered by the body's recorder under own name, or refused with a reason. */
import * as E from 'fp-ts/lib/Either.js'
import type { Moment, PersonId } from '@zhiyuan/kernel'
import { actingPerson } from '../../../organisation/authority.ts'
import { findRecordingUnit } from '../../../organisation/recording-unit.ts'
import { findCertifier, findUnitOfBody } from '../../../organisation/units/units.read.ts'
import { humansRead, isSameHuman, type Humans } from '../../../people/humans/humans.read.ts'
import type { AssignmentCommand, RefuseCapture, TakeOverCapture } from '../assignment.codec.ts'
import { assignmentRoles } from '../assignment.roles.ts'
import type { AssignmentState } from '../assignment.state.ts'
import { describeAttendance } from './minutes.ts'
import { authorised, copyKeys, letContestedStand, type Decision } from './shared.ts'

type Waiting = Extract<AssignmentState, { readonly type: 'CaptureUnconfirmed' }>

interface Asked {
  readonly state: Waiting
  readonly found: { readonly tree: Tree; readonly humans: Humans }
}

/** H16: the unit of the body, or the nearest above it where the volunteer alone holds the post of a recorder or clerk there. */
const atBody = {
  unit: {
    called: "the body's unit",
    of: ({ state, found: { tree, humans } }: Asked) => {
      const unit = findUnitOfBody(tree, findCertifier(tree, state.service.bodyId))
      const isOwn = (person: PersonId): boolean => isSameHuman(humans, person, state.ref.volunteer)
      return unit === null ? null : findRecordingUnit(tree, unit, isOwn)
    },
  },
  reads: (_command: AssignmentCommand, _state: Waiting, { jurisdiction }: Moment) => ({
    humans: humansRead(jurisdiction),
  }),
} as const
type Tree = Parameters<typeof findUnitOfBody>[0]

export const takeOverCapture = authorised<TakeOverCapture>()({
  states: ['CaptureUnconfirmed'],
  roles: assignmentRoles.TakeOverCapture.roles,
  ...atBody,
  decide:
    ({ type, volunteer }, { humans }, moment) =>
    (state): Decision => {
      const recorder = actingPerson(moment)
      if (recorder === null) return E.left({ type: 'NotAuthorised', command: type })
      if (isSameHuman(humans, volunteer, recorder)) return E.left({ type: 'NotASecondPerson', person: recorder })
      return E.right([{ type: 'CaptureTakenOver', ...describeAttendance(state, state.segments), recorder }])
    },
})

export const refuseCapture = authorised<RefuseCapture>()({
  states: ['CaptureUnconfirmed'],
  roles: assignmentRoles.RefuseCapture.roles,
  ...atBody,
  decide:
    ({ type, volunteer, reason }, { humans }, moment) =>
    (state): Decision => {
      const by = actingPerson(moment)
      if (by === null) return E.left({ type: 'NotAuthorised', command: type })
      if (isSameHuman(humans, volunteer, by)) return E.left({ type: 'NotASecondPerson', person: by })
      return E.right([{ type: 'CaptureRefused', ...copyKeys(state), by, reason }, ...letContestedStand(state)])
    },
})
