import { roles } from '../../../vocabulary/values.ts'
import type { RolesOf } from '../../organisation/permit.ts'
import type { RollCallCommand } from './roll-call.codec.ts'

/** A12: who writes a roll down does not stand on it. */
export const rollCallRoles = {
  CallRoll: {
    roles: [roles.clerk],
    where: 'own-or-above',
    unit: 'the handler or host, for a caller who is there',
    persons: ['leader', 'responsible', 'seated'],
    never: ['volunteer'],
    decides: "who is there; a volunteer with a seat, the leader's line alone (A12)",
  },
} as const satisfies RolesOf<RollCallCommand>
