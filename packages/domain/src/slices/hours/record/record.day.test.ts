import { describe, it } from 'vitest'
import { stage } from '@zhiyuan/testing'
import { people } from '../../../fixtures/people.ts'
import { scene, world } from '../../../fixtures/world.ts'
import { record } from './index.ts'
import { backfill, instant, interval, submitted } from './record.fixture.ts'

const given = stage(record, world, { ...scene, now: instant('05-02 01:00'), actor: people.recorderV2 })
const entry = { type: 'RecordSubmitted' } as const
const longDay = { type: 'RecordHeld', kind: 'long-day' } as const
/** The local day 04-29 begins at 04-28 16:00 UTC. */
const past = (recordId: string, start: string, end: string, minutes: number, more: object = {}) =>
  submitted(recordId, { segments: [interval(start, end)], minutes, ...more })

describe('one presence', () => {
  it('H13: lasts at most the longest plan and the term of a missed check-out, breaks included', () => {
    const broken = (end: string, minutes: number) => ({
      ...backfill('R1', 'e', '04-28 00:00', '04-28 01:00', minutes),
      segments: [interval('04-28 00:00', '04-28 01:00'), interval('04-29 01:00', end)],
    })
    given().when(broken('04-29 02:00', 120)).emits(entry)
    given()
      .when(broken('04-29 02:01', 121))
      .isRefused({ type: 'SpanTooLong', latestEnd: instant('04-29 02:00') })
  })
  it('H7: of a record by hand the responsible person is not the one whom it credits', () => {
    const own = { ...backfill('R1', 'e', '04-29 06:00', '04-29 07:00', 60), responsible: 'e' }
    given().when(own).isRefused({ type: 'ResponsibleIsVolunteer', person: 'e' })
  })
})

describe('one day', () => {
  it('H13: more than 16 hours in a local day are held; 16 hours pass, and a night is split at midnight', () => {
    given()
      .when(backfill('R1', 'e', '04-28 16:00', '04-29 08:00', 960))
      .emits(entry)
    given()
      .when(backfill('R1', 'e', '04-28 16:00', '04-29 08:01', 961))
      .emits(entry, longDay)
    given()
      .when(backfill('R1', 'e', '04-28 10:00', '04-29 06:00', 1200))
      .emits(entry)
  })
  it('H13, A14: a capture that was told late and confirmed counts together with what is entered by hand', () => {
    const confirmed = past('R2', '04-28 16:00', '04-29 04:00', 720, { grade: 'attested', recorder: 'k2' })
    given(confirmed)
      .when(backfill('R1', 'e', '04-29 04:00', '04-29 08:01', 241))
      .emits(entry, longDay)
    given(confirmed)
      .when(backfill('R1', 'e', '04-29 04:00', '04-29 08:00', 240))
      .emits(entry)
  })
  it('H13: all records of a human count together, and the one that takes the day past is held', () => {
    const before = past('R2', '04-28 16:00', '04-29 04:00', 720)
    given(before)
      .when(backfill('R1', 'e', '04-29 04:00', '04-29 08:00', 240))
      .emits(entry)
    given(before)
      .when(backfill('R1', 'e', '04-29 04:00', '04-29 08:01', 241))
      .emits(entry, longDay)
  })
})

describe('a chain', () => {
  const visit = (n: number, gap = 30) => {
    const minute = (at: number) => `04-29 0${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`
    const start = n * (30 + gap)
    return [minute(start), minute(start + 30)] as const
  }
  const chained = (gap: number, more: object = {}) => [0, 1, 2, 3].map((n) => past(`R${n}`, ...visit(n, gap), 30, more))
  it('H21: of records that adjoin has a mark from the fifth on', () => {
    given(...chained(30).slice(1))
      .when(backfill('R9', 'e', ...visit(4), 30))
      .emits({ ...entry, marks: [] })
    given(...chained(30))
      .when(backfill('R9', 'e', ...visit(4), 30))
      .emits({ ...entry, marks: ['chain'] })
    given(...chained(31))
      .when(backfill('R9', 'e', ...visit(4, 31), 30))
      .emits({ ...entry, marks: [] })
  })
  it('H21: is found in any order of entry, and records by the own check-out are no part of it', () => {
    const later = [1, 2, 3, 4].map((n) => past(`R${n}`, ...visit(n), 30))
    given(...later)
      .when(backfill('R9', 'e', ...visit(0), 30))
      .emits({ ...entry, marks: ['chain'] })
    given(...chained(30, { grade: 'system' }))
      .when(backfill('R9', 'e', ...visit(4), 30))
      .emits({ ...entry, marks: [] })
  })
})
