import { sendAt } from '@zhiyuan/kernel'
import { reacting } from '../reacting.ts'

/** O7: without a review or follow-up by then the round closes as unreviewed. */
export const reviewClock = reacting('review-clock', {
  ServiceReported: ({ orderId, round, lapsesAt }) => [sendAt(lapsesAt, { type: 'LapseReview', orderId, round })],
})
