import { fromMillis, msPerDay, msPerHour, toMillis, type Instant } from '@zhiyuan/kernel'

/** Beijing's hours of the three ticks of a day: morning, forenoon, evening. */
const tickHours = [8, 11, 18] as const
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

/** The first morning tick that is not before an instant: an offer made then is answered in the forenoon, before it expires. */
export const nextMorning = (at: Instant): Instant => {
  const today = beijingTime(at, 0, tickHours[0])
  return today >= at ? today : beijingTime(at, 1, tickHours[0])
}

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

/** Hours after which the second look at what was written down by hand is over (H20), also over the holidays of October. */
export const secondLook = 240
