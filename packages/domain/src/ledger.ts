/** Everything that the ledger can be asked and everything that can have happened: the unions over all slices. */
import type { AssignmentCommand, AssignmentEvent } from './slices/attendance/assignment/assignment.codec.ts'
import type { NeedCommand, NeedEvent } from './slices/requests/need/need.codec.ts'
import type { OrderCommand, OrderEvent } from './slices/requests/order/order.codec.ts'
import type { OrganisationCommand, OrganisationEvent } from './slices/organisation/units/units.codec.ts'
import type { PointsCommand, PointsEvent } from './slices/recognition/points/points.codec.ts'
import type { PolicyCommand } from './policy.ts'
import type { PolicyEvent } from './slices/organisation/policy/policy.codec.ts'
import type { RosterCommand, RosterEvent } from './slices/organisation/roster/roster.codec.ts'
import type { RecordCommand, RecordEvent } from './slices/hours/record/record.codec.ts'
import type { StarCommand, StarEvent } from './slices/recognition/star/star.codec.ts'
import type { TeamCommand, TeamEvent } from './slices/organisation/team/team.codec.ts'
import type {
  NumberCommand,
  NumberEvent,
  VolunteerCommand,
  VolunteerEvent,
} from './slices/people/volunteer/volunteer.codec.ts'

export type LedgerCommand =
  | OrganisationCommand
  | PolicyCommand
  | RosterCommand
  | TeamCommand
  | VolunteerCommand
  | NumberCommand
  | NeedCommand
  | OrderCommand
  | AssignmentCommand
  | RecordCommand
  | PointsCommand
  | StarCommand

export type LedgerEvent =
  | OrganisationEvent
  | PolicyEvent
  | RosterEvent
  | TeamEvent
  | VolunteerEvent
  | NumberEvent
  | NeedEvent
  | OrderEvent
  | AssignmentEvent
  | RecordEvent
  | PointsEvent
  | StarEvent
