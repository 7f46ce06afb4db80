import { roles } from '../../../vocabulary/values.ts'
import type { RolesOf } from '../../organisation/permit.ts'
import type { NumberCommand, VolunteerCommand } from './volunteer.codec.ts'

const byOfficers = {
  roles: [roles.administrator, roles.clerk, roles.stationClerk],
  where: 'own-or-above',
  persons: ['volunteer'],
  never: [],
} as const

export const numberRoles = {
  ClaimNumber: {
    ...byOfficers,
    unit: 'the home, or a unit of the tree in which it will be',
    persons: [],
    never: ['volunteer'],
    decides: 'whose a volunteer number is',
  },
  ReleaseNumber: {
    ...byOfficers,
    unit: 'the unit that claimed it',
    persons: [],
    decides: 'that a number is no one’s',
  },
} as const satisfies RolesOf<NumberCommand>

/** Where a person lives is the own word, so that an officer of the home that is left may say it too; an age band seen by an officer is of another person. */
export const volunteerRoles = {
  RegisterVolunteer: { ...byOfficers, unit: 'the home', decides: 'who is a volunteer' },
  MoveHome: { ...byOfficers, unit: 'the last home', decides: 'where a volunteer lives' },
  DeclareAgeBand: {
    ...byOfficers,
    unit: 'the last home',
    never: ['volunteer'],
    decides: 'whether a volunteer is of age',
  },
} as const satisfies RolesOf<VolunteerCommand>
