/** What the naive recount knows of the log: the events recorded by K, and which of them an area and a period take. */
import { units } from '../fixtures/people.ts'
import type { FigureQuestion, Log } from './log.fixture.ts'

const { C, T1, V1, T2, V2 } = units

/** An event with its fields beside `recordedAt` of its envelope; the field of that name that it had itself is `capturedAt`. */
export type Said = Readonly<Record<string, unknown>> & { readonly type: string; readonly recordedAt: string }
/** Numerator and denominator of an indicator. */
export type Pair = readonly [n: number, d: number]
/** A field of an event, as text. */
export const text = (one: Said | undefined, key: string): string => String(one?.[key])

/** Areas of the sample world, and the units that count in each. */
export const naiveAreas: Readonly<Record<string, ReadonlyArray<string>>> = {
  [C]: [C, T1, V1, T2, V2],
  [`${C}:own`]: [C],
  [T1]: [T1, V1],
  [V1]: [V1],
  [T2]: [T2, V2],
  [V2]: [V2],
}

/** Midnights of Beijing. */
const midnight = (day: string): string => {
  const before: Readonly<Record<string, string>> = { '04-01': '03-31', '05-01': '04-30', '06-01': '05-31' }
  return `2020-${before[day.slice(5)] ?? ''}T16:00:00.000Z`
}

/** The events of one question about one area. */
export interface NaiveEvents {
  readonly area: string
  readonly period: FigureQuestion['period']
  readonly knownAt: string
  readonly events: ReadonlyArray<Said>
  readonly pickEvents: (...types: ReadonlyArray<string>) => ReadonlyArray<Said>
  readonly isInArea: (unit: string) => boolean
  readonly isInPeriod: (at: string) => boolean
}
export const readEvents = (log: Log, { period, knownAt }: FigureQuestion, area: string): NaiveEvents => {
  const events = log
    .filter(({ recordedAt }) => recordedAt <= knownAt)
    .map(({ data, recordedAt }): Said => ({ ...data, capturedAt: (data as Partial<Said>).recordedAt, recordedAt }))
  return {
    area,
    period,
    knownAt,
    events,
    pickEvents: (...types) => events.filter(({ type }) => types.includes(type)),
    isInArea: (unit) => (naiveAreas[area] ?? []).includes(unit),
    isInPeriod: (at) => at >= midnight(period.from) && at < midnight(period.to),
  }
}
