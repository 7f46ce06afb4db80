/**
 * Who reviews and follows up an order, and with what outcome it is closed (O7, O9, O24).
 *
 * Choice: which review is final is told by the star oracle; here an `own team` review stands in the row with the others, because it closes and makes
 * the outcome. It is out of I08 and W11 alone.
 * Choice: persons are humans, so a second number opens nothing. A performer may not review even for the own need; neither may the leader.
 * Choice: "a member whose own need it is" is the requester. A contact or proxy who was a member is refused.
 * Choice: membership and leadership are half-open times, and both are looked at from the acceptance to the review, both instants included.
 * Choice: a review or follow-up comes from the report on, and before the end of the reopening window, half-open. The window runs 15 days from the first closing
 * of the round; no later review or follow-up lengthens it.
 * Choice: the round closes with the first of review, follow-up and seven days from the report; at that instant itself the clock has acted. A visit that asks for
 * no review closes likewise, with `not-asked`, and a review that comes all the same makes its outcome.
 * Choice: a follow-up makes no outcome, also when it says that nothing was solved.
 * Choice: for a unit's own order that its own team serves, recipients review as requesters do, and the unit above as the farthest of all. Its own officers
 * do not. Where another team serves, the unit reviews as the requester that it is.
 */
import { findFinalReview } from './star.oracle.fixture.ts'
import type { Nearness, RoundReview } from './star.oracle.fixture.ts'

export interface Span {
  readonly human: string
  readonly from: number
  /** Null while it lasts. */
  readonly to: number | null
}

export interface ReviewedService {
  readonly requesters: readonly string[]
  readonly contacts: readonly string[]
  readonly proxies: readonly string[]
  /** Who had a seat or has minutes in the round. */
  readonly performers: readonly string[]
  readonly members: readonly Span[]
  readonly leaders: readonly Span[]
  readonly acceptedAt: number
  readonly reportedAt: number
  readonly isAsked: boolean
  /** Who sent a command on the order or its need. */
  readonly senders: readonly string[]
  readonly office: UnitOrder | null
}

/** A unit that orders for itself. */
export interface UnitOrder {
  readonly isOwnTeam: boolean
  readonly recipients: readonly string[]
  readonly officers: readonly string[]
  readonly officersAbove: readonly string[]
}

export interface ReviewTerms {
  readonly lapse: number
  readonly reopen: number
  readonly replaceHours: number
}

export type Verdict = 'solved' | 'partly' | 'not-solved'

export interface SentReview {
  readonly human: string
  readonly at: number
  readonly stars: number
  readonly verdict: Verdict
}

export type ReviewRefusal = 'stranger' | 'performer' | 'leader' | 'member' | 'too-early' | 'window-closed'

const findNearness = (human: string, service: ReviewedService): Nearness | null => {
  const { office } = service
  if (office !== null) {
    const near = office.isOwnTeam ? office.recipients : [...office.recipients, ...office.officers]
    if (near.includes(human)) return 'requester'
    return office.isOwnTeam && office.officersAbove.includes(human) ? 'proxy' : null
  }
  if (service.requesters.includes(human)) return 'requester'
  if (service.contacts.includes(human)) return 'contact'
  return service.proxies.includes(human) ? 'proxy' : null
}

const wasThere = (spans: readonly Span[], human: string, from: number, at: number): boolean =>
  spans.some((span) => span.human === human && span.from <= at && (span.to === null || span.to > from))

export interface Admission {
  readonly refusal: ReviewRefusal | null
  readonly nearness: Nearness
  readonly isOwnTeam: boolean
}

/** Tells whether a human may review now, and with which label. `windowEnds` is null before the first closing. */
export const admitReviewer = (
  human: string,
  at: number,
  service: ReviewedService,
  windowEnds: number | null,
): Admission => {
  const nearness = findNearness(human, service)
  const isMember = wasThere(service.members, human, service.acceptedAt, at)
  const isOwnTeam = isMember && nearness === 'requester' && service.office === null
  const refuse = (): ReviewRefusal | null => {
    if (nearness === null) return 'stranger'
    if (service.performers.includes(human)) return 'performer'
    if (wasThere(service.leaders, human, service.acceptedAt, at)) return 'leader'
    if (isMember && !isOwnTeam) return 'member'
    if (at < service.reportedAt) return 'too-early'
    return windowEnds !== null && at >= windowEnds ? 'window-closed' : null
  }
  return { refusal: refuse(), nearness: nearness ?? 'proxy', isOwnTeam }
}

/** Who served an order, or sent a command on it or its need, does not follow it up. */
const mayFollowUp = (human: string, { performers, senders }: ReviewedService): boolean =>
  !performers.includes(human) && !senders.includes(human)

/** Those of the handler who may follow up; where there are none, those of the unit above. */
export const findFollowers = (
  own: readonly string[],
  above: readonly string[],
  service: ReviewedService,
): readonly string[] => {
  const free = own.filter((human) => mayFollowUp(human, service))
  return free.length > 0 ? free : above.filter((human) => mayFollowUp(human, service))
}

export interface RoundResult {
  /** Null while the round is not closed. */
  readonly closedAt: number | null
  readonly windowEnds: number | null
  readonly outcome: Verdict | 'unreviewed' | 'not-asked' | null
  readonly final: SentReview | null
  readonly isOwnTeam: boolean
}

export interface FollowUp {
  readonly human: string
  readonly at: number
}

const rank = (one: SentReview, service: ReviewedService): RoundReview => ({
  round: 'R',
  reviewer: one.human,
  nearness: admitReviewer(one.human, one.at, service, null).nearness,
  isOwnTeam: false,
  stars: one.stars,
  at: one.at,
})

/** A round as it stands at an instant, after reviews and follow-ups in any order. `nextBegan` is null in the last round. */
export const judgeRound = (
  service: ReviewedService,
  reviews: readonly SentReview[],
  followUps: readonly FollowUp[],
  nextBegan: number | null,
  at: number,
  terms: ReviewTerms,
): RoundResult => {
  const taken = reviews.filter(
    (one) => one.at <= at && admitReviewer(one.human, one.at, service, null).refusal === null,
  )
  const followed = followUps.filter(
    (one) => one.at <= at && one.at >= service.reportedAt && mayFollowUp(one.human, service),
  )
  const closing = Math.min(
    service.reportedAt + terms.lapse,
    ...taken.map((one) => one.at),
    ...followed.map((one) => one.at),
  )
  if (closing > at) return { closedAt: null, windowEnds: null, outcome: null, final: null, isOwnTeam: false }
  const windowEnds = closing + terms.reopen
  const final = findFinalReview(
    { round: 'R', windowEnds, nextBegan },
    taken.map((one) => rank(one, service)),
    terms.replaceHours,
    at,
  )
  const chosen =
    final === null ? null : (taken.find((one) => one.human === final.reviewer && one.at === final.at) ?? null)
  return {
    closedAt: closing,
    windowEnds,
    outcome: chosen?.verdict ?? (service.isAsked ? 'unreviewed' : 'not-asked'),
    final: chosen,
    isOwnTeam: chosen !== null && admitReviewer(chosen.human, chosen.at, service, windowEnds).isOwnTeam,
  }
}

/** A closed round may be reopened until its window ends, half-open. */
export const mayReopen = ({ closedAt, windowEnds }: RoundResult, at: number): boolean =>
  closedAt !== null && windowEnds !== null && at >= closedAt && at < windowEnds
