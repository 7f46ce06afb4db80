/** Who may do what to whom: one row for each command of people (G4, G7, G8). */
import { assignmentRoles } from './slices/attendance/assignment/assignment.roles.ts'
import { headCountRoles } from './slices/attendance/head-count/head-count.roles.ts'
import { rollCallRoles } from './slices/attendance/roll-call/roll-call.roles.ts'
import { sessionRoles } from './slices/attendance/session/session.roles.ts'
import { burstRoles } from './slices/hours/burst/burst.roles.ts'
import { watchRoles } from './slices/hours/watch/watch.roles.ts'
import { recordRoles } from './slices/hours/record/record.roles.ts'
import { sheetRoles } from './slices/hours/sheet/sheet.roles.ts'
import { ledgerRoles } from './slices/organisation/ledger/ledger.roles.ts'
import type { Permit } from './slices/organisation/permit.ts'
import { policyRoles } from './slices/organisation/policy/policy.roles.ts'
import { proposalRoles } from './slices/organisation/proposal/proposal.roles.ts'
import { rosterRoles } from './slices/organisation/roster/roster.roles.ts'
import { teamRoles } from './slices/organisation/team/team.roles.ts'
import { unitRoles } from './slices/organisation/units/units.roles.ts'
import { humansRoles } from './slices/people/humans/humans.roles.ts'
import { numberRoles, volunteerRoles } from './slices/people/volunteer/volunteer.roles.ts'
import { pointsRoles } from './slices/recognition/points/points.roles.ts'
import { starRoles } from './slices/recognition/star/star.roles.ts'
import { needRoles } from './slices/requests/need/need.roles.ts'
import { orderRoles } from './slices/requests/order/order.roles.ts'
import type { PersonCommand } from './process-commands.ts'

export {
  concerns,
  relations,
  standpoints,
  type Part,
  type Permit,
  type Relation,
} from './slices/organisation/permit.ts'

/** The table. It does not compile while a command of people has no row. */
export const roleTable: Readonly<Record<PersonCommand['type'], Permit>> = {
  ...ledgerRoles,
  ...unitRoles,
  ...policyRoles,
  ...rosterRoles,
  ...proposalRoles,
  ...teamRoles,
  ...volunteerRoles,
  ...numberRoles,
  ...humansRoles,
  ...needRoles,
  ...orderRoles,
  ...assignmentRoles,
  ...sessionRoles,
  ...headCountRoles,
  ...rollCallRoles,
  ...recordRoles,
  ...sheetRoles,
  ...burstRoles,
  ...watchRoles,
  ...pointsRoles,
  ...starRoles,
}
