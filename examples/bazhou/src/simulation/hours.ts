import { fromMillis, msPerDay, msPerHour, toMillis, type Instant } from '@zhiyuan/kernel'

/** Beijing's hours of the four ticks of a day. */
const tickHours = [8, 11, 14, 18] as const
const beijing = 8 * msPerHour

/** The instant of an hour and minute of Beijing's day that is `days` after the day of `at`. */
export const beijingTime = (at: Instant, days: number, hour: number, minute = 0): Instant =>
  fromMillis(
    Math.floor((toMillis(at) + beijing) / msPerDay) * msPerDay +
      days * msPerDay +
      hour * msPerHour +
      minute * 60_000 -
      beijing,
  )

/** The first tick of a forenoon that is not before an instant: an offer made then finds its team awake. */
export const forenoon = (at: Instant): Instant =>
  [beijingTime(at, 0, 8), beijingTime(at, 0, 11), beijingTime(at, 1, 8)].find((tick) => tick >= at) ?? at

/** Every tick from a day on, until another. */
export const ticks = function* (from: Instant, to: Instant): Generator<Instant> {
  for (let day = 0; ; day += 1) {
    for (const hour of tickHours) {
      const at = beijingTime(from, day, hour)
      if (at >= to) return
      yield at
    }
  }
}
