/** Events of the day of service: a time set later, seats lost before it, and a later due date. */
import type * as t from 'io-ts'
import { boolean, closed, Instant, literal, LocalDay, nullable } from '@zhiyuan/kernel'
import { PersonId, PolicyVersion, TeamId, UnitId } from '../../../vocabulary/ids.ts'
import { Interval, Reason } from '../../../vocabulary/values.ts'
import { keyFields } from './event.fields.ts'
import { ExtensionBy, ReviewerKind, ServiceDay, TimeSetBy } from './order.values.ts'

/** An order that was accepted without a time has one; seats may be taken from now on (O22, A1). */
export const ServiceTimeSet = closed({
  type: literal('ServiceTimeSet'),
  ...keyFields,
  teamId: TeamId,
  planned: Interval,
  by: TimeSetBy,
  /** Null: a day that was granted stays the due date (O27). */
  day: nullable(ServiceDay),
})
export interface ServiceTimeSet extends t.TypeOf<typeof ServiceTimeSet> {}
/** The requester's side agreed to the time: its day is the due date of the round, also if another team serves then (O22). */
export const ServiceTimeAgreed = closed({
  type: literal('ServiceTimeAgreed'),
  ...keyFields,
  by: ReviewerKind,
  planned: Interval,
  day: ServiceDay,
})
export interface ServiceTimeAgreed extends t.TypeOf<typeof ServiceTimeAgreed> {}
/** The last cleared seat is gone: the order waits for volunteers, at its team and its handler, and is open again at `refillAt` (O25). */
export const LastSeatLost = closed({
  type: literal('LastSeatLost'),
  ...keyFields,
  teamId: TeamId,
  planned: Interval,
  /** Null: the policy leaves the order with its team. */
  refillAt: nullable(Instant),
  policyVersion: PolicyVersion,
})
export interface LastSeatLost extends t.TypeOf<typeof LastSeatLost> {}

/** The unit that asked: one above it answers, by the tree of that time, and at the top two together (O27, G8). */
const extensionFields = { ...keyFields, asker: UnitId }
/** The handler asked for a later due date, once a round (O27). */
export const ExtensionAsked = closed({
  type: literal('ExtensionAsked'),
  ...extensionFields,
  /** Who asked, and therefore does not answer (G7). */
  by: PersonId,
  /** The due date as it is. */
  from: Instant,
  /** The day asked for, and its midnight. */
  day: LocalDay,
  to: Instant,
  reason: Reason,
  askedAt: Instant,
  answerBy: Instant,
  /** The end rests on a calendar year that is not adopted yet. */
  assumed: boolean,
  policyVersion: PolicyVersion,
})
export interface ExtensionAsked extends t.TypeOf<typeof ExtensionAsked> {}
/** The round has a later due date; both are kept (O27). */
export const ExtensionGranted = closed({
  type: literal('ExtensionGranted'),
  ...extensionFields,
  from: Instant,
  to: Instant,
  by: ExtensionBy,
})
export interface ExtensionGranted extends t.TypeOf<typeof ExtensionGranted> {}
/** The due date stays as it was: refused, or no answer came in time, and then `by` is null (O27). */
export const ExtensionRefused = closed({
  type: literal('ExtensionRefused'),
  ...extensionFields,
  from: Instant,
  to: Instant,
  answerBy: Instant,
  by: nullable(ExtensionBy),
})
export interface ExtensionRefused extends t.TypeOf<typeof ExtensionRefused> {}
