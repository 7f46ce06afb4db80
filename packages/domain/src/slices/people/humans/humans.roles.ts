import { roles } from '../../../vocabulary/values.ts'
import type { RolesOf } from '../../organisation/permit.ts'
import type { HumansCommand } from './humans.codec.ts'

const byOfficers = {
  roles: [roles.administrator, roles.clerk, roles.stationClerk],
  where: 'own-or-above',
  unit: 'the last home of one of the registrations',
  persons: [],
  never: ['merged'],
} as const
const byAdministrator = {
  roles: [roles.administrator],
  where: 'top',
  unit: 'the top',
  persons: [],
  never: ['merged', 'proposer'],
} as const

/** G2: two persons, neither of them one of the registrations. */
export const humansRoles = {
  ProposeMerge: { ...byOfficers, decides: 'one half of a merge' },
  MergeRegistrations: { ...byAdministrator, decides: 'that two registrations are one human' },
  ProposeSplit: { ...byOfficers, decides: 'one half of a split' },
  SplitRegistrations: { ...byAdministrator, decides: 'that registrations are two humans' },
} as const satisfies RolesOf<HumansCommand>
