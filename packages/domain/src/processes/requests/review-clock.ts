import { sendLater } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'

/** O7: without a review or follow-up before the term ends the round closes as unreviewed. */
export const reviewClock = defineProcess('review-clock', {
  ServiceReported: ({ orderId, round, lapsesAt }) => [sendLater(lapsesAt, { type: 'LapseReview', orderId, round })],
})
