/** Deeds on the service of an order: seats, who comes, and what is said of it afterwards. */
import { gridWorker, leader } from '../people.ts'
import { deed, addHours, type CountyActor, type CountyDeed, type CountyStep } from '../scene.ts'
import { mergeNeed, submitNeed, type Matter } from './needs.ts'
import { seeTime, soon, toAccepted } from './orders.ts'

type OfOrder = Pick<Matter, 'orderId'>
const firstRound = ({ orderId }: OfOrder) => ({ orderId, round: 1 })

export const takeSeat = (by: CountyActor, ofOrder: OfOrder): CountyDeed =>
  deed(by, 'TakeSeat', { ...firstRound(ofOrder), risksSeen: true })

export const presenceOf = (matter: Matter, { person: volunteer }: CountyActor) => ({
  occasion: { type: 'order', ...firstRound(matter) } as const,
  volunteer,
})

/** Until the planned start and so many hours more. */
export const untilStarted =
  (matter: Matter, hours = 0): CountyStep =>
  (look) => {
    const planned = seeTime(matter)(look)
    return planned === null ? null : { until: addHours(planned.start, hours) }
  }

export const toSeated = (matter: Matter, seated: CountyActor, plan = soon): ReadonlyArray<CountyStep> => [
  ...toAccepted(matter, plan),
  takeSeat(seated, matter),
]

export const toServing = (matter: Matter, seated: CountyActor): ReadonlyArray<CountyStep> => [
  ...toSeated(matter, seated),
  untilStarted(matter),
  deed(seated, 'CheckIn', presenceOf(matter, seated)),
]

export const toReported = (matter: Matter, seated: CountyActor): ReadonlyArray<CountyStep> => [
  ...toServing(matter, seated),
  deed(leader, 'ReportService', firstRound(matter)),
]

/** A grid worker tells that another person waited for the same service, who rates the own part of it. */
export const ratePart = (
  { needId, orderId }: Matter,
  { person: requester, ...other }: CountyActor,
): ReadonlyArray<CountyStep> => {
  const part = `${needId}p`
  const proxy = { person: gridWorker.person, kind: 'grid-worker' } as const
  return [
    submitNeed(gridWorker, part, { requester, proxy }),
    mergeNeed(part, needId),
    deed({ ...other, person: requester }, 'ReviewOrder', {
      orderId,
      round: 1,
      rating: 2,
      verdict: 'partly',
      comment: null,
    }),
  ]
}
