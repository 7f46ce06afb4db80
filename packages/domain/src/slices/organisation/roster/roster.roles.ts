import { roles } from '../../../vocabulary/values.ts'
import type { RolesOf } from '../permit.ts'
import type { RosterCommand } from './roster.codec.ts'

/** A list credits no one, and who keeps it stands on that of the own body as its other people do. */
export const rosterRoles = {
  AdoptRoster: {
    roles: [roles.administrator],
    where: 'top',
    unit: 'the top',
    persons: [],
    never: [],
    decides: 'the people of a body, by a named source',
  },
} as const satisfies RolesOf<RosterCommand>
