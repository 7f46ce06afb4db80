import { describe, expect, it } from 'vitest'
import type { LedgerEvent } from '../../ledger.ts'
import { contradictionHolds, type EnteredRow } from './contradiction-holds.ts'

const source = { type: 'order', orderId: 'O1', round: 1 }
const entered = (volunteer: string, grade = 'manual') =>
  ({ type: 'RecordSubmitted', volunteer, recordId: 'R1', source, grade }) as never as LedgerEvent
const key = 'o.O1.1'
const react = (event: object, ...before: ReadonlyArray<LedgerEvent>) => {
  const row = before.reduce<EnteredRow>(
    (one, data) =>
      contradictionHolds.keys(data).includes(key) ? contradictionHolds.evolve(one, { data } as never, key) : one,
    contradictionHolds.initial(key),
  )
  expect(contradictionHolds.keys(event as never)).toEqual([key])
  return contradictionHolds.react({ data: event } as never, [row]).map(({ command }) => command)
}

describe('what is written after an entry', () => {
  const both = [entered('a'), entered('b')]
  it('H2a: a round that is called off or missed holds its records by hand', () => {
    const held = (holdId: string) => [
      { type: 'HoldRecord', volunteer: 'a', holdId, kind: 'contradicts-the-log' },
      { type: 'HoldRecord', volunteer: 'b', holdId, kind: 'contradicts-the-log' },
    ]
    expect(react({ type: 'OrderCancelled', orderId: 'O1', round: 1 }, ...both)).toMatchObject(
      held('log:OrderCancelled'),
    )
    expect(react({ type: 'OrderMissed', orderId: 'O1', round: 1 }, ...both)).toMatchObject(held('log:OrderMissed'))
  })
  it('H2a: an absence holds the record of the absent volunteer, and no record that an attendance made', () => {
    const absent = { type: 'AbsenceAlleged', occasion: source, volunteer: 'a' }
    expect(react(absent, ...both)).toMatchObject([{ volunteer: 'a', holdId: 'log:AbsenceAlleged' }])
    expect(react(absent, entered('a', 'attested'))).toEqual([])
  })
  it.each(['AttendanceUnconfirmed', 'CaptureRefused'])(
    'H2a, A9: a presence for which no one vouched holds the record of its volunteer: %s',
    (type) => {
      expect(react({ type, occasion: source, volunteer: 'b' }, ...both)).toMatchObject([
        { volunteer: 'b', holdId: `log:${type}`, kind: 'contradicts-the-log' },
      ])
    },
  )
})
