import { roles } from '../../../vocabulary/values.ts'
import type { RolesOf } from '../../organisation/permit.ts'
import type { WatchCommand } from './watch.codec.ts'

const byAbove = { roles: [roles.approver, roles.assessor, roles.administrator], where: 'above', persons: [] } as const

export const watchRoles = {
  SeeHurry: {
    ...byAbove,
    unit: 'the unit at which the person ruled, by a post held',
    never: ['volunteer'],
    decides: 'what was found where one person ruled in a hurry (H12)',
  },
  SeeVouching: {
    ...byAbove,
    unit: 'the unit at which the person vouched, by a post held',
    never: ['volunteer', 'recorder'],
    decides: 'what was found where one unit alone vouched (H20, A9)',
  },
} as const satisfies RolesOf<WatchCommand>
