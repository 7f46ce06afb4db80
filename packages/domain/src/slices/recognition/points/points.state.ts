import type { Fold } from '@zhiyuan/kernel'
import type { RecordId, RedemptionId } from '../../../vocabulary/ids.ts'
import type { Code, Count, Reason } from '../../../vocabulary/values.ts'
import type { Points, PointsEvent, PointsSpent, PointsToSpend, RedemptionCancelled } from './points.codec.ts'

/** What one record has earned. */
export interface Credit {
  /** The last revision of the record that this stream knows. */
  readonly revision: Count
  /** The points credited and not taken back. */
  readonly points: Points
  /** The record is void, so no credit follows. */
  readonly final: boolean
}

export interface Redemption {
  readonly points: PointsToSpend
  readonly item: Code
  /** Null where it was delivered, as far as is known. */
  readonly cancelled: Reason | null
}

/** One volunteer's points: credited less reversed less spent, without what was cancelled, at every event (W6). */
export interface PointsState {
  /** Below zero only after a reversal (W7, W13). */
  readonly balance: number
  readonly credits: ReadonlyMap<RecordId, Credit>
  readonly redemptions: ReadonlyMap<RedemptionId, Redemption>
}

export type PointsStateName = 'None' | 'Available' | 'Spent' | 'Owing'

/** The state by its name in the lifecycle: there are points to spend, none, or a debt. */
export const pointsStateName = ({ balance, redemptions }: PointsState): PointsStateName => {
  if (balance !== 0) return balance > 0 ? 'Available' : 'Owing'
  return redemptions.size > 0 ? 'Spent' : 'None'
}

const noteCredit = (state: PointsState, recordId: RecordId, credit: Credit): PointsState['credits'] =>
  new Map(state.credits).set(recordId, credit)

const spendPoints = (state: PointsState, { redemptionId, points, item }: PointsSpent): PointsState => ({
  ...state,
  balance: state.balance - points,
  redemptions: new Map(state.redemptions).set(redemptionId, { points, item, cancelled: null }),
})

const cancelRedemption = (state: PointsState, { redemptionId, points, reason }: RedemptionCancelled): PointsState => {
  const redemption = state.redemptions.get(redemptionId)
  if (redemption === undefined) return state
  const redemptions = new Map(state.redemptions).set(redemptionId, { ...redemption, cancelled: reason })
  return { ...state, balance: state.balance + points, redemptions }
}

const evolve = (state: PointsState, event: PointsEvent): PointsState => {
  switch (event.type) {
    case 'PointsCredited': {
      const { recordId, revision, points } = event
      const credits = noteCredit(state, recordId, { revision, points, final: false })
      return { ...state, balance: state.balance + points, credits }
    }
    case 'CreditKept': {
      const { recordId, revision, points } = event
      return { ...state, credits: noteCredit(state, recordId, { revision, points, final: false }) }
    }
    case 'PointsReversed': {
      const { recordId, revision, because } = event
      const credits = noteCredit(state, recordId, { revision, points: 0 as Points, final: because === 'voided' })
      return { ...state, balance: state.balance - event.points, credits }
    }
    case 'CreditForestalled': {
      const { recordId, revision } = event
      return { ...state, credits: noteCredit(state, recordId, { revision, points: 0 as Points, final: true }) }
    }
    case 'PointsSpent':
      return spendPoints(state, event)
    case 'RedemptionCancelled':
      return cancelRedemption(state, event)
  }
}

export const pointsFold: Fold<PointsState, PointsEvent> = {
  initial: { balance: 0, credits: new Map(), redemptions: new Map() },
  evolve,
}
