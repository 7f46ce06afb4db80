import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  dayFromNumber,
  dayNumber,
  endOfDay,
  localDay,
  startOfDay,
  weekday,
  type Instant,
  type Zone,
} from '../index.ts'

const instant = (iso: string): Instant => iso as Instant
/** China from 1986 to 1991, by the IANA time zone database: daylight saving from 02:00 to 02:00 of local time. */
const shanghai: Zone = [
  { from: instant('1900-12-31T15:54:17.000Z'), offsetMinutes: 480 },
  ...[
    ['1986-05-03T18:00:00.000Z', '1986-09-13T17:00:00.000Z'],
    ['1987-04-11T18:00:00.000Z', '1987-09-12T17:00:00.000Z'],
    ['1988-04-16T18:00:00.000Z', '1988-09-10T17:00:00.000Z'],
    ['1989-04-15T18:00:00.000Z', '1989-09-16T17:00:00.000Z'],
    ['1990-04-14T18:00:00.000Z', '1990-09-15T17:00:00.000Z'],
    ['1991-04-13T18:00:00.000Z', '1991-09-14T17:00:00.000Z'],
  ].flatMap(([begin = '', end = '']) => [
    { from: instant(begin), offsetMinutes: 540 },
    { from: instant(end), offsetMinutes: 480 },
  ]),
]
const newYork2020: Zone = [
  { from: instant('2019-11-03T06:00:00.000Z'), offsetMinutes: -300 },
  { from: instant('2020-03-08T07:00:00.000Z'), offsetMinutes: -240 },
  { from: instant('2020-11-01T06:00:00.000Z'), offsetMinutes: -300 },
]
const witness = (timeZone: string) => {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return (ms: number): string => format.format(ms)
}
const runs = { numRuns: 200 }
const instants = (from: string, to: string) => fc.integer({ min: Date.parse(from), max: Date.parse(to) })

describe('a zone', () => {
  it('has the local days of the IANA time zone database, in China from 1985 to 1992', () => {
    const local = witness('Asia/Shanghai')
    fc.assert(
      fc.property(
        instants('1985-01-01', '1992-12-31'),
        (ms) => localDay(shanghai, instant(new Date(ms).toISOString())) === local(ms),
      ),
      runs,
    )
  })

  it('has the same local days west of Greenwich too', () => {
    const local = witness('America/New_York')
    fc.assert(
      fc.property(
        instants('2019-12-01', '2020-12-31'),
        (ms) => localDay(newYork2020, instant(new Date(ms).toISOString())) === local(ms),
      ),
      runs,
    )
  })

  it('has days of 23 and 25 hours where the clock is put forward and back', () => {
    const hours = (zone: Zone, day: string) =>
      (Date.parse(endOfDay(zone, day as never)) - Date.parse(startOfDay(zone, day as never))) / 3_600_000
    expect([hours(shanghai, '1986-05-03'), hours(shanghai, '1986-05-04'), hours(shanghai, '1986-09-14')]).toEqual([
      24, 23, 25,
    ])
    expect([hours(newYork2020, '2020-03-08'), hours(newYork2020, '2020-11-01')]).toEqual([23, 25])
  })

  it('uses its first offset before its first transition, and is UTC without transitions', () => {
    expect(localDay(shanghai, instant('1900-06-01T20:00:00.000Z'))).toBe('1900-06-02')
    expect(localDay([], instant('2020-06-01T20:00:00.000Z'))).toBe('2020-06-01')
    expect(startOfDay([], '2020-06-01' as never)).toBe('2020-06-01T00:00:00.000Z')
  })
})

describe('a day', () => {
  it('has the number, the successor and the weekday of the platform’s calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25567, max: 84004 }), fc.integer({ min: -400, max: 400 }), (n, days) => {
        const date = new Date(n * 86_400_000)
        const iso = date.toISOString().slice(0, 10)
        const later = new Date((n + days) * 86_400_000).toISOString().slice(0, 10)
        return (
          dayFromNumber(n) === iso &&
          dayNumber(iso as never) === n &&
          weekday(iso as never) === (date.getUTCDay() || 7) &&
          addDays(iso as never, days) === later
        )
      }),
      runs,
    )
  })
})
