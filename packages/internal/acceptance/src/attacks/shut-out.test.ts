/** A record by hand, entered while a volunteer serves elsewhere, so that the own presence would be the one that is held (H5). */
import { expect, it } from 'vitest'
import { interval, why } from './county.fixture.ts'
import { actor, occasion, seatCrowd, sendAll } from './crowd.fixture.ts'
import { openCounty, publish, V1 } from './paper.fixture.ts'

const backfill = (start: string, end: string) => ({
  type: 'Backfill',
  volunteer: 'v0',
  recordId: 'R1',
  occasion: { type: 'session', sessionId: 'S', host: V1 },
  segments: [interval(start, end)],
  minutes: 60,
  content: 'culture-arts',
  bodyId: V1,
  teamId: null,
  responsible: 'l',
  reason: null,
})
const verify = (recordId: string) => ({ type: 'VerifyRecord', volunteer: 'v0', recordId })

/** v0 serves from 01:00 to 05:00; at 04:00 k1 enters an hour of the session. */
const serve = async (start: string, end: string) => {
  const county = await openCounty(2)
  const send = sendAll(county)
  await seatCrowd(county, ['v0'], 'v1')
  await county.send('k1', publish('S', interval('04-24 00:00', '04-24 04:00')))
  await county.at('04-24 01:00')
  await send(actor('v0', 'volunteer'), { type: 'CheckIn', occasion, volunteer: 'v0' })
  await county.at('04-24 04:00')
  await county.send('k1', backfill(start, end))
  await county.at('04-24 05:00')
  await send(actor('v0', 'volunteer'), { type: 'CheckOut', occasion, volunteer: 'v0' })
  await county.at('04-28 01:00')
  return county
}

it('H5: the entry by hand is held, and the own presence is verified', async () => {
  const county = await serve('04-24 02:00', '04-24 03:00')
  const held = (await county.listEvents()).flatMap((one) => (one.type === 'RecordHeld' ? [one.recordId, one.kind] : []))
  expect(held).toEqual(['R1', 'overlap'])
  expect(await county.refuse('q1', verify('R1'))).toBe('CommandNotAllowed')
  await county.send('q1', verify('o.O1.1'))
  expect(await county.countGrades()).toEqual({ system: 1, attested: 0, manual: 0 })
}, 60_000)

it('H5: an honest hour before it is held by neither', async () => {
  const county = await serve('04-24 00:00', '04-24 01:00')
  for (const recordId of ['R1', 'o.O1.1']) await county.send('q1', verify(recordId))
  expect(await county.countGrades()).toEqual({ system: 1, attested: 0, manual: 1 })
}, 60_000)

it('H5, H9: where the village suspends the own presence and lets the entry by hand count, the unit above turns it back', async () => {
  const county = await serve('04-24 02:00', '04-24 03:00')
  const about = (recordId: string) => ({ volunteer: 'v0', recordId, ...why('seen') })
  await county.send('q1', verify('o.O1.1'))
  await county.send('q1', { type: 'SuspendRecord', ...about('o.O1.1') })
  await county.send('q1', { type: 'ClearHold', ...about('R1'), holdId: 'overlap:v0:o.O1.1:0' })
  await county.send('q1', verify('R1'))
  const reinstate = { type: 'ReinstateRecord', ...about('o.O1.1') }
  expect(await county.refuse('qt', reinstate)).toBe('OverlapsVerified')
  await county.send('qt', { type: 'SuspendRecord', ...about('R1') })
  await county.send('qt', reinstate)
  expect(await county.refuse('q1', { type: 'ReinstateRecord', ...about('R1') })).toBe('OverlapsVerified')
  await county.send('q1', { type: 'VoidRecord', ...about('R1') })
  const [own] = await county.ledger.records('v0').then((all) => all.filter(({ recordId }) => recordId === 'o.O1.1'))
  expect([own?.status, own?.grade, own?.holds]).toEqual(['verified', 'system', []])
}, 60_000)
