import { isOffice, roles } from '../../../vocabulary/values.ts'
import type { RolesOf } from '../permit.ts'
import type { ProposalCommand } from './proposal.codec.ts'

/** A proposal decides nothing. Who had a part in the case proposes in vain, and so does who decides it (G8). */
export const proposalRoles = {
  ProposeRuling: {
    roles: Object.values(roles).filter(isOffice),
    where: 'top',
    unit: 'the top',
    persons: [],
    never: [],
    decides: 'one half of a ruling of two at the top',
  },
} as const satisfies RolesOf<ProposalCommand>
