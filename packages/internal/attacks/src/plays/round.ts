/** The commands of a need, its order, and the presence at its round. */
import type { Stage } from '../attack.ts'
import { instant, V1, type Words } from '../county.ts'
import { type Segment } from './words.ts'

export const round = { orderId: 'O1', round: 1 }
export const ofRound = (orderId = 'O1', no = 1) => ({ type: 'order', orderId, round: no })
export const present = (volunteer: string, orderId = 'O1') => ({ occasion: ofRound(orderId), volunteer })
export const arrive = (volunteer: string, orderId = 'O1'): Words => ({
  type: 'CheckIn',
  ...present(volunteer, orderId),
})
export const leave = (volunteer: string, orderId = 'O1'): Words => ({
  type: 'CheckOut',
  ...present(volunteer, orderId),
})
export const confirm = (volunteer: string, end: string): Words => ({
  type: 'ConfirmAttendance',
  ...present(volunteer),
  ...{ end: instant(end), wasPresent: true },
})
export const takeSeat = (orderId = 'O1'): Words => ({ type: 'TakeSeat', orderId, round: 1, risksSeen: true })
export const report: Words = { type: 'ReportService', ...round }
export const review = (rating: number, verdict = 'solved'): Words => ({
  type: 'ReviewOrder',
  ...round,
  ...{ rating, verdict, comment: null },
})
export const roll = (phase: 'came' | 'left', volunteers: ReadonlyArray<string>, more: object = {}): Words => ({
  type: 'CallRoll',
  ...{
    rollCallId: phase,
    occasion: ofRound(),
    phase,
    volunteers,
    headCount: volunteers.length,
    place: V1,
    caller: null,
  },
  ...more,
})

export interface Asking {
  readonly no?: number
  readonly by?: string
  readonly requester?: string
  readonly contact?: string | null
  readonly proxy?: object | null
  readonly unitId?: string
  readonly kind?: string
}
/** A need is voiced at this instant. */
export const voice = async (stage: Stage, now: string, asking: Asking = {}): Promise<void> => {
  const { no = 1, by = 'r1', requester = 'r1', contact = null, proxy = null, unitId = V1 } = asking
  const { kind = no === 1 ? 'work-life' : 'health' } = asking
  const needId = `N${no}`
  const asked = { needId, unitId, requester, proxy, contact, channel: 'telephone', kind }
  const description = await stage.keep(`words of ${needId}`)
  const voiced = { description, risks: { known: false, description: null }, voicedAt: instant(now), sourceDate: null }
  await stage.does(by, { type: 'SubmitNeed', ...asked, ...voiced })
}
export const approveNeed = (no = 1): Words => ({
  type: 'ApproveNeed',
  ...{ needId: `N${no}`, serviceClass: 'individual', risks: null },
})
/** A need is voiced, approved and ordered in the village. */
export const order = async (
  stage: Stage,
  now: string,
  planned: Segment | null,
  { seats = 2, ...asking }: Asking & { readonly seats?: number } = {},
): Promise<void> => {
  const { no = 1 } = asking
  await voice(stage, now, asking)
  await stage.does('k0', approveNeed(no))
  const wanted = { specialty: 'hardship-relief', seats, planned }
  await stage.does('k0', { type: 'PlaceOrder', orderId: `O${no}`, needId: `N${no}`, ...wanted })
}
export const dispatch = (teamId = 'TA', no = 1, override: object | null = null): Words => ({
  type: 'DispatchOrder',
  ...{ orderId: `O${no}`, offerId: `F${no}`, teamId, override },
})
export const accept = (planned: Segment | null = null, no = 1): Words => ({
  type: 'AcceptOffer',
  ...{ orderId: `O${no}`, offerId: `F${no}`, planned, risksSeen: true },
})
/** TA takes the order on. */
export const acceptOrder = async (stage: Stage, no = 1): Promise<void> => {
  await stage.does('p1', dispatch('TA', no))
  await stage.does('b', accept(null, no))
}

/** O1 for that time of 05-07, on 05-06; these have a seat. */
export const begin = async (stage: Stage, planned: Segment, seated: ReadonlyArray<string>): Promise<void> => {
  await stage.at('05-06 00:00')
  await order(stage, '05-06 00:00', planned)
  await acceptOrder(stage)
  for (const person of seated) await stage.does(person, takeSeat())
}
