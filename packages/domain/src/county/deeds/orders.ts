/** Deeds on orders until a team has bound itself and there is a time. */
import { order } from '../../slices/requests/order/index.ts'
import type { OrderState } from '../../slices/requests/order/order.read.ts'
import { city, leader } from '../people.ts'
import {
  deed,
  addHours,
  interval,
  type CountyActor,
  type CountyDeed,
  type CountyLook,
  type CountyStep,
} from '../scene.ts'
import { toApproved, type Matter } from './needs.ts'

/** When a service is planned, by what is seen when someone says so; null for no time yet. */
export type Planning = (look: CountyLook) => { readonly start: string; readonly end: string } | null

export const noTime: Planning = () => null

/** So many hours ahead, for so many. */
export const ahead =
  (hours: number, lasting = 2): Planning =>
  ({ now }) =>
    interval(addHours(now, hours), lasting)

/** Within the window of a check-in, and as long as the policy plans: one may come later. */
export const soon = ahead(0.25, 24)

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

/** Where the ledger would rank the teams (O10): the one that is meant, alone. */
export const makeRanking = (teamId: string) => ({
  candidates: [{ teamId, mainSpecialty: true, distance: 0, openOffers: 0, load: 0, refusedThisSlot: false }],
  candidateCount: 1,
  leftOut: [],
  lastEvent: 'none',
})

/** The city's dispatcher may, wherever a clock has moved the order. */
export const dispatchOrder = (orderId: string, offerId: string, by = city.dispatcher, teamId = 'TA'): CountyDeed =>
  deed(by, 'DispatchOrder', { orderId, offerId, teamId, ranking: makeRanking(teamId), override: null })

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

/** The state of an order, as all may see it. */
export const seeOrder = ({ state }: CountyLook, { orderId }: Pick<Matter, 'orderId'>): OrderState =>
  // A look answers the state of the slice that is asked for, and this slice has this state.
  state(order, `order-${orderId}`) as OrderState

/** The time of an order, where it has one. */
export const seeTime =
  (matter: Pick<Matter, 'orderId'>): Planning =>
  (look) => {
    const state = seeOrder(look, matter)
    return state.type === 'None' ? null : state.planned
  }

/** The time that someone sets for what was accepted without one, and the word of the requester's side for it. */
export const setTime =
  (by: CountyActor, { orderId }: Matter, hours: number): CountyStep =>
  ({ now }) =>
    deed(by, 'SetServiceTime', { orderId, round: 1, planned: interval(addHours(now, hours), 24) })

export const agreeToTime =
  (by: CountyActor, matter: Matter): CountyStep =>
  (look) => {
    const planned = seeTime(matter)(look)
    return planned === null ? null : deed(by, 'AgreeToTime', { orderId: matter.orderId, round: 1, planned })
  }

export const toPlaced = (matter: Matter, plan = noTime): ReadonlyArray<CountyStep> => [
  ...toApproved(matter),
  placeOrder(matter.clerk, matter, plan),
]

export const toAccepted = (matter: Matter, plan = noTime): ReadonlyArray<CountyStep> => {
  const { orderId } = matter
  const offerId = `C${orderId}`
  return [...toPlaced(matter), openClaim(orderId, offerId), claimOrder(orderId, plan, { offerId })]
}
