/** Everything that a runtime needs of the domain, wired once: slices, processes and views. */
import { assignment } from './assignment/index.ts'
import type { AssignmentRejection } from './assignment/assignment.rejection.ts'
import { need } from './need/index.ts'
import type { NeedRejection } from './need/need.rejection.ts'
import { order } from './order/index.ts'
import type { OrderRejection } from './order/order.rejection.ts'
import { organisation } from './organisation/index.ts'
import type { OrganisationRejection } from './organisation/organisation.rejection.ts'
import { points } from './points/index.ts'
import type { PointsRejection } from './points/points.rejection.ts'
import { policy, type PolicyRejection } from './policy/index.ts'
import { closeUnits } from './processes/close-units.ts'
import { loopProcesses } from './processes/loop.ts'
import { rewardProcesses } from './processes/reward.ts'
import { serviceProcesses } from './processes/service.ts'
import { figureViews } from './projections/index.ts'
import { loopViews } from './projections/loop.ts'
import { roster, type RosterRejection } from './roster/index.ts'
import { service } from './service/index.ts'
import type { ServiceRejection } from './service/service.rejection.ts'
import { star } from './star/index.ts'
import type { StarRejection } from './star/star.rejection.ts'
import { team, type TeamRejection } from './team/index.ts'
import { volunteer, volunteerNumber, type NumberRejection, type VolunteerRejection } from './volunteer/index.ts'

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
  | ServiceRejection
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
  service,
  points,
  star,
] as const

/** What follows from events by itself: commands and clocks. */
export const processes = [closeUnits, ...loopProcesses, ...serviceProcesses, ...rewardProcesses] as const

/** What is read of the log: rows for lists, passbooks and figures. */
export const views = [...loopViews, ...figureViews] as const
