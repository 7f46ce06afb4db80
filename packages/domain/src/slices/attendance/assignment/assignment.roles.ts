import { roles } from '../../../vocabulary/values.ts'
import { byNoOffice, type RolesOf } from '../../organisation/permit.ts'
import type { AssignmentCommand } from './assignment.codec.ts'

const byHandler = {
  roles: [roles.dispatcher, roles.clerk],
  where: 'own-or-above',
  unit: 'the handler',
  persons: [],
  never: [],
} as const
const byRecorder = {
  ...byHandler,
  roles: [roles.recorder, roles.clerk],
  unit: 'the unit of the body',
  never: ['volunteer'],
} as const
const byVolunteer = { ...byNoOffice, persons: ['volunteer'] } as const
const byJudge = { ...byHandler, persons: ['leader'], never: ['volunteer'] } as const

/** A1, A8, A9: no one accepts, comes or leaves for another; no one clears, judges or confirms oneself. */
export const assignmentRoles = {
  ClearAssignment: { ...byHandler, never: ['volunteer'], decides: 'that a volunteer may serve' },
  ReleaseAssignment: { ...byHandler, decides: 'that a volunteer who was not cleared is free' },
  WithdrawAssignment: { ...byVolunteer, decides: 'that oneself does not come' },
  SubstituteAssignment: { ...byVolunteer, decides: 'who is asked instead' },
  CheckIn: { ...byVolunteer, decides: 'that oneself is there' },
  PauseService: { ...byVolunteer, decides: 'that a break begins' },
  ResumeService: { ...byVolunteer, decides: 'that a break ends' },
  CheckOut: { ...byVolunteer, decides: 'that oneself has left' },
  TakeBackCheckOut: { ...byVolunteer, decides: 'that oneself has not left' },
  ConfirmAttendance: {
    ...byHandler,
    roles: [roles.clerk],
    persons: ['present', 'requester', 'contact', 'proxy'],
    never: ['volunteer'],
    decides: 'when another person left',
  },
  TakeOverCapture: { ...byRecorder, decides: 'that a capture becomes a record' },
  RefuseCapture: { ...byRecorder, decides: 'that a capture becomes no record' },
  AllegeAbsence: { ...byJudge, decides: 'that a volunteer did not come' },
  ExcuseAbsence: {
    ...byJudge,
    decides: 'that an absence is excused; one that stands, an approver of the unit above (G8)',
  },
} as const satisfies RolesOf<AssignmentCommand>
