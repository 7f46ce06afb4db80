/** Everything that a runtime needs of the domain, wired once: slices, processes and views. */
import { need } from './need/index.ts'
import type { NeedRejection } from './need/need.rejection.ts'
import { order } from './order/index.ts'
import type { OrderRejection } from './order/order.rejection.ts'
import { organisation } from './organisation/index.ts'
import type { OrganisationRejection } from './organisation/organisation.rejection.ts'
import { points } from './points/index.ts'
import type { PointsRejection } from './points/points.rejection.ts'
import { policy, type PolicyRejection } from './policy/index.ts'
import { loopViews } from './projections/loop.ts'
import { roster, type RosterRejection } from './roster/index.ts'
import { team, type TeamRejection } from './team/index.ts'
import { volunteer, volunteerNumber, type NumberRejection, type VolunteerRejection } from './volunteer/index.ts'

/** Why the domain refuses a command: data only, told apart by `type`. */
export type LedgerRejection =
  | NeedRejection
  | NumberRejection
  | OrderRejection
  | OrganisationRejection
  | PointsRejection
  | PolicyRejection
  | RosterRejection
  | TeamRejection
  | VolunteerRejection

/** Every decider with its words. */
export const slices = [organisation, policy, roster, team, volunteer, volunteerNumber, need, order, points] as const

/** What follows from events by itself: commands and clocks. */
export const processes = [] as const

/** What is read of the log: rows for lists, passbooks and figures. */
export const views = [...loopViews] as const
