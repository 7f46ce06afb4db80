/** An order of the village that is about to be served by its team. */
import { hall, leader, residents, units, volunteers } from '../people.ts'
import { rankingOf } from '../scenes/served.ts'
import { deed, words, type CountyActor, type CountyBeat, type CountyCast, type CountyStep } from '../scene.ts'
import { minutesAfter, whenSeen } from './times.ts'
import { seen } from './seen.ts'

export const submitNeed = (needId: string, requester: CountyActor, voicedAt: string) =>
  deed(requester, 'SubmitNeed', {
    needId,
    unitId: units.village,
    requester: requester.person,
    proxy: null,
    contact: null,
    channel: 'app',
    kind: 'work-life',
    description: words(needId),
    risks: { known: false, description: null },
    voicedAt,
    sourceDate: null,
  })

/** So many minutes after it was accepted the service begins; it is short, so that others are still about when it is over. */
const leadMinutes = 10
const servedMinutes = 60

/** The team accepts, for a time that is near. */
export const acceptSoon =
  (by: CountyActor, orderId: string, offerId: string): CountyStep =>
  ({ now }) =>
    deed(by, 'AcceptOffer', {
      orderId,
      offerId,
      planned: { start: minutesAfter(now, leadMinutes), end: minutesAfter(now, leadMinutes + servedMinutes) },
      risksSeen: true,
    })

export const dispatch = (by: CountyActor, orderId: string, offerId: string, teamId: string) =>
  deed(by, 'DispatchOrder', { orderId, offerId, teamId, ranking: rankingOf(teamId), override: null })

export const takeSeat = (by: CountyActor, orderId: string) =>
  deed(by, 'TakeSeat', { orderId, round: 1, risksSeen: true })

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

/** A need whose order the village team has accepted, and on which some people have taken their seats. */
export const orderedService = ({ id, now, pick }: CountyCast, seated: ReadonlyArray<CountyActor>) => {
  const [needId, orderId, offerId] = [`N${id}`, `O${id}`, `F${id}`]
  const requester = pick(residents)
  const occasion = { type: 'order', orderId, round: 1 } as const
  const steps: ReadonlyArray<CountyStep> = [
    submitNeed(needId, requester, now),
    deed(hall.clerk, 'ApproveNeed', { needId, serviceClass: 'individual', risks: null }),
    deed(hall.clerk, 'PlaceOrder', { orderId, needId, specialty: 'hardship-relief', seats: 2, planned: null }),
    dispatch(hall.dispatcher, orderId, offerId, 'TA'),
    acceptSoon(leader, orderId, offerId),
    ...seated.map((one) => takeSeat(one, orderId)),
  ]
  return {
    steps,
    needId,
    orderId,
    requester,
    occasion,
    /** The assignment of one volunteer. */
    presence: ({ person }: CountyActor) => ({ occasion, volunteer: person }),
    /** The record that the attendance of a volunteer makes. */
    record: ({ person }: CountyActor) => ({ volunteer: person, recordId: `o.${orderId}.1` }),
    at: (act: Parameters<typeof asPlanned>[1]) => asPlanned(orderId, act),
  }
}
