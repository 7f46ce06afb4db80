import { listCommands } from '@zhiyuan/kernel'
import { expect, it } from 'vitest'
import type { LedgerEvent } from '../../ledger.ts'
import { sessionSeats } from './session-seats.ts'

const published = (seats: number | null) => ({ type: 'SessionPublished', sessionId: 'S', seats })
const entered = (volunteer: string, recordId = `R-${volunteer}`) => ({
  type: 'RecordSubmitted',
  volunteer,
  recordId,
  source: { type: 'session', sessionId: 'S' },
})
/** Whose records are held, in turn. */
const listHeld = (...events: ReadonlyArray<object>) => {
  let row = sessionSeats.initial('S')
  return events.flatMap((event) => {
    const data = event as LedgerEvent
    if (!sessionSeats.keys(data).includes('S')) return []
    row = sessionSeats.evolve(row, { data } as never, 'S')
    return listCommands(sessionSeats.react({ data } as never, [row])).map((command) => {
      expect(command).toMatchObject({ type: 'HoldRecord', holdId: 'log:seats', kind: 'contradicts-the-log' })
      return command.type === 'HoldRecord' ? command.recordId : null
    })
  })
}

it('H2a, O11: who is credited beyond the seats of a session is held, and not those within them', () => {
  expect(listHeld(published(2), entered('a'), entered('b'))).toEqual([])
  expect(listHeld(published(2), entered('a'), entered('b'), entered('c'), entered('d'))).toEqual(['R-c', 'R-d'])
})
it('H2a, O11: a record that was rejected, withdrawn or voided frees its place, once it was the last of its volunteer', () => {
  const end = (type: string, volunteer: string, recordId = `R-${volunteer}`) => ({
    ...entered(volunteer, recordId),
    type,
  })
  for (const type of ['RecordRejected', 'RecordWithdrawn', 'RecordVoided'])
    expect(listHeld(published(1), entered('a'), end(type, 'a'), entered('b'), entered('c'))).toEqual(['R-c'])
  const twice = [entered('a'), entered('a', 'R2'), end('RecordRejected', 'a', 'R2')]
  expect(listHeld(published(1), ...twice, entered('b'))).toEqual(['R-b'])
})
it('H2a: a second record of one who is within them is not held', () => {
  expect(listHeld(published(1), entered('a'), entered('a', 'R2'), entered('b'), entered('b', 'R4'))).toEqual([
    'R-b',
    'R4',
  ])
})
it('H2a: a session without a number of seats bounds no one', () => {
  expect(listHeld(published(null), entered('a'), entered('b'))).toEqual([])
  const other = { ...entered('b'), source: { type: 'order', orderId: 'S', round: 1 } }
  expect(listHeld(published(1), entered('a'), other)).toEqual([])
})
