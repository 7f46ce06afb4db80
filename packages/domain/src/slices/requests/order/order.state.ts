import type { Instant, PersonId, UnitId } from '@zhiyuan/kernel'
import type { BodyId, OfferId, OrderId, TeamId } from '../../../vocabulary/ids.ts'
import type { RunningTerm } from '../../organisation/policy/policy.read.ts'
import type { Interval, Reason, Round } from '../../../vocabulary/values.ts'
import type {
  CancelledBy,
  ClaimOpened,
  ExtensionAsked,
  ExtensionBy,
  NoTeamFound,
  OrderAccepted,
  OrderEscalated,
  OrderFollowedUp,
  OrderOffered,
  OrderPlaced,
  OrderReturned,
  OrderReviewed,
  Outcome,
  PartReviewed,
  PerformerNoted,
  Seats,
  ServiceDay,
} from './order.codec.ts'

type Facts<A> = Omit<A, 'type'>

/** An offer that was ever made, with its answer: none is forgotten (O6). */
export interface Offer {
  readonly offered: Facts<OrderOffered> | Facts<ClaimOpened>
  readonly teamId: TeamId | null
  readonly answer: 'open' | 'accepted' | 'declined' | 'expired' | 'recalled' | 'lapsed'
  readonly planned: Interval | null
}

export interface Team {
  readonly teamId: TeamId
  readonly bodyId: BodyId
}

/** A request for a later due date, and its answer (O27). */
export interface Extension extends Pick<ExtensionAsked, 'from' | 'to' | 'asker' | 'by'> {
  readonly answer: 'open' | 'granted' | 'refused'
  /** Who granted it; null while it is not. */
  readonly grantedBy: ExtensionBy | null
  /** The requester's side agreed to another day since it was granted (O22). */
  readonly outdated: boolean
  /** How long it waits for its answer. */
  readonly term: RunningTerm
}

/** Where the order stood at a miss, to which an undone escalation brings it back (A15, O16). */
export type Handling = Pick<OrderFacts, 'handler' | 'handled' | 'soughtBy' | 'escalatesAt' | 'clock' | 'escalations'>

/** What a miss took away, as long as a capture may bring it back (A15). */
export interface Missed {
  readonly team: Team
  readonly planned: Interval
  readonly seated: ReadonlyMap<PersonId, boolean>
  /** Null once a person moved the order on. */
  readonly handling: Handling | null
  /** Another team had accepted when the service became known. */
  readonly isDoubled: boolean
  /** Service had been told, and no one vouched for it: no further telling takes the round on, but a presence that is confirmed does (A14). */
  readonly needsProof: boolean
}

/** A record that tells of minutes in a round without a seat. */
export type Credited = Pick<PerformerNoted, 'volunteer' | 'recordId'>

/** What the log says of the service of a round: its seats, the plan, the first check-in and the report (H2a). */
export type ServedRound = Pick<OrderFacts, 'round' | 'seated' | 'planned' | 'startedAt' | 'reportedAt'>

/** A closed round after which a further one began. */
export interface PastRound extends ServedRound, Pick<OrderFacts, 'handler' | 'team' | 'acceptances' | 'servedBeside'> {
  readonly outcome: Outcome
  /** The end of the window of its first closing: reviews of it come until then (O7). */
  readonly until: Instant
}

