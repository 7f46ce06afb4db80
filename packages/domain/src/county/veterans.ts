/** How the veterans served before a history begins: by an order, of which each has a record by check-in, and by a sheet with a line for each. */
import { apply, examine, grant, newApplication, openNotice } from './deeds/stars.ts'
import { elder, otherHall, otherLeader, otherTown, starred, units, veterans } from './people.ts'
import { deed, interval, words, type CountyActor, type CountyDeed, type CountyWait } from './scene.ts'
import { makeRanking } from './deeds/orders.ts'

const begin = '2020-04-01T01:00:00.000Z'
const planned = interval('2020-04-02T01:00:00.000Z', 4)
const held = interval('2020-04-02T06:00:00.000Z', 2)
/** The second look is over: 4 to 6 April were days off. */
const looked = '2020-04-08T01:00:00.000Z'

/** Five working days later the notice of stars has ended. */
const noticed = '2020-04-16T01:00:00.000Z'

const [needId, orderId, offerId] = ['Nx', 'Ox', 'Fx']
const [sessionId, sheetId] = ['Sx', 'Lx']
const occasion = { type: 'order', orderId, round: 1 } as const
const atSession = { type: 'session', sessionId } as const

const ofOrder = ({ person }: CountyActor) => ({ volunteer: person, recordId: `o.${orderId}.1` })
/** Both records of a veteran: that of the order has twice the minutes. */
export const listRecords = (one: CountyActor) => ({
  ofOrder: ofOrder(one),
  ofSheet: { volunteer: one.person, recordId: `p.${sheetId}.1.${veterans.indexOf(one) + 1}` },
})

const makeApplication = (one: CountyActor) => newApplication(one, one.person)
const toNotice = (one: CountyActor): ReadonlyArray<CountyDeed> => [
  apply(one, makeApplication(one), 3),
  examine(makeApplication(one)),
  openNotice(makeApplication(one)),
]

const order: ReadonlyArray<CountyDeed> = [
  deed(elder, 'SubmitNeed', {
    needId,
    unitId: units.otherVillage,
    requester: elder.person,
    proxy: null,
    contact: null,
    channel: 'app',
    kind: 'work-life',
    description: words(needId),
    risks: { known: false, description: null },
    voicedAt: begin,
    sourceDate: null,
  }),
  deed(otherHall.clerk, 'ApproveNeed', { needId, serviceClass: 'individual', risks: null }),
  deed(otherHall.clerk, 'PlaceOrder', {
    orderId,
    needId,
    specialty: 'hardship-relief',
    seats: veterans.length,
    planned,
  }),
  deed(otherTown.dispatcher, 'DispatchOrder', {
    orderId,
    offerId,
    teamId: 'TB',
    ranking: makeRanking('TB'),
    override: null,
  }),
  deed(otherLeader, 'AcceptOffer', { orderId, offerId, planned: null, risksSeen: true }),
  ...veterans.map((one) => deed(one, 'TakeSeat', { orderId, round: 1, risksSeen: true })),
]

export const veteransServed: ReadonlyArray<CountyDeed | CountyWait> = [
  ...order,
  deed(otherHall.clerk, 'PublishSession', {
    sessionId,
    host: units.otherVillage,
    planned: held,
    content: 'culture-arts',
    seats: null,
    risks: { known: false, description: null },
    responsible: elder.person,
  }),
  { until: planned.start },
  ...veterans.map((one) => deed(one, 'CheckIn', { occasion, volunteer: one.person })),
  { until: planned.end },
  ...veterans.map((one) => deed(one, 'CheckOut', { occasion, volunteer: one.person })),
  deed(otherLeader, 'ReportService', { orderId, round: 1 }),
  deed(elder, 'ReviewOrder', { orderId, round: 1, rating: 4, verdict: 'solved', comment: null }),
  ...veterans.map((one) => deed(otherHall.approver, 'VerifyRecord', ofOrder(one))),
  { until: held.start },
  deed(otherHall.clerk, 'TellHeadCount', { occasion: atSession, count: veterans.length }),
  { until: held.end },
  deed(otherHall.recorder, 'EnterSheet', {
    sheetId,
    occasion: { ...atSession, host: units.otherVillage },
    bodyId: units.otherVillage,
    teamId: null,
    lines: veterans.map(({ person }) => ({ volunteer: person, segments: [held], minutes: 120 })),
    imageHash: '5e'.repeat(32),
    content: 'culture-arts',
    responsible: elder.person,
    reason: null,
  }),
  { until: looked },
  deed(otherTown.approver, 'ApproveSheet', { sheetId }),
  ...starred.flatMap(toNotice),
  { until: noticed },
  ...starred.map((one) => grant(makeApplication(one))),
]
