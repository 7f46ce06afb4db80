import { describe, expect, it } from 'vitest'
import type { Envelope } from '@zhiyuan/kernel'
import type { LedgerEvent } from '../../ledger.ts'
import { notePerformers } from './note-performers.ts'

const submit = (source: object) => {
  const data = { type: 'RecordSubmitted', volunteer: 'c', recordId: 'R1', source }
  // The process reads nothing else of an envelope.
  return notePerformers.react({ data } as unknown as Envelope<LedgerEvent>, [])
}

describe('minutes in a round', () => {
  it('O9: are told to the order, so that who has them neither reviews nor follows it up', () => {
    expect(submit({ type: 'order', orderId: 'O1', round: 2 })).toMatchObject([
      { type: 'command', command: { type: 'NotePerformer', orderId: 'O1', round: 2, volunteer: 'c' } },
    ])
  })
  it('O9: of a session concern no order', () => {
    expect(submit({ type: 'session', sessionId: 'S1' })).toEqual([])
  })
})
