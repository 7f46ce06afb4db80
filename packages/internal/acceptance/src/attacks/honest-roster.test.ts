/** A class of 40 whose teacher calls the roll: no phones, one order, two calls (A12, H12). */
import { expect, it } from 'vitest'
import type { RoleName } from '@zhiyuan/domain'
import { interval, listNames, openCounty, V1, T1 } from './paper.fixture.ts'

const actor = (person: string, role: RoleName, unit = V1) => ({ type: 'person' as const, person, role, unit })
const class40 = listNames(40)
const occasion = { type: 'order', orderId: 'O1', round: 1 }
const planned = interval('04-24 01:00', '04-24 05:00')
const O1 = { orderId: 'O1', offerId: 'F1' }

it('A12: a class of 40 by roster: service begins, none is held, 40 are attested', async () => {
  const county = await openCounty(41)
  const { ledger } = county
  const send = async (by: ReturnType<typeof actor>, ...commands: ReadonlyArray<object>) => {
    for (const command of commands) {
      const outcome = await ledger.sendUnknown(command, { actor: by })
      if (!outcome.ok) throw new Error(`${JSON.stringify(command)} → ${JSON.stringify(outcome.rejection)}`)
    }
    await ledger.settle()
  }
  const [teacher, clerk, asking] = [actor('v40', 'volunteer'), actor('k1', 'clerk'), actor('r1', 'resident')]
  const open = { levels: ['city', 'township', 'village'], units: [] }
  const team = { teamId: 'TC', name: 'TC', kind: 'brigade', unitId: V1, bodyId: V1, specialties: ['schooling'], open }
  await send(actor('admin', 'administrator', '131081'), { type: 'FoundTeam', ...team, leader: 'v40' })
  await send(teacher, ...class40.map((person) => ({ type: 'JoinTeam', teamId: 'TC', person })))
  await county.at('04-22 01:00')
  const [description] = await ledger.keep(['forty pairs of hands'])
  const risks = { known: false, description: null }
  const need = { needId: 'N1', unitId: V1, requester: 'r1', proxy: null, contact: null, channel: 'telephone' }
  const voiced = { kind: 'work-life', description, risks, voicedAt: '2020-04-22T01:00:00.000Z', sourceDate: null }
  await send(asking, { type: 'SubmitNeed', ...need, ...voiced })
  await send(
    clerk,
    { type: 'ApproveNeed', needId: 'N1', serviceClass: 'individual', risks: null },
    { type: 'PlaceOrder', orderId: 'O1', needId: 'N1', specialty: 'schooling', seats: 40, planned },
  )
  await send(actor('p1', 'dispatcher', T1), { type: 'DispatchOrder', ...O1, teamId: 'TC', override: null })
  await send(teacher, { type: 'AcceptOffer', ...O1, planned: null, risksSeen: true })
  for (const person of class40)
    await send(actor(person, 'volunteer'), { type: 'TakeSeat', orderId: 'O1', round: 1, risksSeen: true })
  const roll = { type: 'CallRoll', occasion, volunteers: class40, headCount: 40, place: V1, caller: null }
  await county.at('04-24 01:05')
  await send(teacher, { ...roll, rollCallId: 'came', phase: 'came' })
  await send(asking, { type: 'TellHeadCount', occasion, count: 40 })
  await county.at('04-24 04:00')
  await send(teacher, { ...roll, rollCallId: 'left', phase: 'left' })
  await county.at('04-24 09:00')
  expect(await county.countEvents('OrderMissed')).toBe(0)
  expect(await county.countEvents('RecordHeld')).toBe(0)
  const grades = (await county.listEvents()).flatMap((one) => (one.type === 'RecordSubmitted' ? [one.grade] : []))
  expect(grades).toEqual(class40.map(() => 'attested'))
}, 60_000)
