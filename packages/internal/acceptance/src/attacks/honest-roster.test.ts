/** Crowds of one order: a class of 40 whose teacher calls the roll (A12, H12), and 30 who forgot to check out (A9). */
import { expect, it } from 'vitest'
import { actor, asking, occasion, seatCrowd, sendAll } from './crowd.fixture.ts'
import { listNames, openCounty, V1, type County } from './paper.fixture.ts'

const listGrades = async (county: County) =>
  (await county.listEvents()).flatMap((one) => (one.type === 'RecordSubmitted' ? [one.grade] : []))

it('A12: a class of 40 by roster: service begins, none is held, 40 are attested', async () => {
  const county = await openCounty(41)
  const send = sendAll(county)
  const class40 = listNames(40)
  const teacher = actor('v40', 'volunteer')
  await seatCrowd(county, class40, 'v40')
  const roll = { type: 'CallRoll', occasion, volunteers: class40, headCount: 40, place: V1, caller: null }
  await county.at('04-24 01:05')
  await send(teacher, { ...roll, rollCallId: 'came', phase: 'came' })
  await send(asking, { type: 'TellHeadCount', occasion, count: 40 })
  await county.at('04-24 04:00')
  await send(teacher, { ...roll, rollCallId: 'left', phase: 'left' })
  await county.at('04-24 09:00')
  expect(await county.countEvents('OrderMissed')).toBe(0)
  expect(await county.countEvents('RecordHeld')).toBe(0)
  expect(await listGrades(county)).toEqual(class40.map(() => 'attested'))
}, 60_000)

it('A9, H12: 30 forgotten check-outs at one event: the leader who was there confirms them: one case, and one ruling clears it', async () => {
  const county = await openCounty(31)
  const send = sendAll(county)
  const [crowd, leader] = [listNames(30), actor('v30', 'volunteer')]
  await seatCrowd(county, listNames(31), 'v30')
  await county.at('04-24 01:00')
  for (const person of listNames(31))
    await send(actor(person, 'volunteer'), { type: 'CheckIn', occasion, volunteer: person })
  await county.at('04-24 05:00')
  await send(leader, { type: 'CheckOut', occasion, volunteer: 'v30' })
  await county.at('04-25 01:00')
  expect(await county.countEvents('CheckOutMissing')).toBe(30)
  const end = '2020-04-24T05:00:00.000Z'
  for (const volunteer of crowd)
    await send(leader, { type: 'ConfirmAttendance', occasion, volunteer, end, wasPresent: true })
  expect(await listGrades(county)).toEqual(['system', ...crowd.map(() => 'attested')])
  const kinds = (await county.listEvents()).flatMap((one) => (one.type === 'RecordHeld' ? [one.kind] : []))
  expect(kinds).toEqual(crowd.map(() => 'burst'))
  const reason = { code: 'list-seen', text: null }
  await county.send('qt', { type: 'RuleBurst', burstId: 'o.O1.1', number: 1, verdict: 'none', reason })
  const attended = (await county.listEvents()).flatMap((one) =>
    one.type === 'RecordSubmitted' && one.grade === 'attested' ? [one] : [],
  )
  for (const { volunteer, recordId } of attended) await county.send('q1', { type: 'VerifyRecord', volunteer, recordId })
  expect((await county.countGrades()).attested).toBe(30)
}, 60_000)
