import { send } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'

/** W11: a review is noted for each volunteer who had a seat in the round. */
export const noteReview = defineProcess('note-review', {
  OrderReviewed: ({ orderId, round, rating, seated }, { version }) =>
    seated.map((volunteer) => send({ type: 'NoteReview', volunteer, orderId, round, rating, orderVersion: version })),
})
