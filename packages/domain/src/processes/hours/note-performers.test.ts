import { listCommands } from '@zhiyuan/kernel'
import { describe, expect, it } from 'vitest'
import type { LedgerEvent } from '../../ledger.ts'
import { notePerformers } from './note-performers.ts'

const ref = { volunteer: 'c', recordId: 'R1' }
const submitted = (source: object, grade = 'manual') => ({ type: 'RecordSubmitted', ...ref, source, grade })
const ofRound = submitted({ type: 'order', orderId: 'O1', round: 2 })
const held = { type: 'RecordHeld', ...ref }
const cleared = { type: 'HoldCleared', ...ref, stillHeld: false }

/** What each event in turn says to the order: whether c has minutes there by R1. */
const tell = (...events: ReadonlyArray<object>) => {
  let row = notePerformers.initial('c.R1')
  return events.flatMap((event) => {
    const data = event as LedgerEvent
    if (!notePerformers.keys(data).includes('c.R1')) return []
    row = notePerformers.evolve(row, { data } as never, 'c.R1')
    return listCommands(notePerformers.react({ data } as never, [row])).map((command) => {
      expect(command).toMatchObject({ type: 'NotePerformer', orderId: 'O1', round: 2, ...ref })
      return command.type === 'NotePerformer' && command.hasMinutes
    })
  })
}

describe('minutes in a round', () => {
  it('O9: are told to the order, so that who has them neither reviews nor follows it up', () => {
    expect(tell(ofRound)).toEqual([true])
  })
  it('O9: of a record that is held or suspended are none, until a person clears it', () => {
    expect(tell(ofRound, held)).toEqual([true, false])
    expect(tell(ofRound, held, { ...cleared, stillHeld: true }, cleared)).toEqual([true, false, false, true])
    const suspended = { type: 'RecordSuspended', ...ref }
    expect(tell(ofRound, suspended, { type: 'RecordReinstated', ...ref })).toEqual([true, false, true])
  })
  it.each(['RecordRejected', 'RecordWithdrawn', 'RecordVoided'])('O9: of a record that ended are none: %s', (type) => {
    expect(tell(ofRound, { type, ...ref })).toEqual([true, false])
    expect(tell(ofRound, held, { type, ...ref }, cleared)).toEqual([true, false, false, false])
  })
  it('O9: of a session concern no order, and a presence has its seat', () => {
    expect(tell(submitted({ type: 'session', sessionId: 'S1' }), held)).toEqual([])
    expect(tell(submitted({ type: 'order', orderId: 'O1', round: 2 }, 'system'), held)).toEqual([])
  })
})
