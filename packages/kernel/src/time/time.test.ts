import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  dayFromNumber,
  dayNumber,
  endOfDay,
  fromMillis,
  Instant,
  type LocalDay,
  localDay,
  minutesBetween,
  startOfDay,
  toMillis,
  weekday,
  type Zone,
} from '../index.ts'

const instant = (s: string): Instant => s as Instant
const day = (s: string): LocalDay => s as LocalDay
const millis = fc.integer({ min: -2208988800000, max: 7258118399999 })
const beijing: Zone = [{ from: instant('1900-01-01T00:00:00.000Z'), offsetMinutes: 480 }]
/** Daylight saving in China in 1986. */
const shanghai1986: Zone = [
  { from: instant('1900-01-01T00:00:00.000Z'), offsetMinutes: 480 },
  { from: instant('1986-05-03T18:00:00.000Z'), offsetMinutes: 540 },
  { from: instant('1986-09-13T17:00:00.000Z'), offsetMinutes: 480 },
]

describe('an instant', () => {
  it('converts to milliseconds and back as `Date` does, from 1900 to 2199', () => {
    fc.assert(
      fc.property(millis, (ms) => {
        const iso = new Date(ms).toISOString()
        return fromMillis(ms) === iso && toMillis(instant(iso)) === ms && Instant.is(iso)
      }),
      { numRuns: 200 },
    )
  })

  it('has the same order as a string and in time', () => {
    fc.assert(
      fc.property(millis, millis, (a, b) => fromMillis(a) < fromMillis(b) === a < b),
      { numRuns: 200 },
    )
  })

  it.each([
    '2020-02-30T00:00:00.000Z',
    '2020-04-20T24:00:00.000Z',
    '2020-04-20T01:00Z',
    '1899-12-31T00:00:00.000Z',
    '2020-04-20T01:00:00.000+08:00',
    5,
  ])('is not %s', (u) => {
    expect(Instant.is(u)).toBe(false)
  })

  it('stays within its bounds', () => {
    expect(fromMillis(Number.MAX_SAFE_INTEGER)).toBe('2199-12-31T23:59:59.999Z')
  })

  it('counts whole minutes, rounded down', () => {
    expect(minutesBetween(instant('2020-04-22T01:00:00.000Z'), instant('2020-04-22T03:10:59.999Z'))).toBe(130)
  })
})

describe('a local day', () => {
  it('is numbered without gaps', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -25567, max: 84005 }),
        (n) => dayNumber(dayFromNumber(n)) === n && addDays(dayFromNumber(n), 1) === dayFromNumber(n + 1),
      ),
      { numRuns: 200 },
    )
  })

  it('knows its weekday', () => {
    expect([weekday(day('1970-01-01')), weekday(day('2020-04-20')), weekday(day('2020-04-26'))]).toEqual([4, 1, 7])
  })

  it('is the zone’s, not the machine’s', () => {
    expect(localDay(beijing, instant('2020-04-30T15:59:59.999Z'))).toBe('2020-04-30')
    expect(localDay(beijing, instant('2020-04-30T16:00:00.000Z'))).toBe('2020-05-01')
    expect(startOfDay(beijing, day('2020-05-01'))).toBe('2020-04-30T16:00:00.000Z')
    expect(endOfDay(beijing, day('2020-05-27'))).toBe('2020-05-27T16:00:00.000Z')
  })

  it('had daylight saving in 1986, so its midnight was an hour earlier', () => {
    expect(startOfDay(shanghai1986, day('1986-05-04'))).toBe('1986-05-03T16:00:00.000Z')
    expect(startOfDay(shanghai1986, day('1986-05-05'))).toBe('1986-05-04T15:00:00.000Z')
    expect(endOfDay(shanghai1986, day('1986-09-14'))).toBe('1986-09-14T16:00:00.000Z')
  })

  it('begins exactly when the day before ends, in any of these zones', () => {
    fc.assert(
      fc.property(fc.constantFrom(beijing, shanghai1986), fc.integer({ min: 5800, max: 6200 }), (zone, n) => {
        const start = startOfDay(zone, dayFromNumber(n))
        return (
          localDay(zone, start) === dayFromNumber(n) &&
          localDay(zone, fromMillis(toMillis(start) - 1)) < dayFromNumber(n)
        )
      }),
      { numRuns: 200 },
    )
  })
})
