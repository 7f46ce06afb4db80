/** Volunteers who say the wrong time when they come, and change their minds too late when they have left. */
import { members, orderedService } from '../deeds/ordered-service.ts'
import { addMinutes, waitUntil } from '../deeds/times.ts'
import { leader } from '../people.ts'
import { deed, type CountyBeat, type CountyCast, type CountyScene, type CountyStep } from '../scene.ts'

/** Of so many breaks, each a second after the last one, told a while later in one go. */
const breaks = (
  { at, presence }: ReturnType<typeof orderedService>,
  one: typeof leader,
  count: number,
): ReadonlyArray<CountyStep> =>
  Array.from({ length: 2 * count }, (_, n) =>
    at(({ start }): CountyBeat => ({
      ...deed(one, n % 2 === 0 ? 'PauseService' : 'ResumeService', presence(one), addMinutes(start, 5 + (n + 1) / 60)),
      atOnce: true,
    })),
  )

const served = (cast: CountyCast, count: number) => {
  const seated = members(cast.pick, count)
  const [one = leader, other = leader] = seated
  return { ...orderedService(cast, seated), one, other }
}

/** A check-in of an hour that is to come, or before the seat; a check-out of the minute of the check-in. */
export const toldWrongly: CountyScene = {
  name: 'toldWrongly',
  write: (cast) => {
    const { steps, at, presence, one } = served(cast, 1)
    const shift = cast.pick([1, -300])
    const hasLeft = cast.pick(['CheckOut', 'PauseService'] as const)
    return [
      ...steps,
      at(({ start }) => waitUntil(start)),
      ({ now }) => deed(one, 'CheckIn', presence(one), addMinutes(now, shift)),
      { ...deed(one, 'CheckIn', presence(one)), atOnce: true },
      deed(one, hasLeft, presence(one)),
    ]
  },
}

/** More breaks than a record holds. */
export const pausedTooOften: CountyScene = {
  name: 'pausedTooOften',
  write: (cast) => {
    const { steps, at, presence, one, ...service } = served(cast, 1)
    const count = cast.pick([1, 49, 49])
    return [
      ...steps,
      at(({ start }) => waitUntil(start)),
      deed(one, 'CheckIn', presence(one)),
      at(({ start }) => waitUntil(addMinutes(start, 15))),
      ...breaks({ ...service, steps, at, presence }, one, count),
      deed(one, 'PauseService', presence(one)),
      deed(one, 'CheckOut', presence(one)),
    ]
  },
}

/** A check-out is taken back too late. Another one is forgotten, and confirmed by who was there and says otherwise. */
export const leftWrongly: CountyScene = {
  name: 'leftWrongly',
  write: (cast) => {
    const { steps, at, presence, one, other, orderId, requester } = served(cast, 2)
    const confirm = (by: typeof leader, minutes: number) =>
      at(({ end }) =>
        deed(by, 'ConfirmAttendance', { ...presence(other), end: addMinutes(end, minutes), wasPresent: false }),
      )
    const report = deed(leader, 'ReportService', { orderId, round: 1 })
    return [
      ...steps,
      at(({ start }) => waitUntil(start)),
      { ...deed(one, 'CheckIn', presence(one)), atOnce: true },
      deed(other, 'CheckIn', presence(other)),
      at(({ start }) => waitUntil(addMinutes(start, 30))),
      deed(one, 'CheckOut', presence(one)),
      cast.pick([report, at(({ start }) => waitUntil(addMinutes(start, 55)))]),
      deed(one, 'TakeBackCheckOut', presence(one)),
      report,
      at(({ end }) => waitUntil(addMinutes(end, 121))),
      cast.pick([confirm(one, 0), confirm(requester, 600)]),
      confirm(requester, 0),
    ]
  },
}
