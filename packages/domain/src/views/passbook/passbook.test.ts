import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveEventId, buildLog, foldRows, type Line } from '@zhiyuan/testing'
import type { Instant } from '@zhiyuan/kernel'
import { PointsEvent } from '../../slices/recognition/points/points.codec.ts'
import { people, timer } from '../../fixtures/people.ts'
import { passbook } from './project.ts'
import { buildPassbook } from './query.ts'
import type { PassbookRow } from './row.ts'

const points = [{ name: 'points', event: PointsEvent }]
const day = { day: '2020-04-22', minutes: 120, policyVersion: 'TEST-1' }
const credited = (recordId: string, amount: number, more: object = {}) => ({
  type: 'PointsCredited',
  volunteer: 'b',
  recordId,
  revision: 0,
  ...day,
  points: amount,
  ...more,
})
const reversed = (recordId: string, amount: number) => ({
  type: 'PointsReversed',
  volunteer: 'b',
  recordId,
  revision: 1,
  points: amount,
  because: 'voided',
})
const spent = (amount: number) => ({
  type: 'PointsSpent',
  volunteer: 'b',
  redemptionId: 'red-1',
  points: amount,
  item: 'soap',
})
const instant = (n: number) => `2020-05-${String(n).padStart(2, '0')}T01:00:00.000Z`

const buildRow = (lines: ReadonlyArray<Line['event']>): PassbookRow =>
  foldRows(
    passbook,
    buildLog(
      points,
      lines.map((event, index) => ({
        at: instant(index + 1),
        by: event.type === 'PointsSpent' ? people.b : timer,
        event,
      })),
    ),
  ).get('b') ?? { entries: [] }

const story = [credited('o.O1.1', 4), credited('o.O1.2', 1), credited('R8', 8), spent(10), reversed('R8', 8)]

describe('a passbook', () => {
  it('W6, W7, W13: lists each credit and debit with the balance after it, which only a reversal takes below zero', () => {
    const { entries, ...totals } = buildPassbook([buildRow(story)])
    expect(entries.map(({ change, balance }) => [change, balance])).toEqual([
      [4, 4],
      [1, 5],
      [8, 13],
      [-10, 3],
      [-8, -5],
    ])
    expect(totals).toEqual({ issued: 13, reversed: 8, spent: 10, balance: -5 })
    expect(entries[3]).toMatchObject({
      type: 'redemption',
      redemptionId: 'red-1',
      item: 'soap',
      actor: people.b,
      recordedAt: instant(4),
      eventId: deriveEventId(3),
    })
  })

  it('S12: as known at an instant has the entries recorded up to and including it', () => {
    expect(buildPassbook([buildRow(story)], instant(3) as Instant)).toMatchObject({ issued: 13, spent: 0, balance: 13 })
    expect(buildPassbook([buildRow(story)], '2020-05-02T23:00:00.000Z' as Instant).entries).toHaveLength(2)
  })

  it('has the entries of one volunteer only', () => {
    expect(buildPassbook([buildRow([credited('o.O1.1', 4), credited('o.O1.1', 7, { volunteer: 'a' })])]).balance).toBe(
      4,
    )
  })

  it('G2, W6: is the human’s: the entries of all registrations in the order of the log, with one balance', () => {
    const lines = [credited('o.O1.1', 4), credited('R8', 8, { volunteer: 'x' }), spent(10)]
    const log = buildLog(
      points,
      lines.map((event, index) => ({ at: instant(index + 1), by: timer, event })),
    )
    const rows = [...foldRows(passbook, log).values()]
    const { entries, balance } = buildPassbook(rows.reverse())
    expect(entries.map((one) => [one.change, one.balance])).toEqual([
      [4, 4],
      [8, 12],
      [-10, 2],
    ])
    expect(balance).toBe(2)
  })

  it('W5: is not changed by a credit that is kept or forestalled', () => {
    const kept = { ...credited('o.O1.1', 4), type: 'CreditKept', revision: 1 }
    const forestalled = { type: 'CreditForestalled', volunteer: 'b', recordId: 'R9', revision: 1 }
    expect(buildPassbook([buildRow([...story, kept, forestalled])]).entries).toHaveLength(5)
  })

  it('W6: always has a balance of the issued points less the reversed and spent ones', () => {
    const event = fc.oneof(
      fc.nat(50).map((amount) => credited('o.O1.1', amount)),
      fc.nat(50).map((amount) => reversed('o.O1.1', amount)),
      fc.integer({ min: 1, max: 50 }).map((amount) => spent(amount)),
    )
    fc.assert(
      fc.property(fc.array(event, { maxLength: 25 }), (events) => {
        const { entries, issued, reversed: back, spent: gone, balance } = buildPassbook([buildRow(events)])
        expect(balance).toBe(issued - back - gone)
        expect(entries.reduce((sum, { change }) => sum + change, 0)).toBe(balance)
        expect(entries).toHaveLength(events.length)
      }),
      { numRuns: 200 },
    )
  })
})
