import { roles } from '../../../vocabulary/values.ts'
import type { RolesOf } from '../../organisation/permit.ts'
import type { WatchCommand } from './watch.codec.ts'

export const watchRoles = {
  SeeHurry: {
    roles: [roles.approver, roles.assessor, roles.administrator],
    where: 'above',
    unit: 'the unit at which the person ruled',
    persons: [],
    never: ['volunteer'],
    decides: 'what was found where one person ruled in a hurry (H12)',
  },
} as const satisfies RolesOf<WatchCommand>
