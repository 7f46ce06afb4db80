/** The commands of the plays, as people send them. */
import type { Stage } from '../attack.ts'
import { actor, findActor, instant, interval, V1, type Words } from '../county.ts'

export type Segment = ReturnType<typeof interval>

export const why = (code: string) => ({ reason: { code, text: null } })
export const countMinutes = ({ start, end }: Segment): number => (Date.parse(end) - Date.parse(start)) / 60_000
export const shift = ({ start, end }: Segment, minutes: number): Segment => ({
  start: new Date(Date.parse(start) + minutes * 60_000).toISOString(),
  end: new Date(Date.parse(end) + minutes * 60_000).toISOString(),
})

/** V1 announces a session; l answers for it. */
export const publish = (sessionId: string, planned: Segment, more: object = {}): Words => ({
  type: 'PublishSession',
  ...{ sessionId, host: V1, planned, content: 'culture-arts', seats: null, responsible: 'l' },
  risks: { known: false, description: null },
  ...more,
})
/** An entry by hand of a session of V1. */
export const backfill = (
  volunteer: string,
  recordId: string,
  sessionId: string,
  segment: Segment,
  more: object = {},
): Words => ({
  type: 'Backfill',
  ...{ volunteer, recordId, segments: [segment], minutes: countMinutes(segment), content: 'culture-arts' },
  ...{ bodyId: V1, teamId: null, responsible: 'l', reason: null },
  occasion: { type: 'session', sessionId, host: V1 },
  ...more,
})
export const verify = (volunteer: string, recordId: string): Words => ({ type: 'VerifyRecord', volunteer, recordId })
export const clear = (volunteer: string, recordId: string, holdId: string): Words => ({
  type: 'ClearHold',
  ...{ volunteer, recordId, holdId },
  ...why('list-seen'),
})
export const redeem = (volunteer: string, points: number): Words => ({
  type: 'RedeemPoints',
  ...{ volunteer, redemptionId: `r-${volunteer}`, points, item: 'oil' },
})

/** Lines of two hours each within the morning; people come one after the other, as they do. */
const makeLine = (day: string) => (volunteer: string, n: number) => {
  const segment = shift(interval(`${day} 01:00`, `${day} 03:00`), n % 120)
  return { volunteer, segments: [segment], minutes: 120 }
}
export const enterSheet = (
  sheetId: string,
  sessionId: string,
  day: string,
  people: ReadonlyArray<string>,
  more: object = {},
): Words => ({
  type: 'EnterSheet',
  ...{ sheetId, bodyId: V1, teamId: null, imageHash: '5e'.repeat(32), content: 'culture-arts' },
  ...{ responsible: 'l', reason: null, lines: people.map(makeLine(day)) },
  occasion: { type: 'session', sessionId, host: V1 },
  ...more,
})
export const approveSheet = (sheetId: string): Words => ({ type: 'ApproveSheet', sheetId })
export const tellHeads = (sessionId: string, count: number): Words => ({
  type: 'TellHeadCount',
  occasion: { type: 'session', sessionId },
  count,
})

export const round = { orderId: 'O1', round: 1 }
export const ofRound = (orderId = 'O1', no = 1) => ({ type: 'order', orderId, round: no })
export const present = (volunteer: string, orderId = 'O1') => ({ occasion: ofRound(orderId), volunteer })
export const checkIn = (volunteer: string, orderId = 'O1'): Words => ({
  type: 'CheckIn',
  ...present(volunteer, orderId),
})
export const checkOut = (volunteer: string, orderId = 'O1'): Words => ({
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
  readonly seats?: number
}
/** A need is voiced, approved and ordered in V1. */
export const order = async (stage: Stage, now: string, planned: Segment | null, asking: Asking = {}): Promise<void> => {
  const { no = 1, by = 'r1', requester = 'r1', contact = null, proxy = null, seats = 2 } = asking
  const needId = `N${no}`
  const asked = {
    needId,
    unitId: V1,
    requester,
    proxy,
    contact,
    channel: 'telephone',
    kind: no === 1 ? 'work-life' : 'health',
  }
  const description = await stage.keep(`words of ${needId}`)
  const voiced = { description, risks: { known: false, description: null }, voicedAt: instant(now), sourceDate: null }
  await stage.does(by, { type: 'SubmitNeed', ...asked, ...voiced })
  await stage.does('k0', { type: 'ApproveNeed', needId, serviceClass: 'individual', risks: null })
  const wanted = { specialty: 'hardship-relief', seats, planned }
  await stage.does('k0', { type: 'PlaceOrder', orderId: `O${no}`, needId, ...wanted })
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
export const takeOn = async (stage: Stage, no = 1): Promise<void> => {
  await stage.does('p1', dispatch('TA', no))
  await stage.does('b', accept(null, no))
}

export const asApprover = (person: string, unit: string) => actor(person, 'approver', unit)
export const asVolunteer = (person: string) => actor(person, 'volunteer', findActor(person).unit)
