/** The mark of a late record while the calendar changes, beside that of the oracle, which was told from the rules alone (H4). */
import { calendar2020to2026 } from '@zhiyuan/domain'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { findTermEnd, isLateRecord, type CalendarEdition } from '../oracles/calendar-change.oracle.fixture.ts'
import { interval, openCounty, publish, V1 } from './paper.fixture.ts'

const found = calendar2020to2026.find((one) => one.year === 2020)
if (found === undefined) throw new Error('no calendar of 2020')
const year = found
const offsetMinutes = 480
const day = 86_400_000
const served = interval('05-11 01:00', '05-11 03:00')
const end = Date.parse(served.end)
const words = (at: number): string => new Date(at).toISOString().slice(5, 16).replace('T', ' ')

/** The calendar with these days of May off beside its own, each by a notice of its own: the same notice sent again is a repeat. */
const adopt = (more: ReadonlyArray<string>, adoptedAt: number) => {
  const daysOff = [...new Set([...year.daysOff, ...more])].toSorted()
  const daysWorked = year.daysWorked.filter((one) => !more.includes(one))
  const edition: CalendarEdition = {
    adoptedAt,
    isWorkingDay: (date) => {
      if (daysWorked.some((one) => one === date)) return true
      const weekday = new Date(`${date}T00:00:00.000Z`).getUTCDay()
      return weekday !== 0 && weekday !== 6 && !daysOff.some((one) => one === date)
    },
  }
  const source = `notice of ${words(adoptedAt)}`
  return { edition, command: { type: 'AdoptCalendarYear', ...year, daysOff, daysWorked, source } }
}
const backfill = (recordId: string) => ({
  type: 'Backfill',
  volunteer: 'v0',
  recordId,
  occasion: { type: 'session', sessionId: 'S', host: V1 },
  segments: [served],
  minutes: 120,
  content: 'culture-arts',
  bodyId: V1,
  teamId: null,
  responsible: 'l',
  reason: null,
})

it('H4: law: a record is late where the oracle says, whatever calendars were adopted while its term ran', async () => {
  const off = fc.subarray(['2020-05-13', '2020-05-18', '2020-05-20', '2020-05-25', '2020-05-26', '2020-05-27'])
  let late = 0
  let onTime = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), off), { maxLength: 3 }),
      fc.integer({ min: -2, max: 2 }),
      async (changes, halfDays) => {
        const first = adopt([], Date.parse('2020-04-01T00:00:00.000Z'))
        const ordered = changes
          .map(([days, more]) => adopt(more, end + days * day))
          .toSorted((a, b) => a.edition.adoptedAt - b.edition.adoptedAt)
        const history = { offsetMinutes, editions: [first, ...ordered].map(({ edition }) => edition) }
        const county = await openCounty(1)
        for (const { edition, command } of ordered) {
          await county.at(words(edition.adoptedAt))
          await county.send('admin', command)
        }
        const known = ordered.at(-1)?.edition.adoptedAt ?? end
        const madeAt = Math.max(known, findTermEnd(end, 10, history, known) + (halfDays * day) / 2)
        await county.at(words(madeAt))
        await county.send('k1', backfill('R1'))
        const expected = isLateRecord(end, madeAt, history)
        if (expected) late += 1
        else onTime += 1
        const [record] = await county.ledger.records('v0')
        expect(record?.marks.includes('late')).toBe(expected)
      },
    ),
    { numRuns: 60 },
  )
  expect(Math.min(late, onTime)).toBeGreaterThan(5)
}, 120_000)

it.each([
  ['more days off', { daysOff: ['2020-05-11'], daysWorked: [] }, '2020-05-12T16:00:00.000Z'],
  ['fewer days off', { daysOff: [], daysWorked: ['2020-05-10'] }, '2020-05-10T16:00:00.000Z'],
])('H4, H20: a second look ends by a calendar with %s where the lists say, and not before', async (_, more, until) => {
  const county = await openCounty(1)
  await county.at('05-06 01:00')
  await county.send('k1', publish('S', interval('05-07 01:00', '05-07 03:00')))
  await county.at('05-09 01:00')
  await county.send('k1', { ...backfill('R1'), segments: [interval('05-07 01:00', '05-07 03:00')] })
  const daysOff = [...year.daysOff, ...more.daysOff].toSorted()
  const daysWorked = [...year.daysWorked, ...more.daysWorked].toSorted()
  await county.send('admin', { type: 'AdoptCalendarYear', ...year, daysOff, daysWorked, source: 'a later notice' })
  const listEnds = async () => (await county.ledger.secondLooks({ person: 'v0' })).map(({ lookUntil }) => lookUntil)
  const listClocks = async () =>
    (await county.ledger.deadlines(V1)).flatMap(({ clock, at }) => (clock === 'second-look' ? [at] : []))
  expect(await listEnds()).toEqual([until])
  expect((await county.ledger.records('v0')).map(({ lookUntil }) => lookUntil)).toEqual([until])
  expect(await listClocks()).toEqual([until])
  const verify = { type: 'VerifyRecord', volunteer: 'v0', recordId: 'R1' }
  await county.at(words(Date.parse(until) - 60_000))
  expect(await county.refuse('q1', verify)).toBe('SecondLookRuns')
  await county.at(words(Date.parse(until)))
  expect(await listEnds()).toEqual([])
  expect(await listClocks()).toEqual([])
  await county.send('q1', verify)
})
