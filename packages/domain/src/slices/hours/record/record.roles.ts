import { roles } from '../../../vocabulary/values.ts'
import type { RolesOf } from '../../organisation/permit.ts'
import type { RecordCommand } from './record.codec.ts'

const byRecorder = {
  roles: [roles.recorder, roles.clerk],
  where: 'own',
  unit: "the unit of the organiser's body",
  persons: [],
  never: ['volunteer'],
} as const
const byApprover = {
  roles: [roles.approver],
  where: 'own-or-above',
  unit: 'the unit that answers for the body, where the post is held',
  persons: [],
  never: [],
} as const
/** H7, G7: not who is credited or entered it, nor who asked for the service. */
const byThird = { ...byApprover, never: ['volunteer', 'recorder', 'requester', 'contact', 'proxy'] } as const
/** What only takes away is refused to the person whom it judges. */
const takingAway = { ...byApprover, never: ['volunteer'] } as const
const answering = { ...byThird, never: [...byThird.never, 'asker'] } as const

export const recordRoles = {
  Backfill: { ...byRecorder, decides: 'that a volunteer served; above where no one else is left (H16)' },
  ResubmitRecord: { ...byRecorder, decides: 'the record that was returned' },
  WithdrawRecord: { ...byRecorder, never: [], persons: ['volunteer'], decides: 'that a returned record ends' },
  VerifyRecord: { ...byThird, where: 'own', decides: 'that minutes count; above where no one else is left (H16)' },
  ClearHold: { ...byThird, decides: 'that a held record goes on; in bulk or against the log, the unit above (G8)' },
  ReturnRecord: { ...takingAway, decides: 'that it is entered again' },
  RejectRecord: { ...takingAway, decides: 'that minutes never count' },
  RequestCorrection: { ...byApprover, persons: ['volunteer'], decides: 'nothing: another person answers' },
  CorrectRecord: { ...answering, decides: 'other minutes' },
  UpholdRecord: { ...answering, decides: 'that the minutes stay' },
  SuspendRecord: { ...takingAway, decides: 'that minutes do not count for now' },
  ReinstateRecord: { ...byThird, decides: 'that minutes count again' },
  VoidRecord: {
    ...byApprover,
    never: ['volunteer', 'recorder', 'suspender'],
    decides: 'that minutes count no more (H9)',
  },
  ObjectToRecord: {
    roles: [],
    where: 'any',
    unit: null,
    persons: ['volunteer', 'recorder', 'seated', 'requester', 'contact', 'proxy'],
    never: [],
    decides: 'nothing: an approver answers',
  },
} as const satisfies RolesOf<RecordCommand>
