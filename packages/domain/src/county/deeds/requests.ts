/** Deeds on needs and their orders: those of the village and its team, unless a scene says otherwise. */
import { order } from '../../slices/requests/order/index.ts'
import type { OrderState } from '../../slices/requests/order/order.read.ts'
import { city, hall, leader, residents, units } from '../people.ts'
import {
  deed,
  hoursAfter,
  interval,
  words,
  type CountyActor,
  type CountyCast,
  type CountyDeed,
  type CountyLook,
  type CountyStep,
} from '../scene.ts'
import { rankingOf } from '../scenes/served.ts'

/** A need, the order of it, and who voices it. */
export interface Matter {
  readonly needId: string
  readonly orderId: string
  readonly requester: CountyActor
}

/** A matter of the scene's own; a further one of the same scene has another part. */
export const newMatter = ({ id, pick }: CountyCast, part = ''): Matter => ({
  needId: `N${id}${part}`,
  orderId: `O${id}${part}`,
  requester: pick(residents),
})

type NeedSaid = Partial<Omit<Parameters<typeof deed<'SubmitNeed'>>[2], 'needId'>>
/** The person speaks for no one else, unless more is said. */
export const submitNeed = (by: CountyActor, needId: string, said: NeedSaid = {}): CountyStep => {
  const voiced = {
    needId,
    unitId: units.village,
    requester: by.person,
    proxy: null,
    contact: null,
    channel: 'app',
    kind: 'work-life',
    description: words(needId),
    risks: { known: false, description: null },
    sourceDate: null,
    ...said,
  } as const
  return ({ now }) => deed(by, 'SubmitNeed', { voicedAt: now, ...voiced })
}

export const approveNeed = (needId: string, by = hall.clerk): CountyDeed =>
  deed(by, 'ApproveNeed', { needId, serviceClass: 'individual', risks: null })

/** When a service is planned, by what is seen when someone says so; null for no time yet. */
export type Planning = (look: CountyLook) => { readonly start: string; readonly end: string } | null
export const noTime: Planning = () => null
/** So many hours ahead, for so many. */
export const ahead =
  (hours: number, lasting = 2): Planning =>
  ({ now }) =>
    interval(hoursAfter(now, hours), lasting)
/** Within the window of a check-in, and long enough to come later. */
export const soon = ahead(0.25, 8)

const placing = { specialty: 'hardship-relief', seats: 2 } as const
export const placeOrder =
  (by: CountyActor, { orderId, needId }: Pick<Matter, 'orderId' | 'needId'>, plan = noTime): CountyStep =>
  (look) =>
    deed(by, 'PlaceOrder', { orderId, needId, ...placing, planned: plan(look) })
export const placeIntended = (by: CountyActor, { orderId, needId }: Pick<Matter, 'orderId' | 'needId'>): CountyDeed =>
  deed(by, 'PlaceIntendedOrder', {
    orderId,
    needId,
    ...placing,
    planned: null,
    intended: { code: 'needed', text: null },
  })

/** The city's dispatcher may, wherever a clock has moved the order. */
export const dispatchOrder = (orderId: string, offerId: string, by = city.dispatcher): CountyDeed =>
  deed(by, 'DispatchOrder', { orderId, offerId, teamId: 'TA', ranking: rankingOf('TA'), override: null })
export const openClaim = (orderId: string, offerId: string, by = city.dispatcher): CountyDeed =>
  deed(by, 'OpenClaim', { orderId, offerId })

interface Claiming {
  readonly offerId: string
  readonly teamId?: string
  readonly by?: CountyActor
}
export const claimOrder =
  (orderId: string, plan: Planning, { offerId, teamId = 'TA', by = leader }: Claiming): CountyStep =>
  (look) =>
    deed(by, 'ClaimOrder', { orderId, offerId, teamId, planned: plan(look), risksSeen: true })

const firstRound = ({ orderId }: Matter) => ({ orderId, round: 1 })
export const takeSeat = (by: CountyActor, matter: Matter): CountyDeed =>
  deed(by, 'TakeSeat', { ...firstRound(matter), risksSeen: true })
export const presenceOf = (matter: Matter, { person: volunteer }: CountyActor) => ({
  occasion: { type: 'order', ...firstRound(matter) } as const,
  volunteer,
})

/** The state of an order, as all may see it. */
export const seeOrder = ({ state }: CountyLook, { orderId }: Pick<Matter, 'orderId'>): OrderState =>
  // A look answers the state of whatever slice is asked for, and this slice has this state.
  state(order, `order-${orderId}`) as OrderState

/** The time of an order, where it has one. */
export const seeTime =
  (matter: Pick<Matter, 'orderId'>): Planning =>
  (look) => {
    const state = seeOrder(look, matter)
    return state.type === 'None' ? null : state.planned
  }

/** Until the planned start and so many hours more. */
export const untilStarted =
  (matter: Matter, hours = 0): CountyStep =>
  (look) => {
    const planned = seeTime(matter)(look)
    return planned === null ? null : { until: hoursAfter(planned.start, hours) }
  }

export const toApproved = ({ needId, requester }: Matter): ReadonlyArray<CountyStep> => [
  submitNeed(requester, needId),
  approveNeed(needId),
]
export const toPlaced = (matter: Matter, plan = noTime): ReadonlyArray<CountyStep> => [
  ...toApproved(matter),
  placeOrder(hall.clerk, matter, plan),
]
export const toAccepted = (matter: Matter, plan = noTime): ReadonlyArray<CountyStep> => {
  const { orderId } = matter
  const offerId = `C${orderId}`
  return [...toPlaced(matter), openClaim(orderId, offerId), claimOrder(orderId, plan, { offerId })]
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
