/** An order of the village that is about to be served by its team. */
import { hall, leader, residents, volunteers } from '../people.ts'
import {
  deed,
  type CountyActor,
  type CountyBeat,
  type CountyCast,
  type CountyLook,
  type CountyStep,
  why,
} from '../scene.ts'
import { approveNeed, submitNeed } from './needs.ts'
import { dispatchOrder } from './orders.ts'
import { takeSeat } from './serving.ts'
import { addMinutes, whenSeen } from './times.ts'
import { seen } from './seen.ts'

/** So many minutes after it was accepted the service begins; it is short, so that others are still about when it is over. */
const leadMinutes = 25
const servedMinutes = 60

/** The team accepts, for a time that is near. */
export const acceptSoon = (by: CountyActor, orderId: string, offerId: string, now: string) =>
  deed(by, 'AcceptOffer', {
    orderId,
    offerId,
    planned: { start: addMinutes(now, leadMinutes), end: addMinutes(now, leadMinutes + servedMinutes) },
    risksSeen: true,
  })

/** A step at a time that was planned with the team; nothing where no team has accepted. */
export const asPlanned = (
  orderId: string,
  act: (planned: { readonly start: string; readonly end: string }, now: string) => CountyBeat,
): CountyStep =>
  whenSeen((look) => seen(look, 'OrderAccepted').find((accepted) => accepted.orderId === orderId)?.planned, act)

/** Different people of the village team, none of whom leads it. */
export const members = (pick: CountyCast['pick'], count: number): ReadonlyArray<CountyActor> => {
  const first = pick([1, 2, 3, 4, 5])
  return Array.from({ length: count }, (_, n) => volunteers[1 + ((first + n) % 5)] ?? leader)
}

/** Two at a time: the second one of each pair is done before any process has acted on the first one. */
const hurry = (step: CountyStep, index: number): CountyStep => {
  const atOnce = index % 2 === 0
  const next = (beat: CountyBeat): CountyBeat => (beat === null || !('actor' in beat) ? beat : { ...beat, atOnce })
  return typeof step === 'function' ? (look) => next(step(look)) : next(step)
}

interface Asked {
  readonly orderId: string
  readonly requester: CountyActor
  readonly seated: ReadonlyArray<CountyActor>
}

/** The offer of the order that still waits for the team's answer, and how many there have been. */
const findOffers = (look: CountyLook, orderId: string) => {
  const offered = seen(look, 'OrderOffered').filter((one) => one.orderId === orderId)
  const last = offered.at(-1)
  const ended = [...seen(look, 'OfferExpired'), ...seen(look, 'OfferRecalled')]
  return { last, isOpen: !ended.some(({ offerId }) => offerId === last?.offerId), count: offered.length }
}

/**
 * What comes next until all have their seats: a dispatcher of the city offers the order to the village team, again if time ran out, the team
 * accepts, and its people take their seats. Afterwards the requester agrees to the time.
 */
const goOn =
  ({ orderId, requester, seated }: Asked): CountyStep =>
  (look) => {
    const accepted = seen(look, 'OrderAccepted').find((one) => one.orderId === orderId)
    const { last, isOpen, count } = findOffers(look, orderId)
    if (accepted === undefined)
      return last !== undefined && isOpen
        ? acceptSoon(leader, orderId, last.offerId, look.now)
        : dispatchOrder(orderId, `F${orderId}-${count}`)
    const taken = seen(look, 'SeatTaken').filter((one) => one.orderId === orderId)
    const next = seated.find(({ person }) => !taken.some(({ volunteer }) => volunteer === person))
    if (next !== undefined) return takeSeat(next, { orderId })
    const { planned } = accepted
    return planned === null ? null : deed(requester, 'AgreeToTime', { orderId, round: 1, planned })
  }

/** A need whose order the village team has accepted, and on which some people have taken their seats. */
export const orderedService = (
  { id, now, pick }: CountyCast,
  seated: ReadonlyArray<CountyActor>,
  orders: ReadonlyArray<string> = [`O${id}`],
) => {
  const needId = `N${id}`
  const requester = pick(residents)
  const [first = `O${id}`, ...more] = orders
  const serviceOf = (orderId: string) => {
    const occasion = { type: 'order', orderId, round: 1 } as const
    return {
      orderId,
      occasion,
      /** The assignment of one volunteer. */
      presence: ({ person }: CountyActor) => ({ occasion, volunteer: person }),
      /** The record that the attendance of a volunteer makes. */
      record: ({ person }: CountyActor) => ({ volunteer: person, recordId: `o.${orderId}.1` }),
      at: (act: Parameters<typeof asPlanned>[1]) => asPlanned(orderId, act),
    }
  }
  const order = (orderId: string) =>
    ({ orderId, needId, specialty: 'hardship-relief', seats: 2, planned: null }) as const
  const served = orders.map((orderId) => goOn({ orderId, requester, seated }))
  const steps: ReadonlyArray<CountyStep> = [
    submitNeed(requester, needId, { voicedAt: now }),
    approveNeed(needId),
    deed(hall.clerk, 'PlaceOrder', order(first)),
    ...more.map((orderId) =>
      deed(hall.clerk, 'PlaceIntendedOrder', { ...order(orderId), intended: why('two-rooms').reason }),
    ),
    // One more than they need, so that an offer may run out.
    ...Array.from({ length: 3 + seated.length }, () => served).flat(),
  ]
  // Often by people who are all on the telephone; else others come in between.
  const isHurried = pick([true, true, false])
  return { ...serviceOf(first), steps: isHurried ? steps.map(hurry) : steps, needId, requester, serviceOf }
}
