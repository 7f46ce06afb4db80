/** Long days, chains and second looks of the ledger beside those of the oracles, which were told from the rules alone (H13, H20, H21). */
import { calendar2020to2026 } from '@zhiyuan/domain'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Calendar } from '../oracles/calendar.oracle.fixture.ts'
import { holdLongDays, markChains, type Visit } from '../oracles/minutes.oracle.fixture.ts'
import { findEarliestVerify } from '../oracles/second-look.oracle.fixture.ts'
import { openCounty, V1, type County } from './paper.fixture.ts'

const offsetMinutes = 480
const year = calendar2020to2026.find((one) => one.year === 2020)
/** The State Council's days of 2020. */
const workingDays: Calendar = {
  offsetMinutes,
  isWorkingDay: (date) => {
    if (year?.daysWorked.some((one) => one === date) === true) return true
    const weekday = new Date(`${date}T00:00:00.000Z`).getUTCDay()
    return weekday !== 0 && weekday !== 6 && year?.daysOff.some((one) => one === date) !== true
  },
}
const begin = Date.parse('2020-04-20T00:00:00.000Z')
const minute = 60_000
const formatTime = (at: number): string => new Date(at).toISOString()

interface Entered {
  readonly place: 'S' | 'T'
  readonly gap: number
  readonly length: number
}
const entry: fc.Arbitrary<Entered> = fc.record({
  place: fc.constantFrom('S' as const, 'T' as const),
  gap: fc.constantFrom(-10, 0, 29, 30, 31, 300),
  length: fc.integer({ min: 11, max: 700 }),
})
/** One after the other, as they were served. */
const place = (entries: ReadonlyArray<Entered>): ReadonlyArray<Visit> => {
  let end = begin
  return entries.map(({ place: occasion, gap, length }, n) => {
    const start = Math.max(begin, end + gap * minute)
    end = start + length * minute
    return { record: `R${n}`, human: 'v0', place: occasion, grade: 'manual', segments: [{ start, end }] }
  })
}
const backfill = ({ record, place: sessionId, segments: [segment] }: Visit) => ({
  type: 'Backfill',
  volunteer: 'v0',
  recordId: record,
  occasion: { type: 'session', sessionId, host: V1 },
  segments: [{ start: formatTime(segment?.start ?? 0), end: formatTime(segment?.end ?? 0) }],
  minutes: ((segment?.end ?? 0) - (segment?.start ?? 0)) / minute,
  content: 'culture-arts',
  bodyId: V1,
  teamId: null,
  responsible: 'l',
  reason: null,
})
/** Enters them in this order, and lists those that the ledger took. */
const enterAll = async (county: County, visits: ReadonlyArray<Visit>): Promise<ReadonlyArray<Visit>> => {
  await county.at('05-20 01:00')
  const taken: Visit[] = []
  for (const visit of visits) if ((await county.refuse('k1', backfill(visit))) === 'accepted') taken.push(visit)
  return taken
}

describe('hours by hand', () => {
  it('H13: law: a record that takes a day past its hours is held, in any order of entry', async () => {
    const drawn = fc.array(entry, { minLength: 2, maxLength: 8 }).chain((entries) => {
      const visits = place(entries)
      return fc.shuffledSubarray([...visits], { minLength: visits.length })
    })
    let held = 0
    await fc.assert(
      fc.asyncProperty(drawn, async (visits) => {
        const county = await openCounty(1)
        const taken = await enterAll(county, visits)
        const expected = holdLongDays(taken, 960, offsetMinutes)
        held += expected.length
        const found = (await county.listEvents()).flatMap((event) =>
          event.type === 'RecordHeld' && event.kind === 'long-day' ? [event.recordId] : [],
        )
        expect(found).toEqual(expected)
      }),
      { numRuns: 40 },
    )
    expect(held).toBeGreaterThan(10)
  }, 120_000)

  it('H21: law: from the fifth on, records that adjoin are marked as they are entered', async () => {
    let marked = 0
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 4, maxLength: 9 }), async (entries) => {
        const county = await openCounty(1)
        const taken = await enterAll(county, place(entries))
        const expected = markChains(taken, { gapMinutes: 30, most: 4 })
        marked += expected.length
        const found = (await county.listEvents()).flatMap((event) =>
          event.type === 'RecordSubmitted' && event.marks.includes('chain') ? [event.recordId] : [],
        )
        expect(found).toEqual(expected)
      }),
      { numRuns: 40 },
    )
    expect(marked).toBeGreaterThan(5)
  }, 120_000)

  it('H20: law: the second look ends where the oracle says', async () => {
    const day = fc.integer({ min: 1, max: 28 })
    const hour = fc.integer({ min: 0, max: 23 })
    await fc.assert(
      fc.asyncProperty(day, hour, async (date, at) => {
        const county = await openCounty(1)
        const words = `05-${String(date).padStart(2, '0')} ${String(at).padStart(2, '0')}:00`
        await county.at(words)
        const [visit] = place([{ place: 'S', gap: 0, length: 60 }])
        if (visit === undefined) return
        await county.send('k1', backfill(visit))
        const lastEnteredAt = Date.parse(`2020-${words.replace(' ', 'T')}:00.000Z`)
        const looked = { record: 'R0', grade: 'manual', isLate: false, lastEnteredAt } as const
        const until = findEarliestVerify(looked, 1, workingDays)
        const found = (await county.listEvents()).flatMap((event) =>
          event.type === 'RecordSubmitted' ? [event.lookUntil] : [],
        )
        expect(found).toEqual([formatTime(until)])
      }),
      { numRuns: 40 },
    )
  }, 120_000)
})
