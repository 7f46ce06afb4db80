/** A running term of an order while days off are added, told to the ledger and to the oracle of calendars, ends at the same midnight (H4, O22). */
import { calendar2020to2026 } from '@zhiyuan/domain'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findTermEnd, type CalendarEdition } from '../oracles/calendar-change.oracle.fixture.ts'
import { approve, openNeeds, place } from './needs.fixture.ts'
import { holdUntilMet } from './deep-enough.fixture.ts'

const day = 86_400_000
const offsetMinutes = 480
const begin = Date.parse('2020-05-06T00:00:00Z')
const say = (at: number): string => new Date(at).toISOString().slice(5, 16).replace('T', ' ')
const found = calendar2020to2026.find((one) => one.year === 2020)
if (found === undefined) throw new Error('no calendar of 2020')
const year = found

const isOff = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
/** The calendar of the year with these days off beside its own. */
const makeEdition = (more: readonly string[], adoptedAt: number) => {
  const daysOff = [...new Set([...year.daysOff, ...more])].toSorted()
  const daysWorked = year.daysWorked.filter((one) => !more.includes(one))
  const includes = (days: readonly string[], date: string): boolean => days.includes(date)
  const edition: CalendarEdition = {
    adoptedAt,
    isWorkingDay: (date) => includes(daysWorked, date) || (!isOff(date) && !includes(daysOff, date)),
  }
  const source = `notice of ${say(adoptedAt)}`
  return { edition, command: { type: 'AdoptCalendarYear', ...year, daysOff, daysWorked, source } }
}

const candidates = ['2020-05-09', '2020-05-11', '2020-05-13', '2020-05-14', '2020-05-15', '2020-05-18', '2020-05-19']
const drawChange = fc.record({ after: fc.integer({ min: 1, max: 12 }), more: fc.subarray(candidates) })

const agree = async (changes: ReadonlyArray<{ readonly after: number; readonly more: readonly string[] }>) => {
  const county = await openNeeds()
  await county.submit('N1')
  await county.ask('kt', approve('N1'))
  await county.ask('kt', place('O1', 'N1'))
  const editions = [makeEdition([], begin - 30 * day).edition]
  // A calendar only ever gets more days off here: that one with fewer brings no running timer forward is known.
  const off: string[] = []
  for (let hours = 8; hours <= 20 * 24; hours += 8) {
    const now = begin + (hours * day) / 24
    await county.at(say(now))
    for (const { more } of changes.filter((one) => one.after * 24 === hours)) {
      off.push(...more)
      const { edition, command } = makeEdition(off, now)
      if ((await county.ask('admin', command)) instanceof Array) editions.push(edition)
    }
    const end = findTermEnd(begin, 7, { offsetMinutes, editions }, now)
    const overdue = await county.listEvents('ServiceOverdue')
    expect({ now: say(now), end: say(end), passed: overdue.length > 0 }).toMatchObject({ passed: end <= now })
  }
  return editions.length
}

describe('terms by the ledger and by the oracle', () => {
  it('H4, O22: a running term follows a calendar with more days off, and what has ended stays ended', async () => {
    let changed = 0
    const law = fc.asyncProperty(
      fc.uniqueArray(drawChange, { maxLength: 3, selector: ({ after }) => after }),
      async (changes) => {
        changed += (await agree(changes)) - 1
      },
    )
    await holdUntilMet(law, { numRuns: 15 }, () => changed > 5)
    expect(changed).toBeGreaterThan(5)
  }, 240_000)
})
