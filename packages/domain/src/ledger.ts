/**
 * All commands, all events and all rejections: the unions over all slices. `slices.ts` does not compile while a slice is missing from one
 * of them.
 */
import type { EnvelopeOf } from '@zhiyuan/kernel'
import type { AssignmentCommand, AssignmentEvent } from './slices/attendance/assignment/assignment.codec.ts'
import type { AssignmentRejection } from './slices/attendance/assignment/assignment.rejection.ts'
import type { DiaryRejection } from './slices/attendance/diary/diary.decide.ts'
import type { DiaryCommand, DiaryEvent } from './slices/attendance/diary/diary.codec.ts'
import type { FoundingRejection } from './slices/organisation/ledger/ledger.decide.ts'
import type { HeadCountRejection } from './slices/attendance/head-count/head-count.decide.ts'
import type { HumansRejection } from './slices/people/humans/humans.rejection.ts'
import type { NeedRejection } from './slices/requests/need/need.rejection.ts'
import type { OrderRejection } from './slices/requests/order/order.rejection.ts'
import type { OrganisationRejection } from './slices/organisation/units/units.rejection.ts'
import type { PointsRejection } from './slices/recognition/points/points.rejection.ts'
import type { ProposalRejection } from './slices/organisation/proposal/proposal.decide.ts'
import type { PolicyRejection } from './slices/organisation/policy/policy.decide.ts'
import type { RecordRejection } from './slices/hours/record/record.rejection.ts'
import type { RosterRejection } from './slices/organisation/roster/roster.decide.ts'
import type { RollCallRejection } from './slices/attendance/roll-call/roll-call.rejection.ts'
import type { SessionRejection } from './slices/attendance/session/session.rejection.ts'
import type { SheetRejection } from './slices/hours/sheet/sheet.rejection.ts'
import type { WatchRejection } from './slices/hours/watch/watch.decide.ts'
import type { BurstRejection } from './slices/hours/burst/burst.rejection.ts'
import type { StarRejection } from './slices/recognition/star/star.rejection.ts'
import type { TeamRejection } from './slices/organisation/team/team.rejection.ts'
import type { NumberRejection, VolunteerRejection } from './slices/people/volunteer/volunteer.rejection.ts'
import type { FoundingCommand, FoundingEvent } from './slices/organisation/ledger/ledger.codec.ts'
import type { HumansCommand, HumansEvent } from './slices/people/humans/humans.codec.ts'
import type { NeedCommand, NeedEvent } from './slices/requests/need/need.codec.ts'
import type { OrderCommand, OrderEvent } from './slices/requests/order/order.codec.ts'
import type { OrganisationCommand, OrganisationEvent } from './slices/organisation/units/units.codec.ts'
import type { PointsCommand, PointsEvent } from './slices/recognition/points/points.codec.ts'
import type { ProposalCommand, ProposalEvent } from './slices/organisation/proposal/proposal.codec.ts'
import type { PolicyCommand } from './policy.ts'
import type { PolicyEvent } from './slices/organisation/policy/policy.codec.ts'
import type { RosterCommand, RosterEvent } from './slices/organisation/roster/roster.codec.ts'
import type { SessionCommand, SessionEvent } from './slices/attendance/session/session.codec.ts'
import type { HeadCountCommand, HeadCountEvent } from './slices/attendance/head-count/head-count.codec.ts'
import type { RollCallCommand, RollCallEvent } from './slices/attendance/roll-call/roll-call.codec.ts'
import type { RecordCommand, RecordEvent } from './slices/hours/record/record.codec.ts'
import type { SheetCommand, SheetEvent } from './slices/hours/sheet/sheet.codec.ts'
import type { WatchCommand, WatchEvent } from './slices/hours/watch/watch.codec.ts'
import type { BurstCommand, BurstEvent } from './slices/hours/burst/burst.codec.ts'
import type { StarCommand, StarEvent } from './slices/recognition/star/star.codec.ts'
import type { TeamCommand, TeamEvent } from './slices/organisation/team/team.codec.ts'
import type {
  NumberCommand,
  NumberEvent,
  VolunteerCommand,
  VolunteerEvent,
} from './slices/people/volunteer/volunteer.codec.ts'

export type LedgerCommand =
  | FoundingCommand
  | OrganisationCommand
  | PolicyCommand
  | RosterCommand
  | ProposalCommand
  | TeamCommand
  | VolunteerCommand
  | HumansCommand
  | NumberCommand
  | NeedCommand
  | OrderCommand
  | AssignmentCommand
  | SessionCommand
  | HeadCountCommand
  | RollCallCommand
  | RecordCommand
  | SheetCommand
  | BurstCommand
  | WatchCommand
  | PointsCommand
  | StarCommand
  | DiaryCommand

export type LedgerEvent =
  | FoundingEvent
  | OrganisationEvent
  | PolicyEvent
  | RosterEvent
  | ProposalEvent
  | TeamEvent
  | VolunteerEvent
  | HumansEvent
  | NumberEvent
  | NeedEvent
  | OrderEvent
  | AssignmentEvent
  | SessionEvent
  | HeadCountEvent
  | RollCallEvent
  | RecordEvent
  | SheetEvent
  | BurstEvent
  | WatchEvent
  | PointsEvent
  | StarEvent
  | DiaryEvent

/** Why the domain refuses a command: a union of data that differ by `type`. */
export type LedgerRejection =
  | AssignmentRejection
  | DiaryRejection
  | BurstRejection
  | FoundingRejection
  | HeadCountRejection
  | HumansRejection
  | NeedRejection
  | NumberRejection
  | OrderRejection
  | OrganisationRejection
  | PointsRejection
  | PolicyRejection
  | ProposalRejection
  | RosterRejection
  | RecordRejection
  | RollCallRejection
  | SessionRejection
  | SheetRejection
  | StarRejection
  | TeamRejection
  | VolunteerRejection
  | WatchRejection

/**
 * The envelope of an event of the ledger; a check of `type` narrows `data`.
 *
 * @example
 * if (envelope.type === 'SeatTaken') show(envelope.data.volunteer, envelope.recordedAt)
 */
export type LedgerEnvelope = EnvelopeOf<LedgerEvent>
