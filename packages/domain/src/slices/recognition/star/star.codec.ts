/** Commands and events of one volunteer's stars: stream `star-<volunteer>`. */
import type * as t from 'io-ts'
import { boolean, closed, Instant, list, literal, nullable, StreamVersion, variants, type Codec } from '@zhiyuan/kernel'
import { ApplicationId, OrderId, PersonId, PolicyVersion } from '../../../vocabulary/ids.ts'
import { TermName } from '../../organisation/policy/term.codec.ts'
import { mostRegistrations } from '../../people/humans/humans.codec.ts'
import { RecordRef } from '../../hours/record/record.codec.ts'
import { Count, Rating, Reason, Round, StarLevel } from '../../../vocabulary/values.ts'

const volunteer = { volunteer: PersonId }
const review = {
  ...volunteer,
  orderId: OrderId,
  round: Round,
  /** Null: the final review is one of the own team, which is out of the score (O9). */
  rating: nullable(Rating),
  reviewer: PersonId,
  /** Place of the review in the order's stream: of two reviews of one round, the later one holds. */
  orderVersion: StreamVersion,
}
const application = { ...volunteer, applicationId: ApplicationId }
/** `policyVersion` sets the thresholds; `guardVersion` the share of `manual` minutes and the gate, which no later policy makes laxer (G5). */
const cited = { policyVersion: PolicyVersion, guardVersion: PolicyVersion }
/** The terms that guard truth and are laxer than their default, in that policy or in one of the days of a counted record, as `section.term` (G5). */
const laxer = list(TermName, 0, 100)
/** Records that a star rests on (W3). */
const records = list(RecordRef, 0, 20_000)
/** What a person's service carried at a decision: counted minutes, how many of them `manual` (W1), the level they reach, and whether the reviews pass the gate. */
const carried = { minutes: Count, manual: Count, eligible: Count, gateOpen: boolean, records }
/** The number of the examination of a star, from 1. A decision ends one, and a late repeat of it does not end the next. */
const examination = { ...volunteer, examination: Count }
/** How many objections were heard: an examiner who has not seen the last one cannot examine. */
const heard = { heard: Count }

/** Whether the stars of the other registrations are to be examined too. */
const tell = { tell: boolean }

/** The final review of a round in which the volunteer had a seat or has minutes (W11); a later one of the same round replaces it. */
export const ReviewNoted = closed({
  type: literal('ReviewNoted'),
  ...review,
})
export interface ReviewNoted extends t.TypeOf<typeof ReviewNoted> {}
/** The volunteer applied for a level. The policy in force now sets the thresholds and the gate until the application ends (G5). */
export const StarApplied = closed({
  type: literal('StarApplied'),
  ...application,
  level: StarLevel,
  ...cited,
})
export interface StarApplied extends t.TypeOf<typeof StarApplied> {}
/** The star authority found that `minutes` carry the level, and heard every objection so far (W2). */
export const ApplicationExamined = closed({
  type: literal('ApplicationExamined'),
  ...application,
  ...heard,
  examiner: PersonId,
  minutes: Count,
  manual: Count,
})
export interface ApplicationExamined extends t.TypeOf<typeof ApplicationExamined> {}
/** The application is on public notice: the grant waits until that has ended (W2). */
export const NoticeOpened = closed({
  type: literal('NoticeOpened'),
  ...application,
  ...heard,
  openedAt: Instant,
  endsAt: Instant,
  assumed: boolean,
  policyVersion: PolicyVersion,
})
export interface NoticeOpened extends t.TypeOf<typeof NoticeOpened> {}
/** A person objected during the notice: the application is examined again (W2). */
export const ObjectionRaised = closed({
  type: literal('ObjectionRaised'),
  ...application,
  by: PersonId,
  reason: Reason,
})
export interface ObjectionRaised extends t.TypeOf<typeof ObjectionRaised> {}
/** The application was refused, with the reason; the volunteer may apply again. */
export const ApplicationRefused = closed({ type: literal('ApplicationRefused'), ...application, reason: Reason })
export interface ApplicationRefused extends t.TypeOf<typeof ApplicationRefused> {}
/** Eligibility was lost before the grant (W12). */
export const ApplicationLapsed = closed({
  type: literal('ApplicationLapsed'),
  ...application,
  level: StarLevel,
  eligible: Count,
  ...tell,
})
export interface ApplicationLapsed extends t.TypeOf<typeof ApplicationLapsed> {}
/** The star was granted, with the policies and all counted records on which it rests (W3); `manual` minutes are shown apart (W1). It supersedes a level held before. */
export const StarGranted = closed({
  type: literal('StarGranted'),
  ...application,
  level: StarLevel,
  /** The level that this grant supersedes; 0 for none. */
  supersedes: Count,
  minutes: Count,
  manual: Count,
  ...cited,
  laxer,
  records,
})
export interface StarGranted extends t.TypeOf<typeof StarGranted> {}
/** The records and reviews of a star no longer carry it (W4); only a decision lowers or revokes it. */
export const StarPutUnderExamination = closed({
  type: literal('StarPutUnderExamination'),
  ...examination,
  level: StarLevel,
  minutes: Count,
  manual: Count,
  eligible: Count,
  gateOpen: boolean,
  /** Records on which it rested and that no longer count. */
  lost: records,
  ...tell,
})
export interface StarPutUnderExamination extends t.TypeOf<typeof StarPutUnderExamination> {}
/** Other registrations of the same human have an application or star that is no longer carried: each examines its own (G2, W4, W12). */
export const StarsDoubted = closed({
  type: literal('StarsDoubted'),
  ...volunteer,
  others: list(PersonId, 1, mostRegistrations),
})
export interface StarsDoubted extends t.TypeOf<typeof StarsDoubted> {}
/** The star stays, on the service that there is now: only a further loss puts it under examination again. */
export const StarUpheld = closed({
  type: literal('StarUpheld'),
  ...examination,
  level: StarLevel,
  reason: Reason,
  ...carried,
})
export interface StarUpheld extends t.TypeOf<typeof StarUpheld> {}
/** A decision lowered the star to a level that the remaining service carries (W4). */
export const StarLowered = closed({
  type: literal('StarLowered'),
  ...examination,
  from: StarLevel,
  level: StarLevel,
  reason: Reason,
  ...carried,
})
export interface StarLowered extends t.TypeOf<typeof StarLowered> {}
/** A decision took the star away: none is left (W4). */
export const StarRevoked = closed({ type: literal('StarRevoked'), ...examination, level: StarLevel, reason: Reason })
export interface StarRevoked extends t.TypeOf<typeof StarRevoked> {}

