import type { PlainActor } from '@zhiyuan/ledger'
import { openCounty } from './ledger.ts'

const township = '131081104'
const village = '131081104201'
const { ledger, send, passTo, now } = await openCounty('2026-03-03T01:00:00.000Z')
const resident: PlainActor = { person: 'p-sun', role: 'resident', unit: village }
const clerk: PlainActor = { person: 'p-clerk', role: 'clerk', unit: village }
const dispatcher: PlainActor = { person: 'p-dispatcher', role: 'dispatcher', unit: township }
const leader: PlainActor = { person: 'p-wang', role: 'volunteer', unit: village }
const member: PlainActor = { person: 'p-li', role: 'volunteer', unit: village }
const approver: PlainActor = { person: 'p-approver', role: 'approver', unit: village }

// Need, and its answer.
const [description] = await ledger.keep(['帮忙打扫屋子 · help with cleaning the house'])
await send(
  {
    type: 'SubmitNeed',
    needId: 'need-1',
    unitId: village,
    requester: resident.person,
    proxy: null,
    contact: null,
    channel: 'telephone',
    kind: 'work-life',
    description,
    risks: null,
    voicedAt: now(),
    sourceDate: null,
  },
  resident,
)
const risks = { known: false, description: null }
await send({ type: 'ApproveNeed', needId: 'need-1', serviceClass: 'individual', risks }, clerk)

// Order, offer, acceptance, seat.
const planned = { start: '2026-03-04T01:00:00.000Z', end: '2026-03-04T03:00:00.000Z' }
const specialty = 'hardship-relief'
await send({ type: 'PlaceOrder', orderId: 'order-1', needId: 'need-1', specialty, seats: 1, planned }, clerk)
const ranked = await ledger.rankTeams('order-1')
if (ranked === null) throw new Error('there is no such order')
const [best] = ranked.ranking.candidates
console.log(`best: ${best?.teamId}, handler: ${ranked.handler}, at the level ${ranked.level}`)
const offer = { orderId: 'order-1', offerId: 'offer-1' }
await send({ type: 'DispatchOrder', ...offer, teamId: best?.teamId ?? '', override: null }, dispatcher)
await send({ type: 'AcceptOffer', ...offer, planned: null, risksSeen: true }, leader)
await send({ type: 'TakeSeat', orderId: 'order-1', round: 1, risksSeen: true }, member)

// Service: a day later, two hours and ten minutes.
const present = { occasion: { type: 'order', orderId: 'order-1', round: 1 }, volunteer: member.person } as const
passTo('2026-03-04T01:00:00.000Z')
await send({ type: 'CheckIn', ...present }, member)
passTo('2026-03-04T03:10:00.000Z')
await send({ type: 'CheckOut', ...present }, member)
await send({ type: 'ReportService', orderId: 'order-1', round: 1 }, leader)
const review = { rating: 5, verdict: 'solved', comment: null } as const
await send({ type: 'ReviewOrder', orderId: 'order-1', round: 1, ...review }, resident)

// Hours: the record waits for an approver.
for (const { subject, waits } of await ledger.toDo(village)) {
  console.log(`${waits}: ${JSON.stringify(subject)}`)
  if (subject.type === 'record' && waits === 'approval')
    await send({ type: 'VerifyRecord', volunteer: subject.volunteer, recordId: subject.recordId }, approver)
}

const knownAt = now()
const star = await ledger.star(member.person, { knownAt })
console.log(`${star?.minutes} minutes count, ${star?.shortOfNext} short of the first star`)
const { areas } = await ledger.assessment({ from: '2026-03-01', to: '2026-04-01', knownAt })
const area = areas.find(({ unit }) => unit === township)
console.log(`in-service participation (I01) of ${area?.unit}: ${area?.figures.I01.n} of ${area?.figures.I01.d}`)
console.log((await ledger.timeline({ needId: 'need-1' }))?.steps.map(({ type }) => type).join(' '))
await ledger.close()
