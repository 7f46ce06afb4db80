import type * as t from 'io-ts'
import type { Codec } from '../schema/codec.ts'
import { make } from '../schema/make.ts'

export interface InstantBrand {
  readonly Instant: unique symbol
}
/** A moment in the one fixed-width UTC form `2020-04-20T01:00:00.000Z`, from 1900 to 2199: instants compare as strings. */
export type Instant = t.Branded<string, InstantBrand>

export interface LocalDayBrand {
  readonly LocalDay: unique symbol
}
/** A calendar day of the policy's zone, `2020-04-20`, from 1900 to 2199. Days compare as strings. */
export type LocalDay = t.Branded<string, LocalDayBrand>

/** The number of two digits at an index; NaN where there are none. Every event has instants, and a pattern would take four times as long. */
const twoDigits = (s: string, at: number): number => {
  const tens = s.charCodeAt(at) - 48
  const ones = s.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const daysInMonth = (year: number, month: number): number =>
  month === 2 && leap(year) ? 29 : (monthLengths[month - 1] ?? 0)

/** Whether the first ten characters are a day. */
const beginsWithDay = (s: string): boolean => {
  const century = twoDigits(s, 0)
  const year = twoDigits(s, 2)
  const month = twoDigits(s, 5)
  const day = twoDigits(s, 8)
  if (s[4] !== '-' || s[7] !== '-' || !(century >= 19 && century <= 21)) return false
  return day >= 1 && day <= daysInMonth(century * 100 + year, month)
}

/** Whether the rest is a time of day in UTC. */
const endsWithTime = (s: string): boolean =>
  s[10] === 'T' &&
  s[13] === ':' &&
  s[16] === ':' &&
  s[19] === '.' &&
  s[23] === 'Z' &&
  twoDigits(s, 11) <= 23 &&
  twoDigits(s, 14) <= 59 &&
  twoDigits(s, 17) <= 59 &&
  twoDigits(s, 20) <= 99 &&
  twoDigits(s, 21) <= 99

export const LocalDay: Codec<LocalDay> = make(
  'LocalDay',
  { kind: 'day' },
  (u): u is LocalDay => typeof u === 'string' && u.length === 10 && beginsWithDay(u),
)

/** `occurredAt` and `recordedAt` are mostly equal: the last accepted instant need not be checked again. */
let lastInstant: string | null = null

const isInstant = (u: unknown): u is Instant => {
  if (typeof u !== 'string') return false
  if (u === lastInstant) return true
  if (u.length !== 24 || !beginsWithDay(u) || !endsWithTime(u)) return false
  lastInstant = u
  return true
}

export const Instant: Codec<Instant> = make('Instant', { kind: 'instant' }, isInstant)

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export const dayNumber = (day: LocalDay): number => {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8, 10)) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0')

/** The day `n` days after 1970-01-01. */
export const dayFromNumber = (n: number): LocalDay => {
  const z = n + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1, 2)}` as LocalDay
}

/** The day `days` calendar days later, or earlier where `days` is negative. */
export const addDays = (day: LocalDay, days: number): LocalDay => dayFromNumber(dayNumber(day) + days)

/** 1 is Monday, 7 is Sunday. */
export const weekday = (day: LocalDay): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

/** Milliseconds of a minute. */
export const msPerMinute = 60_000
/** Milliseconds of an hour. */
export const msPerHour = 3_600_000
/** Milliseconds of a day of UTC, which has no leap seconds. */
export const msPerDay = 86_400_000

/** Milliseconds since 1970-01-01T00:00:00.000Z. */
export const toMillis = (at: Instant): number =>
  dayNumber(at.slice(0, 10) as LocalDay) * msPerDay +
  Number(at.slice(11, 13)) * msPerHour +
  Number(at.slice(14, 16)) * msPerMinute +
  Number(at.slice(17, 19)) * 1000 +
  Number(at.slice(20, 23))

/** The instant `ms` milliseconds after 1970 began, clamped to the bounds of `Instant`, so that the function is total. */
export const fromMillis = (ms: number): Instant => {
  const held = Math.min(Math.max(ms, -2208988800000), 7258118399999)
  const day = Math.floor(held / msPerDay)
  const rest = held - day * msPerDay
  const time = [Math.floor(rest / msPerHour), Math.floor(rest / msPerMinute) % 60, Math.floor(rest / 1000) % 60]
  return `${dayFromNumber(day)}T${time.map((n) => pad(n, 2)).join(':')}.${pad(rest % 1000, 3)}Z` as Instant
}

/** The instant `ms` milliseconds later, clamped to the bounds of `Instant`. */
export const plusMillis = (at: Instant, ms: number): Instant => fromMillis(toMillis(at) + ms)
/** The instant `hours` elapsed hours later, clamped to the bounds of `Instant`. */
export const plusHours = (at: Instant, hours: number): Instant => plusMillis(at, hours * msPerHour)
/** Whole minutes from start to end, rounded down. */
export const minutesBetween = (start: Instant, end: Instant): number =>
  Math.floor((toMillis(end) - toMillis(start)) / msPerMinute)
/** How far, in milliseconds, the clock of a sender may be ahead of the clock that records its fact. */
export const futureBoundMs = 120_000
