import type { Projection, UnitId } from '@zhiyuan/kernel'
import type { OfferId, OrderId } from '../../../vocabulary/ids.ts'
import type { LedgerEvent } from '../../../ledger.ts'
import type { Round } from '../../../vocabulary/values.ts'
import { defineView, type Case } from '../../cases.ts'
import type { Recorded } from '../../known.ts'
import { unknownOrder, type AssessmentOrder, type OfferEnd } from './row.ts'

interface Step {
  readonly orderId: OrderId
  readonly round: Round
  readonly handler: UnitId
}

const note = <E extends { readonly orderId: OrderId }>(
  add: (row: AssessmentOrder, event: E, recorded: Recorded) => Partial<AssessmentOrder>,
): Case<AssessmentOrder, E> => ({
  keys: ({ orderId }) => [orderId],
  evolve: (row, event, recorded) => ({ ...row, ...add(row, event, recorded) }),
})

const offerEnded = (end: OfferEnd): Case<AssessmentOrder, Step & { readonly offerId: OfferId }> =>
  note(({ offers }, { offerId, round, handler }, { recordedAt }) => ({
    offers: [...offers, { recordedAt, round, offerId, handler, end }],
  }))

/** Orders, for the assessment (C22, C27): one row an order. */
export const assessmentOrders: Projection<AssessmentOrder, LedgerEvent> = defineView<AssessmentOrder>(
  'assessment-orders',
  1,
  {
    initial: unknownOrder,
    cases: {
      OrderPlaced: note((_row, { needId, owner }, { recordedAt }) => ({ placed: { recordedAt, needId, owner } })),
      OrderMisrouted: note(({ rulings }, { to: owner }, { recordedAt }) => ({
        rulings: [...rulings, { recordedAt, owner }],
      })),
      OrderAccepted: offerEnded('accepted'),
      OfferDeclined: offerEnded('declined'),
      OfferExpired: offerEnded('expired'),
      OfferRecalled: offerEnded('recalled'),
      ClaimLapsed: offerEnded('lapsed'),
      ClaimRecalled: offerEnded('recalled'),
      OrderEscalated: note(({ escalations }, { round, from, automatic }, { recordedAt }) => ({
        escalations: [...escalations, { type: 'escalated', recordedAt, round, from, automatic }],
      })),
      EscalationUndone: note(({ escalations }, { round, to }, { recordedAt }) => ({
        escalations: [...escalations, { type: 'undone', recordedAt, round, to }],
      })),
      ServiceReported: note(({ reports }, { round, handler }, { recordedAt }) => ({
        reports: [...reports, { recordedAt, round, handler }],
      })),
      OrderReviewed: note(({ reviews }, { round, rating, verdict, ownTeam }, { recordedAt }) => ({
        reviews: [...reviews, { recordedAt, round, rating, verdict, ownTeam }],
      })),
      OrderFollowedUp: note(({ followUps }, { round, verdict }, { recordedAt }) => ({
        followUps: [...followUps, { recordedAt, round, verdict }],
      })),
      OrderClosed: note(({ closings }, { round, outcome }, { recordedAt }) => ({
        closings: [...closings, { recordedAt, round, outcome }],
      })),
      OutcomeRevised: note(({ closings }, { round, outcome }, { recordedAt }) => ({
        closings: [...closings, { recordedAt, round, outcome }],
      })),
      OrderReopened: note(({ reopenings }, { round }, { recordedAt }) => ({
        reopenings: [...reopenings, { recordedAt, round }],
      })),
      OrderCancelled: note((_row, { beforeAcceptance }, { recordedAt }) => ({
        ended: { recordedAt, type: 'cancelled', beforeAcceptance },
      })),
      OrderAborted: note((_row, _event, { recordedAt }) => ({ ended: { recordedAt, type: 'aborted' } })),
      OrderUnmet: note((_row, _event, { recordedAt }) => ({ ended: { recordedAt, type: 'unmet' } })),
    },
  },
)
