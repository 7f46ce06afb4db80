import { send, stateless, type Process } from '@zhiyuan/kernel'
import type { LedgerCommand, LedgerEvent } from '../ledger.ts'

/** W11: a review speaks of everybody who had a seat in the round. */
export const noteReview: Process<null, LedgerEvent, LedgerCommand> = stateless('note-review', ({ data, version }) => {
  if (data.type !== 'OrderReviewed') return []
  const { orderId, round, rating, seated } = data
  return seated.map((volunteer) =>
    send({ type: 'NoteReview', volunteer, orderId, round, rating, orderVersion: version }),
  )
})
