import { roles } from '../../../vocabulary/values.ts'
import type { RolesOf } from '../../organisation/permit.ts'
import type { SheetCommand } from './sheet.codec.ts'

/** H7, G7: not who stands on the sheet or entered or signed it, nor who asked for the service. */
const byThird = {
  roles: [roles.approver],
  where: 'own-or-above',
  unit: 'the unit that answers for the body, where the post is held',
  persons: [],
  never: ['volunteer', 'requester', 'contact', 'proxy', 'recorder', 'responsible'],
} as const

export const sheetRoles = {
  EnterSheet: {
    roles: [roles.recorder, roles.clerk],
    where: 'own',
    unit: "the unit of the organiser's body",
    persons: [],
    never: ['volunteer'],
    decides: 'what a paper list says; above where no one else is left (H16)',
  },
  ApproveSheet: { ...byThird, where: 'own-or-unit-above', decides: 'that its lines count, and their grade' },
  ReturnSheet: { ...byThird, decides: 'that it is entered again' },
  RejectSheet: { ...byThird, decides: 'that its lines never count' },
} as const satisfies RolesOf<SheetCommand>
