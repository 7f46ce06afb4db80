import { roles } from '../../../vocabulary/values.ts'
import type { RolesOf } from '../../organisation/permit.ts'
import type { SessionCommand } from './session.codec.ts'

const byHost = {
  roles: [roles.clerk],
  where: 'own-or-above',
  unit: 'the host',
  persons: [],
  never: [],
} as const

/** To answer for a session is a duty: who publishes it may take it on. */
export const sessionRoles = {
  PublishSession: { ...byHost, decides: 'that a session takes place' },
  CancelSession: { ...byHost, decides: 'that a session does not take place' },
} as const satisfies RolesOf<SessionCommand>
