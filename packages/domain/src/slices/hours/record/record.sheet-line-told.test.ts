import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people, timer, units } from '../../../fixtures/people.ts'
import { changePolicy, scene, world } from '../../../fixtures/world.ts'
import { pasts } from '../../attendance/assignment/assignment.fixture.ts'
import { accepted, cancelled, missed, offered, placed, seatTaken, started } from '../../requests/order/order.fixture.ts'
import { approved, entered, sessionPublished } from '../sheet/sheet.fixture.ts'
import { record } from './index.ts'
import { commands, held, instant, reason, submitted } from './record.fixture.ts'

const { C, V1 } = units
const againstLog = { type: 'RecordHeld', kind: 'contradicts-the-log' } as const
const entry = { type: 'RecordSubmitted', grade: 'manual' } as const

/** L1 lists a for the first round of O1. */
const ofOrder = {
  ...entered,
  occasion: { type: 'order', orderId: 'O1', round: 1 },
  bodyId: V1,
  servedUnit: V1,
  teamId: 'B1',
  responsible: 'b',
  recorder: 'k1',
  lines: [{ volunteer: 'a', segments: [{ start: instant('04-22 01:00'), end: instant('04-22 03:00') }], minutes: 120 }],
}
const enterA = { type: 'EnterSheetLine', volunteer: 'a', recordId: 'p.L1.1.1' } as const
const began = [placed, offered, accepted, seatTaken('a'), { ...started, at: instant('04-22 01:10') }]
const given = stage(record, world, { ...scene, now: instant('04-24 02:00'), actor: timer })
const ofRound = (past: ReadonlyArray<object>, more: object = {}) =>
  given()
    .knowing({ 'sheet-L1': [ofOrder], 'order-O1': past, ...more } as never)
    .when(enterA)

describe('a line of a sheet against the log', () => {
  it('H2a, H14: of an order that was called off, missed or never begun is held', () => {
    ofRound([placed, offered, accepted, cancelled]).emits(entry, againstLog)
    ofRound([placed, offered, accepted, seatTaken('a'), missed]).emits(entry, againstLog)
    ofRound([placed, offered, accepted, seatTaken('a')]).emits(entry, againstLog)
  })

  it('H2a, H14: of a person without a seat, or whose absence stands, is held; of one who was there it is not', () => {
    ofRound([placed, offered, accepted, seatTaken('b'), started]).emits(entry, againstLog)
    ofRound(began, { 'assignment-o.O1.1.a': pasts.AbsenceAlleged }).emits(entry, againstLog)
    ofRound(began).emits(entry)
  })

  it('H2a, H14: of a session is held unless that was published before it began', () => {
    const asked = changePolicy('2020-04-01', { records: { publishedSessions: true } })
    const ofSession = stage(
      record,
      { ...world, ...asked, 'sheet-L1': [entered] as never },
      { ...scene, now: '2020-05-02T01:00:00.000Z', actor: timer },
    )
    const enterE = { type: 'EnterSheetLine', volunteer: 'e', recordId: 'p.L1.1.1' } as const
    ofSession().when(enterE).emits(entry, againstLog)
    ofSession().knowing(sessionPublished).when(enterE).emits(entry)
  })

  it('H13, H14: that takes a day past its 16 hours is held', () => {
    const long = { start: instant('04-21 16:00'), end: instant('04-22 09:00') }
    const asked = changePolicy('2020-04-01', { records: { dayHold: 960 } })
    const lines = [{ volunteer: 'a', segments: [long], minutes: 1020 }]
    given()
      .knowing({ ...asked, 'sheet-L1': [{ ...ofOrder, lines }], 'order-O1': began })
      .when(enterA)
      .emits(entry, { type: 'RecordHeld', kind: 'long-day' }, againstLog)
  })

  it('H2a, H14: waits for the unit above, and then takes what its sheet was approved for', () => {
    const recordId = 'p.L1.1.1'
    const line = submitted(recordId, { reason: null, recordedAt: '2020-05-02T01:00:00.000Z' })
    const hold = held(recordId, 'log:0', { kind: 'contradicts-the-log' })
    const sheet = { 'sheet-L1': [entered, approved] as never }
    const ruling = stage(record, { ...world, ...sheet }, { ...scene, now: '2020-05-04T01:00:00.000Z', actor: timer })
    const settle = { type: 'SettleSheetLine', volunteer: 'e', recordId } as const
    const clear = { ...commands.ClearHold, recordId, holdId: 'log:0' }
    ruling(line, hold).when(settle).isSilent()
    ruling(line, hold).by(people.approverV2).when(clear).isRefused({ type: 'NotTheUnitAbove', ruler: C })
    ruling(line, hold)
      .by(people.approverC)
      .when(clear)
      .emits({ type: 'HoldCleared', by: 'qc', stillHeld: false }, { type: 'TookPlaceRuled', by: 'qc' })
    const cleared = {
      type: 'HoldCleared',
      ...{ volunteer: 'e', recordId, bodyId: units.V2, day: '2020-04-29', grade: 'manual', holdId: 'log:0', by: 'qc' },
      reason: reason('seen'),
      stillHeld: false,
    }
    ruling(line, hold, cleared as never)
      .when(settle)
      .emits({ type: 'SheetLineSettled', ruling: 'approved' }, { type: 'RecordVerified', approver: 'q2' })
  })
})
