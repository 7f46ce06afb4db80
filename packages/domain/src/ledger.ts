/** Everything that the ledger can be asked and everything that can have happened: the unions over all slices. */
import type { AssignmentCommand, AssignmentEvent } from './assignment/assignment.codec.ts'
import type { NeedCommand, NeedEvent } from './need/need.codec.ts'
import type { OrderCommand, OrderEvent } from './order/order.codec.ts'
import type { OrganisationCommand, OrganisationEvent } from './organisation/organisation.codec.ts'
import type { PointsCommand, PointsEvent } from './points/points.codec.ts'
import type { PolicyCommand, PolicyEvent } from './policy/policy.codec.ts'
import type { RosterCommand, RosterEvent } from './roster/roster.codec.ts'
import type { ServiceCommand, ServiceEvent } from './service/service.codec.ts'
import type { StarCommand, StarEvent } from './star/star.codec.ts'
import type { TeamCommand, TeamEvent } from './team/team.codec.ts'
import type { NumberCommand, NumberEvent, VolunteerCommand, VolunteerEvent } from './volunteer/volunteer.codec.ts'

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
  | ServiceCommand
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
  | ServiceEvent
  | PointsEvent
  | StarEvent
