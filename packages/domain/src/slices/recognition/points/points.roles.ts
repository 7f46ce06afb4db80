import { roles } from '../../../vocabulary/values.ts'
import { byNoOffice, type RolesOf } from '../../organisation/permit.ts'
import type { PointsCommand } from './points.codec.ts'

export const pointsRoles = {
  RedeemPoints: { ...byNoOffice, persons: ['volunteer'], decides: 'that own points are spent' },
  CancelRedemption: {
    roles: [roles.clerk],
    where: 'own-or-above',
    unit: 'the home of the volunteer',
    persons: [],
    never: ['volunteer'],
    decides: 'that points are credited again',
  },
} as const satisfies RolesOf<PointsCommand>
