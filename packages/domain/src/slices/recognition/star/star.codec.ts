/** The words of one volunteer's stars: stream `star-<volunteer>`. */
import type * as t from 'io-ts'
import { boolean, closed, Instant, list, literal, StreamVersion, variants, type Codec } from '@zhiyuan/kernel'
import { ApplicationId, OrderId, PersonId, PolicyVersion } from '../../../vocabulary/ids.ts'
import { mostRegistrations } from '../../people/humans/humans.codec.ts'
import { RecordRef } from '../../hours/record/record.codec.ts'
import { Count, Rating, Reason, Round, StarLevel } from '../../../vocabulary/values.ts'

const volunteer = { volunteer: PersonId }
const review = {
  ...volunteer,
  orderId: OrderId,
  round: Round,
  rating: Rating,
  /** Place of the review in the order's stream: of two of one round, the later one holds. */
  orderVersion: StreamVersion,
}
const application = { ...volunteer, applicationId: ApplicationId }
/** Records that a star rests on (W3). */
const records = list(RecordRef, 0, 20_000)
/** What somebody's service carried at a decision: counted minutes, the level they are enough for, and whether the reviews let it through. */
const carried = { minutes: Count, eligible: Count, gateOpen: boolean, records }
/** Which examination of a star it is, from 1: a decision ends one, and a late repeat of it does not end the next. */
const examination = { ...volunteer, examination: Count }
/** How many objections had been heard: who has not seen the last one cannot examine it. */
const heard = { heard: Count }

/** Whether the other registrations' stars were to be looked at too. */
const tell = { tell: boolean }

/** The final review of a round that the volunteer had a seat in (W11); a later one of the same round replaces it. */
export const ReviewNoted = closed({
  type: literal('ReviewNoted'),
  ...review,
})
export interface ReviewNoted extends t.TypeOf<typeof ReviewNoted> {}
/** The volunteer asked for a level. The policy in force now sets the thresholds and the gate until the application's end (G5). */
export const StarApplied = closed({
  type: literal('StarApplied'),
  ...application,
  level: StarLevel,
  policyVersion: PolicyVersion,
})
export interface StarApplied extends t.TypeOf<typeof StarApplied> {}
/** The star authority found the level carried by `minutes`, having heard every objection so far (W2). */
export const ApplicationExamined = closed({
  type: literal('ApplicationExamined'),
  ...application,
  ...heard,
  examiner: PersonId,
  minutes: Count,
})
export interface ApplicationExamined extends t.TypeOf<typeof ApplicationExamined> {}
/** Public notice: the grant waits until it has ended (W2). */
export const NoticeOpened = closed({
  type: literal('NoticeOpened'),
  ...application,
  ...heard,
  endsAt: Instant,
  assumed: boolean,
  policyVersion: PolicyVersion,
})
export interface NoticeOpened extends t.TypeOf<typeof NoticeOpened> {}
/** Somebody spoke up during the notice: the application is examined again (W2). */
export const ObjectionRaised = closed({
  type: literal('ObjectionRaised'),
  ...application,
  by: PersonId,
  reason: Reason,
})
export interface ObjectionRaised extends t.TypeOf<typeof ObjectionRaised> {}
/** Not granted, with the reason; a later application is a new one. */
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
/** The star, with the policy and the records that it rests on (W3). A level held before is superseded. */
export const StarGranted = closed({
  type: literal('StarGranted'),
  ...application,
  level: StarLevel,
  /** The level that this grant supersedes; 0 for none. */
  supersedes: Count,
  minutes: Count,
  policyVersion: PolicyVersion,
  records,
})
export interface StarGranted extends t.TypeOf<typeof StarGranted> {}
/** What the star rested on no longer carries it (W4); it is lowered or revoked only by a decision. */
export const StarPutUnderExamination = closed({
  type: literal('StarPutUnderExamination'),
  ...examination,
  level: StarLevel,
  minutes: Count,
  eligible: Count,
  gateOpen: boolean,
  /** Records that it rested on and that count no more. */
  lost: records,
  ...tell,
})
export interface StarPutUnderExamination extends t.TypeOf<typeof StarPutUnderExamination> {}
/** What other registrations of the same human hold or have applied for is carried no more: each is examined by itself (G2, W4, W12). */
export const StarsDoubted = closed({
  type: literal('StarsDoubted'),
  ...volunteer,
  others: list(PersonId, 1, mostRegistrations),
})
export interface StarsDoubted extends t.TypeOf<typeof StarsDoubted> {}
/** It stays, on what the volunteer has now: only a further loss puts it under examination again. */
export const StarUpheld = closed({
  type: literal('StarUpheld'),
  ...examination,
  level: StarLevel,
  reason: Reason,
  ...carried,
})
export interface StarUpheld extends t.TypeOf<typeof StarUpheld> {}
/** By decision, to a level that what is left carries (W4). */
export const StarLowered = closed({
  type: literal('StarLowered'),
  ...examination,
  from: StarLevel,
  level: StarLevel,
  reason: Reason,
  ...carried,
})
export interface StarLowered extends t.TypeOf<typeof StarLowered> {}
/** Taken away by decision: no star is left (W4). */
export const StarRevoked = closed({ type: literal('StarRevoked'), ...examination, level: StarLevel, reason: Reason })
export interface StarRevoked extends t.TypeOf<typeof StarRevoked> {}

/** Whatever can happen to a volunteer's stars. */
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

/** Sent by a process to everybody who had a seat in the reviewed round (W11). */
export const NoteReview = closed({ type: literal('NoteReview'), ...review })
export interface NoteReview extends t.TypeOf<typeof NoteReview> {}
/** By the volunteer alone, who is eligible now for that level and does not hold it (W2). */
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
 * Sent by a process after whatever may have taken something away, and after a grant (W4, W12); `tell` has the stars of the human's other
 * registrations looked at too.
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

/** Whatever may be asked of a volunteer's stars. */
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
