import { roles } from '../../../vocabulary/values.ts'
import type { RolesOf } from '../../organisation/permit.ts'
import type { HeadCountCommand } from './head-count.codec.ts'

/** A count credits no one. It proves no list of the person who told it (H12). */
export const headCountRoles = {
  TellHeadCount: {
    roles: [roles.clerk],
    where: 'own-or-above',
    unit: 'the handler or host',
    persons: ['requester', 'contact', 'proxy', 'seated', 'leader', 'responsible'],
    never: [],
    decides: 'how many volunteers are there',
  },
} as const satisfies RolesOf<HeadCountCommand>
