import type { UnitId } from '@zhiyuan/kernel'
import type { NeedId, OfferId, OrderId } from '../../../vocabulary/ids.ts'
import type { Outcome, Verdict } from '../../../slices/requests/order/order.codec.ts'
import type { Rating, Round } from '../../../vocabulary/values.ts'
import type { Recorded } from '../../known.ts'

/** How an offer or a claim window ended. */
export type OfferEnd = 'accepted' | 'declined' | 'expired' | 'lapsed' | 'recalled'

/** A fact of one round of the order. */
interface OfRound extends Recorded {
  readonly round: Round
}

export type Escalation =
  | (OfRound & { readonly type: 'escalated'; readonly from: UnitId; readonly automatic: boolean })
  | (OfRound & { readonly type: 'undone'; readonly to: UnitId })

/** The facts of one order that the assessment uses. */
export interface AssessmentOrder {
  readonly orderId: OrderId
  readonly placed: (Recorded & { readonly needId: NeedId; readonly owner: UnitId }) | null
  /** Rulings that the order belonged to another unit from the start (O19, S14). */
  readonly rulings: ReadonlyArray<Recorded & { readonly owner: UnitId }>
  /** Offers and claim windows that ended, each with the unit that handled the order. */
  readonly offers: ReadonlyArray<
    OfRound & { readonly offerId: OfferId; readonly handler: UnitId; readonly end: OfferEnd }
  >
  /** Escalations, and what undid those back to a handler (A15), in the order of the log. */
  readonly escalations: ReadonlyArray<Escalation>
  /** Reports of service, with the handler at that time. */
  readonly reports: ReadonlyArray<OfRound & { readonly handler: UnitId }>
  /** `ownTeam`: by a member of the serving team whose own need it is; out of I08 (O9). */
  readonly reviews: ReadonlyArray<
    OfRound & { readonly rating: Rating; readonly verdict: Verdict; readonly ownTeam: boolean }
  >
  readonly followUps: ReadonlyArray<OfRound & { readonly verdict: Verdict }>
  /** A review that comes after the closing gives the round another outcome (O7): the last one holds. */
  readonly closings: ReadonlyArray<OfRound & { readonly outcome: Outcome }>
  readonly reopenings: ReadonlyArray<OfRound>
  /** Ends other than closing. `beforeAcceptance`: the requester's side cancelled before any team had accepted. */
  readonly ended:
    | (Recorded & { readonly type: 'cancelled'; readonly beforeAcceptance: boolean })
    | (Recorded & { readonly type: 'aborted' | 'unmet' })
    | null
}

export const unknownOrder = (key: string): AssessmentOrder => ({
  orderId: key as OrderId,
  placed: null,
  rulings: [],
  offers: [],
  escalations: [],
  reports: [],
  reviews: [],
  followUps: [],
  closings: [],
  reopenings: [],
  ended: null,
})
