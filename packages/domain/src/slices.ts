/** Everything that a runtime needs of the domain, wired once: slices, processes and views. */
import { assignment } from './slices/attendance/assignment/index.ts'
import type { AssignmentRejection } from './slices/attendance/assignment/assignment.rejection.ts'
import { need } from './slices/requests/need/index.ts'
import type { NeedRejection } from './slices/requests/need/need.rejection.ts'
import { order } from './slices/requests/order/index.ts'
import type { OrderRejection } from './slices/requests/order/order.rejection.ts'
import { organisation } from './slices/organisation/units/index.ts'
import type { OrganisationRejection } from './slices/organisation/units/units.rejection.ts'
import { points } from './slices/recognition/points/index.ts'
import type { PointsRejection } from './slices/recognition/points/points.rejection.ts'
import { policy } from './policy.ts'
import type { PolicyRejection } from './slices/organisation/policy/index.ts'
import { figureViews } from './views/index.ts'
import { loopViews } from './views/loop.ts'
import { roster, type RosterRejection } from './slices/organisation/roster/index.ts'
import { record } from './slices/hours/record/index.ts'
import type { RecordRejection } from './slices/hours/record/record.rejection.ts'
import { star } from './slices/recognition/star/index.ts'
import type { StarRejection } from './slices/recognition/star/star.rejection.ts'
import { team, type TeamRejection } from './slices/organisation/team/index.ts'
import {
  volunteer,
  volunteerNumber,
  type NumberRejection,
  type VolunteerRejection,
} from './slices/people/volunteer/index.ts'

/** Why the domain refuses a command: data only, told apart by `type`. */
export type LedgerRejection =
  | AssignmentRejection
  | NeedRejection
  | NumberRejection
  | OrderRejection
  | OrganisationRejection
  | PointsRejection
  | PolicyRejection
  | RosterRejection
  | RecordRejection
  | StarRejection
  | TeamRejection
  | VolunteerRejection

/** Every decider with its words. */
export const slices = [
  organisation,
  policy,
  roster,
  team,
  volunteer,
  volunteerNumber,
  need,
  order,
  assignment,
  record,
  points,
  star,
] as const

export { processes } from './processes/index.ts'

/** What is read of the log: rows for lists, passbooks and figures. */
export const views = [...loopViews, ...figureViews] as const
