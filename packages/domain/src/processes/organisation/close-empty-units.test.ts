import { describe, expect, it } from 'vitest'
import { project, type Envelope, listCommands } from '@zhiyuan/kernel'
import type { LedgerEvent } from '../../ledger.ts'
import { closeEmptyUnits, type OpenOrdersRow } from './close-empty-units.ts'

/** Lists the commands that the process sends after each of these events. */
const wants = (...events: ReadonlyArray<object>) => {
  const rows = new Map<string, OpenOrdersRow>()
  return events.map((data) => {
    const envelope = { data } as Envelope<LedgerEvent>
    project(closeEmptyUnits)(rows, envelope)
    const touched = closeEmptyUnits.keys(envelope.data).flatMap((key) => rows.get(key) ?? [])
    return listCommands(closeEmptyUnits.react(envelope, touched))
  })
}

const placed = { type: 'OrderPlaced', orderId: 'O1', owner: 'V1' }
const closingV1 = { type: 'UnitClosingBegan', unitId: 'V1' }
const at = { orderId: 'O1', handler: 'V1' }
const closeV1 = [{ type: 'CloseUnit', unitId: 'V1' }]

describe('close-empty-units', () => {
  it('G1: a closing unit without orders closes at once', () => {
    expect(wants(closingV1)).toEqual([closeV1])
  })

  it.each(['OrderClosed', 'OrderCancelled', 'OrderAborted', 'OrderUnmet'])(
    'G1: a unit with an open order closes when it ends: %s',
    (type) => {
      expect(wants(placed, closingV1, { type, ...at })).toEqual([[], [], closeV1])
    },
  )

  it.each(['OrderEscalated', 'OrderReturned', 'OrderTransferred'])(
    'G1: an order that moves to another handler is open there and no longer here: %s',
    (type) => {
      const leaves = { type, orderId: 'O1', from: 'V1', to: 'T1' }
      const closingT1 = { type: 'UnitClosingBegan', unitId: 'T1' }
      expect(wants(placed, closingV1, leaves)).toEqual([[], [], closeV1])
      expect(wants(placed, leaves, closingT1)).toEqual([[], [], []])
    },
  )

  it('G1: an order that is reopened is open again where it was handled', () => {
    const closed = { type: 'OrderClosed', ...at }
    const reopened = { type: 'OrderReopened', ...at }
    expect(wants(placed, closed, reopened, closingV1, closed)).toEqual([[], [], [], [], closeV1])
  })

  it('G1: with two orders the end of the first closes nothing; an open unit never closes', () => {
    const second = { ...placed, orderId: 'O2' }
    expect(wants(placed, second, closingV1, { type: 'OrderClosed', ...at })).toEqual([[], [], [], []])
    expect(wants(placed, { type: 'OrderClosed', ...at })).toEqual([[], []])
  })

  it('G1: when a unit below has closed, closing its closing parent is tried again', () => {
    const closingT1 = { type: 'UnitClosingBegan', unitId: 'T1' }
    const closeT1 = [{ type: 'CloseUnit', unitId: 'T1' }]
    expect(wants(closingT1, { type: 'UnitClosed', unitId: 'V1', parent: 'T1' })).toEqual([closeT1, closeT1])
    expect(wants({ type: 'UnitClosed', unitId: 'V1', parent: 'T1' })).toEqual([[]])
  })
})