/** All events of a volunteer's stars. */
export const StarEvent: Codec<StarEvent> = variants('StarEvent', [
  ReviewNoted,
  StarApplied,
  ApplicationExamined,
  NoticeOpened,
  ObjectionRaised,
  ApplicationRefused,
  ApplicationLapsed,
  StarGranted,
  StarPutUnderExamination,
  StarsDoubted,
  StarUpheld,
  StarLowered,
  StarRevoked,
])
export type StarEvent =
  | ReviewNoted
  | StarApplied
  | ApplicationExamined
  | NoticeOpened
  | ObjectionRaised
  | ApplicationRefused
  | ApplicationLapsed
  | StarGranted
  | StarPutUnderExamination
  | StarsDoubted
  | StarUpheld
  | StarLowered
  | StarRevoked

/** Sent by a process to each volunteer who had a seat in the reviewed round (W11). */
export const NoteReview = closed({ type: literal('NoteReview'), ...review })
export interface NoteReview extends t.TypeOf<typeof NoteReview> {}
/** By the volunteer alone. Refused unless eligible now for that level, and where it is held already (W2). */
export const ApplyForStar = closed({ type: literal('ApplyForStar'), ...application, level: StarLevel })
export interface ApplyForStar extends t.TypeOf<typeof ApplyForStar> {}
/** By the star authority, never about itself. Refused where the level is not carried (W12) or an objection was not heard. */
export const ExamineApplication = closed({ type: literal('ExamineApplication'), ...application, ...heard })
export interface ExamineApplication extends t.TypeOf<typeof ExamineApplication> {}
/** By the star authority, never about itself, once examined with every objection heard (W2). */
export const OpenNotice = closed({ type: literal('OpenNotice'), ...application, ...heard })
export interface OpenNotice extends t.TypeOf<typeof OpenNotice> {}
/** By any person, until the notice ends (W2). */
export const RaiseObjection = closed({ type: literal('RaiseObjection'), ...application, reason: Reason })
export interface RaiseObjection extends t.TypeOf<typeof RaiseObjection> {}
/** By the star authority, never about itself, once examined and before the notice. */
export const RefuseApplication = closed({ type: literal('RefuseApplication'), ...application, reason: Reason })
export interface RefuseApplication extends t.TypeOf<typeof RefuseApplication> {}
/** By the star authority, never about itself, after the notice has ended (W2); refused where eligibility is lost (W12). */
export const GrantStar = closed({ type: literal('GrantStar'), ...application })
export interface GrantStar extends t.TypeOf<typeof GrantStar> {}
/**
 * Sent by a process after an event that may have taken something away, and after a grant (W4, W12). With `tell` the stars of the human's
 * other registrations are examined too.
 */
export const ReexamineStar = closed({ type: literal('ReexamineStar'), ...volunteer, ...tell })
export interface ReexamineStar extends t.TypeOf<typeof ReexamineStar> {}
/** By the star authority, never about itself: ends the examination with the star as it is (W4). */
export const UpholdStar = closed({ type: literal('UpholdStar'), ...examination, reason: Reason })
export interface UpholdStar extends t.TypeOf<typeof UpholdStar> {}
/** By the star authority, never about itself, to a lower level that the volunteer is eligible for (W4). */
export const LowerStar = closed({ type: literal('LowerStar'), ...examination, level: StarLevel, reason: Reason })
export interface LowerStar extends t.TypeOf<typeof LowerStar> {}
/** By the star authority, never about itself: ends the examination with no star (W4). */
export const RevokeStar = closed({ type: literal('RevokeStar'), ...examination, reason: Reason })
export interface RevokeStar extends t.TypeOf<typeof RevokeStar> {}

/** All commands about a volunteer's stars. */
export const StarCommand: Codec<StarCommand> = variants('StarCommand', [
  NoteReview,
  ApplyForStar,
  ExamineApplication,
  OpenNotice,
  RaiseObjection,
  RefuseApplication,
  GrantStar,
  ReexamineStar,
  UpholdStar,
  LowerStar,
  RevokeStar,
])
export type StarCommand =
  | NoteReview
  | ApplyForStar
  | ExamineApplication
  | OpenNotice
  | RaiseObjection
  | RefuseApplication
  | GrantStar
  | ReexamineStar
  | UpholdStar
  | LowerStar
  | RevokeStar
