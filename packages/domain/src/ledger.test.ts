import { expect, it } from 'vitest'
import type { LedgerEnvelope } from './ledger.ts'

/** Compiles only if a check of an envelope's type narrows its data. */
const readSeat = (envelope: LedgerEnvelope): string => {
  if (envelope.type === 'SeatTaken') return `${envelope.data.orderId} ${envelope.data.volunteer}`
  // @ts-expect-error its data has no order
  if (envelope.type === 'LedgerFounded') return String(envelope.data.orderId)
  // @ts-expect-error no such event
  return envelope.type === 'SeatTakn' ? '' : envelope.stream
}

it("an envelope's type says what its data is", () => {
  const taken = { type: 'SeatTaken', stream: 'order-o1', data: { type: 'SeatTaken', orderId: 'o1', volunteer: 'a' } }
  // The function reads these fields alone, so the test needs no whole envelope.
  expect(readSeat(taken as unknown as LedgerEnvelope)).toBe('o1 a')
  expect(readSeat({ ...taken, type: 'SeatFreed' } as unknown as LedgerEnvelope)).toBe('order-o1')
})
