import { send } from '@zhiyuan/kernel'
import { isOfAttendance } from '../../vocabulary/occasion.ts'
import { defineProcess } from '../define-process.ts'

/**
 * A14: a review confirms the captures of its round, also where a volunteer who was known to be there tells the end after it. A8: a check-out
 * whose record was verified stays.
 */
export const captures = defineProcess('captures', {
  OrderReviewed: ({ orderId, round, seated }) =>
    seated.map((volunteer) =>
      send({ type: 'ConfirmByReview', occasion: { type: 'order', orderId, round }, volunteer }),
    ),
  PresenceCaptured: ({ occasion, volunteer }) => [send({ type: 'ConfirmByReview', occasion, volunteer })],
  RecordVerified: ({ source: occasion, volunteer, recordId }) =>
    isOfAttendance(recordId, occasion) ? [send({ type: 'NoteAttendanceVerified', occasion, volunteer, recordId })] : [],
})
