import {
  addDays,
  fromMillis,
  msPerDay,
  msPerMinute,
  toMillis,
  dayNumber,
  type Instant,
  type LocalDay,
} from './instant.ts'

/** From an instant on, local time is UTC plus `offsetMinutes`. A zone is data of the policy, never the machine's zone. */
export interface ZoneTransition {
  readonly from: Instant
  readonly offsetMinutes: number
}

/** Transitions in order of time. The first also holds for all time before it. */
export type Zone = ReadonlyArray<ZoneTransition>

const findOffset = (zone: Zone, at: Instant): number =>
  (zone.findLast(({ from }) => from <= at) ?? zone[0])?.offsetMinutes ?? 0

/** The local calendar day on which an instant falls. */
export const localDay = (zone: Zone, at: Instant): LocalDay =>
  fromMillis(toMillis(at) + findOffset(zone, at) * msPerMinute).slice(0, 10) as LocalDay

/** The instant at which a local day begins: the first instant that falls on it. */
export const startOfDay = (zone: Zone, day: LocalDay): Instant => {
  const local = dayNumber(day) * msPerDay
  const offsets = [...new Set([0, ...zone.map(({ offsetMinutes }) => offsetMinutes)])]
  const starts = offsets.map((minutes) => fromMillis(local - minutes * msPerMinute)).sort()
  return starts.find((at) => localDay(zone, at) === day) ?? fromMillis(local)
}

/** The instant at which a local day ends: the start of the next day. */
export const endOfDay = (zone: Zone, day: LocalDay): Instant => startOfDay(zone, addDays(day, 1))
