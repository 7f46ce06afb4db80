import { expect, it } from 'vitest'
import type { LedgerEnvelope } from './ledger.ts'

/** Compiles only where the type of an envelope says what its data is. */
const seatOf = (envelope: LedgerEnvelope): string => {
  switch (envelope.type) {
    case 'SeatTaken':
      return `${envelope.data.orderId} ${envelope.data.volunteer}`
    case 'LedgerFounded':
      // @ts-expect-error its data has no order
      return String(envelope.data.orderId)
    // @ts-expect-error no such event
    case 'SeatTakn':
    default:
      return envelope.stream
  }
}

it("an envelope's type says what its data is", () => {
  const taken = { type: 'SeatTaken', stream: 'order-o1', data: { type: 'SeatTaken', orderId: 'o1', volunteer: 'a' } }
  expect(seatOf(taken as unknown as LedgerEnvelope)).toBe('o1 a')
  expect(seatOf({ ...taken, type: 'SeatFreed' } as unknown as LedgerEnvelope)).toBe('order-o1')
})
