import { roles } from '../../../vocabulary/values.ts'
import type { RolesOf } from '../permit.ts'
import type { FoundingCommand } from './ledger.codec.ts'

/** The first command of a log; no unit and no post is there yet. */
export const ledgerRoles = {
  FoundLedger: {
    roles: [roles.administrator],
    where: 'any',
    unit: 'none yet',
    persons: [],
    never: [],
    decides: 'the name of the log and its first administrator',
  },
} as const satisfies RolesOf<FoundingCommand>
