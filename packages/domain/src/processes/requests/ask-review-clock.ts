import { askTimers, sendLater } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'

/** H24: a service that began has its review asked for in time, also where no one reports it. The decider says when, and the timer waits on. */
export const askReviewClock = defineProcess('ask-review-clock', {
  OrderScheduled: ({ orderId, round, missedAt }) => [sendLater(missedAt, { type: 'AskReview', orderId, round })],
  RoundTakenOn: ({ orderId, round, at }) => [sendLater(at, { type: 'AskReview', orderId, round })],
  CalendarYearAdopted: () => [askTimers],
})
