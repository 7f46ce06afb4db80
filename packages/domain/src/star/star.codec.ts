/** The words of one volunteer's stars: stream `star-<volunteer>`. */
import * as t from 'io-ts'
import { boolean, closed, Instant, list, literal, variants } from '@zhiyuan/kernel'
import { ApplicationId, OrderId, PersonId, PolicyVersion, RecordId } from '../ids.ts'
import { Count, Minutes, Rating, Reason, Round, StarLevel } from '../words.ts'

const volunteer = { volunteer: PersonId }
const application = { ...volunteer, applicationId: ApplicationId }
/** Records a grant rests on (W3). */
const records = list(RecordId, 0, 5000)

/** The final review of a round that the volunteer had a seat in (W11); a later one of the same round replaces it. */
export const ReviewNoted = closed({
  type: literal('ReviewNoted'),
  ...volunteer,
  orderId: OrderId,
  round: Round,
  rating: Rating,
})
export const StarApplied = closed({ type: literal('StarApplied'), ...application, level: StarLevel })
export const ApplicationExamined = closed({
  type: literal('ApplicationExamined'),
  ...application,
  examiner: PersonId,
  minutes: Minutes,
})
/** Public notice: the grant waits until it has ended (W2). */
export const NoticeOpened = closed({
  type: literal('NoticeOpened'),
  ...application,
  endsAt: Instant,
  assumed: boolean,
  policyVersion: PolicyVersion,
})
export const ObjectionRaised = closed({
  type: literal('ObjectionRaised'),
  ...application,
  by: PersonId,
  reason: Reason,
})
export const ApplicationRefused = closed({ type: literal('ApplicationRefused'), ...application, reason: Reason })
/** Eligibility was lost before the grant (W12). */
export const ApplicationLapsed = closed({
  type: literal('ApplicationLapsed'),
  ...application,
  level: StarLevel,
  eligible: Count,
})
export const StarGranted = closed({
  type: literal('StarGranted'),
  ...application,
  level: StarLevel,
  /** The level that this grant supersedes; 0 for none. */
  supersedes: Count,
  minutes: Minutes,
  policyVersion: PolicyVersion,
  records,
})
/** What the star rested on no longer carries it (W4); it is lowered or revoked only by a decision. */
export const StarPutUnderExamination = closed({
  type: literal('StarPutUnderExamination'),
  ...volunteer,
  level: StarLevel,
  eligible: Count,
  lost: records,
})
export const StarUpheld = closed({ type: literal('StarUpheld'), ...volunteer, level: StarLevel, reason: Reason })
export const StarLowered = closed({
  type: literal('StarLowered'),
  ...volunteer,
  from: StarLevel,
  level: StarLevel,
  reason: Reason,
  records,
})
export const StarRevoked = closed({ type: literal('StarRevoked'), ...volunteer, level: StarLevel, reason: Reason })

export const StarEvent = variants('StarEvent', [
  ReviewNoted,
  StarApplied,
  ApplicationExamined,
  NoticeOpened,
  ObjectionRaised,
  ApplicationRefused,
  ApplicationLapsed,
  StarGranted,
  StarPutUnderExamination,
  StarUpheld,
  StarLowered,
  StarRevoked,
])
export type StarEvent = t.TypeOf<typeof StarEvent>

/** Sent by a process. */
export const NoteReview = closed({
  type: literal('NoteReview'),
  ...volunteer,
  orderId: OrderId,
  round: Round,
  rating: Rating,
})
export const ApplyForStar = closed({ type: literal('ApplyForStar'), ...application, level: StarLevel })
export const ExamineApplication = closed({ type: literal('ExamineApplication'), ...application })
export const OpenNotice = closed({ type: literal('OpenNotice'), ...application })
export const RaiseObjection = closed({ type: literal('RaiseObjection'), ...application, reason: Reason })
export const RefuseApplication = closed({ type: literal('RefuseApplication'), ...application, reason: Reason })
export const GrantStar = closed({ type: literal('GrantStar'), ...application })
/** Sent by a process after a void, a suspension or a correction, and after a grant (W4, W12). */
export const ReexamineStar = closed({ type: literal('ReexamineStar'), ...volunteer })
export const UpholdStar = closed({ type: literal('UpholdStar'), ...volunteer, reason: Reason })
export const LowerStar = closed({ type: literal('LowerStar'), ...volunteer, level: StarLevel, reason: Reason })
export const RevokeStar = closed({ type: literal('RevokeStar'), ...volunteer, reason: Reason })

export const StarCommand = variants('StarCommand', [
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
export type StarCommand = t.TypeOf<typeof StarCommand>
