import { roles } from '../../../vocabulary/values.ts'
import type { RolesOf } from '../../organisation/permit.ts'
import type { BurstCommand } from './burst.codec.ts'

export const burstRoles = {
  RuleBurst: {
    roles: [roles.approver],
    where: 'unit-above',
    unit: "the unit that answers for the records' bodies",
    persons: [],
    never: ['volunteer', 'recorder', 'requester', 'contact', 'proxy'],
    decides: 'for all records of the case, whether these people were there (H12)',
  },
} as const satisfies RolesOf<BurstCommand>
