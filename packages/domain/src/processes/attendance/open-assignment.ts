import { send } from '@zhiyuan/kernel'
import { defineProcess } from '../define-process.ts'

/** A1: a taken seat opens the volunteer's assignment. The id of the event distinguishes it from a seat taken later in the same round. */
export const openAssignment = defineProcess('open-assignment', {
  SeatTaken: (
    { orderId, round, volunteer, teamId, bodyId, owner, specialty, planned },
    { id: seat, recordedAt: boundAt },
  ) => {
    const occasion = { type: 'order', orderId, round } as const
    return [
      send({ type: 'OpenAssignment', occasion, volunteer, teamId, bodyId, owner, specialty, seat, boundAt, planned }),
    ]
  },
})
