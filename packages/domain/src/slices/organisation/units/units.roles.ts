import { roles } from '../../../vocabulary/values.ts'
import type { RolesOf } from '../permit.ts'
import type { OrganisationCommand } from './units.codec.ts'

const byAdministrator = { roles: [roles.administrator], where: 'own-or-above', persons: [], never: [] } as const
const ofTheUnit = { ...byAdministrator, unit: 'the unit' } as const

/** Only a post is given to a person. To lay one down gives the person nothing (G7). */
export const unitRoles = {
  OpenUnit: { ...byAdministrator, unit: 'its parent', decides: 'a new unit' },
  BeginClosingUnit: { ...ofTheUnit, decides: 'that the unit takes no new orders' },
  MoveUnit: { ...byAdministrator, unit: 'the old parent and the new one', decides: 'under which unit it stands' },
  RenameUnit: { ...ofTheUnit, decides: 'its name' },
  RegisterBody: { ...ofTheUnit, decides: 'a body of the unit' },
  SucceedBody: { ...byAdministrator, unit: 'the units of both bodies', decides: "who answers for a body's records" },
  TakePost: { ...ofTheUnit, never: ['appointed'], decides: 'who holds a post' },
  LeavePost: { ...ofTheUnit, decides: 'who holds a post no more' },
  LeaveOffice: { ...byAdministrator, unit: 'the units of its posts', decides: 'that the posts of an office end' },
} as const satisfies RolesOf<OrganisationCommand>