/** Facts of an order in every state. */
export interface OrderFacts {
  readonly placed: Facts<OrderPlaced>
  readonly owner: UnitId
  readonly handler: UnitId
  readonly round: Round
  readonly seats: Seats
  readonly offers: ReadonlyArray<Offer>
  /** Searches that found no team. */
  readonly searches: ReadonlyArray<Pick<NoTeamFound, 'searchId'>>
  /** Null until a team is bound in this round. */
  readonly team: Team | null
  readonly everAccepted: boolean
  /** The teams that accepted in this round, and when. */
  readonly acceptances: ReadonlyArray<Pick<OrderAccepted, 'teamId' | 'acceptedAt'>>
  /** Teams of this round whose service became known when another one had accepted; its minutes stay valid (A15). */
  readonly servedBeside: ReadonlyArray<TeamId>
  readonly planned: Interval | null
  /** The day of service that is the due date (O22, O27); null: the term from approval or reopening runs. */
  readonly day: ServiceDay | null
  /** Volunteers with a seat in this round, and whether they are cleared. */
  readonly seated: ReadonlyMap<PersonId, boolean>
  /** Volunteers who do not get a seat again in this round: absent, or not cleared. */
  readonly gone: ReadonlySet<PersonId>
  /** Volunteers whose seat was freed because their absence was excused: they may come after all (A8). */
  readonly excused: ReadonlySet<PersonId>
  /** Who had a seat in this round (O9). */
  readonly performers: ReadonlySet<PersonId>
  readonly escalatesAt: Instant | null
  /** Since when the 48 h run, also where nothing follows from their end, and the edition by which (G5). */
  readonly clock: Pick<RunningTerm, 'from' | 'policyVersion'>
  /** The units that have handled the order in this round (O16). */
  readonly handled: ReadonlyArray<UnitId>
  /** When the round began, and the edition in force then: supervision counts from there (O16). */
  readonly began: Pick<RunningTerm, 'from' | 'policyVersion'>
  /** The unit in whose to-do the order stands (督办, O16); null: in none. */
  readonly supervisor: UnitId | null
  /** The request for a later due date in this round (O27). */
  readonly extension: Extension | null
  /** When an order that lost its last cleared seat is open again (O25). */
  readonly refillAt: Instant | null
  /** Other orders like this one (O26). */
  readonly twins: ReadonlyArray<OrderId>
  /** Where they were noted: the owner of that time, whose to-do they are. */
  readonly twinsAt: UnitId | null
  /** The orders beside which the owner said that this one is meant (O26). One that was placed as meant is so beside those before it. */
  readonly meantBeside: ReadonlyArray<OrderId>
  readonly serviceDue: RunningTerm
  readonly overdueNoted: boolean
  readonly escalations: ReadonlyArray<Pick<OrderEscalated, 'round' | 'from'>>
  /** The unit that escalated the order to its present handler in this round; it can be returned to this one alone. */
  readonly soughtBy: UnitId | null
  /** The last return, of which there is only one a round (O19). */
  readonly returned: Pick<OrderReturned, 'round' | 'from'> | null
  readonly reviews: ReadonlyArray<Facts<OrderReviewed>>
  readonly followUps: ReadonlyArray<Facts<OrderFollowedUp>>
  readonly reopened: ReadonlyArray<{ readonly round: Round; readonly reason: Reason }>
  /** The rounds before this one. */
  readonly past: ReadonlyArray<PastRound>
  /** The first check-in of this round; null while service has not begun (H2a). */
  readonly startedAt: Instant | null
  /** Whether a presence of this round was told in time or confirmed: what only a capture says makes no served order (A14). */
  readonly isProven: boolean
  /** When the service of this round was reported. */
  readonly reportedAt: Instant | null
  /** The last miss of this round; null where there was none, or service went on after it. */
  readonly missed: Missed | null
  /** Volunteers who had a seat in an earlier round (O9). */
  readonly servedBefore: ReadonlySet<PersonId>
  /** Who has minutes in a round without a seat, by records that are neither held nor rejected (O9). */
  readonly credited: ReadonlyArray<Credited>
  /** The owner changed by a ruling, and becomes the handler when the next round begins (O19). */
  readonly handlerFollows: boolean
  /** The handler was asked to abort the order (O28). */
  readonly abortAsked: boolean
  readonly urges: ReadonlyArray<{ readonly by: PersonId; readonly urgedAt: Instant }>
  /** Reviews by people of needs that were merged into the order's (N5). */
  readonly partReviews: ReadonlyArray<Facts<PartReviewed>>
}

export type OrderState =
  | { readonly type: 'None' }
  | (OrderFacts & { readonly type: 'Open' | 'InProgress' | 'Aborted' })
  | (OrderFacts & { readonly type: 'Cancelled'; readonly by: CancelledBy })
  | (OrderFacts & { readonly type: 'Unmet'; readonly reason: Reason })
  | (OrderFacts & {
      readonly type: 'Offered'
      readonly offerId: OfferId
      readonly teamId: TeamId
      readonly expiresAt: Instant
    })
  | (OrderFacts & { readonly type: 'Claimable'; readonly offerId: OfferId; readonly lapsesAt: Instant })
  | (OrderFacts & { readonly type: 'Accepted'; readonly team: Team })
  | (OrderFacts & {
      readonly type: 'Scheduled'
      readonly team: Team
      readonly planned: Interval
      readonly missedAt: Instant
    })
  | (OrderFacts & { readonly type: 'AwaitingReview'; readonly lapsesAt: Instant })
  | (OrderFacts & { readonly type: 'Closed'; readonly outcome: Outcome; readonly reopenableUntil: Instant })

export type Existing = Exclude<OrderState, { readonly type: 'None' }>
