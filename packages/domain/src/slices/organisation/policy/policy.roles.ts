import { roles } from '../../../vocabulary/values.ts'
import type { RolesOf } from '../permit.ts'
import type { PolicyCommandOf } from './policy.codec.ts'

const atTheTop = { roles: [roles.administrator], where: 'top', unit: 'the top', persons: [], never: [] } as const

/** They hold for all, name their source, and are in no one's favour: laxer terms are told wherever they matter (G5). */
export const policyRoles = {
  AdoptPolicy: { ...atTheTop, decides: 'the terms of the rules from a day on' },
  AdoptCalendarYear: { ...atTheTop, decides: 'the working days of a year' },
  PublishPopulation: { ...atTheTop, decides: 'how many people live in a unit, by a named source' },
} as const satisfies RolesOf<PolicyCommandOf>
