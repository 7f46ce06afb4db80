/** Hours that were voided, of which a copy was entered before the voiding (H9). */
import { expect, it } from 'vitest'
import { interval, why } from './county.fixture.ts'
import { enter, openCounty, publish, V1, type County, type Who } from './paper.fixture.ts'

const backfill = (recordId: string, start: string, end: string) => ({
  type: 'Backfill',
  volunteer: 'v0',
  recordId,
  occasion: { type: 'session', sessionId: 'S', host: V1 },
  segments: [interval(`04-24 ${start}`, `04-24 ${end}`)],
  minutes: 120,
  content: 'culture-arts',
  bodyId: V1,
  teamId: null,
  responsible: 'l',
  reason: null,
})
const about = (recordId: string) => ({ volunteer: 'v0', recordId })
const verify = (recordId: string) => ({ type: 'VerifyRecord', ...about(recordId) })
const clear = (recordId: string, holdId: string) => ({ type: 'ClearHold', ...about(recordId), holdId, ...why('seen') })

/** v0's R1 is verified and suspended; then the copy is entered, and R1 is voided by the township. */
const voidAfter = async (enterCopy: (county: County) => Promise<void>) => {
  const county = await openCounty(2)
  await county.at('04-23 00:00')
  await county.send('k1', publish('S', interval('04-24 00:00', '04-24 08:00')))
  await county.at('04-24 09:00')
  await county.send('k1', backfill('R1', '01:00', '03:00'))
  await county.at('04-28 01:00')
  await county.send('q1', verify('R1'))
  await county.send('q1', { type: 'SuspendRecord', ...about('R1'), ...why('false') })
  await enterCopy(county)
  await county.send('qt', { type: 'VoidRecord', ...about('R1'), ...why('false') })
  await county.at('05-06 01:00')
  return county
}
const listHolds = async (county: County, recordId: string) =>
  (await county.listEvents()).flatMap((one) =>
    one.type === 'RecordHeld' && one.recordId === recordId ? [one.holdId] : [],
  )
const rule = async (county: County, by: Who, recordId: string, kept: string) => {
  for (const holdId of await listHolds(county, recordId))
    if (!holdId.startsWith(kept)) await county.send(by, clear(recordId, holdId))
}

it('H9: a copy a minute off waits for the unit above', async () => {
  const county = await voidAfter(({ send }) => send('k1', backfill('R2', '01:01', '03:01')))
  expect(await listHolds(county, 'R2')).toEqual(['overlap:v0:R1:0', 'final:v0:R1:0'])
  await rule(county, 'q1', 'R2', 'final')
  expect(await county.refuse('q1', verify('R2'))).toBe('CommandNotAllowed')
  expect(await county.refuse('q1', clear('R2', 'final:v0:R1:0'))).toBe('NotTheUnitAbove')
  await county.send('qt', clear('R2', 'final:v0:R1:0'))
  await county.send('q1', verify('R2'))
}, 60_000)

it('H9, H14: so does the line of a sheet', async () => {
  const county = await voidAfter(({ send }) => send('k3', enter('H1', 'S', ['v0', 'v1'])))
  const [line] = (await county.listEvents()).flatMap((one) =>
    one.type === 'RecordSubmitted' && one.recordId.startsWith('p.') && one.volunteer === 'v0' ? [one.recordId] : [],
  )
  const lineId = line ?? 'none'
  await county.send('qt', { type: 'ApproveSheet', sheetId: 'H1' })
  await rule(county, 'q1', lineId, 'final')
  expect(await county.refuse('q1', clear(lineId, 'final:v0:R1:0'))).toBe('NotTheUnitAbove')
  // The other line, of v1, counts.
  const verified = (await county.listEvents()).flatMap((one) => (one.type === 'RecordVerified' ? [one.volunteer] : []))
  expect(verified).toEqual(['v0', 'v1'])
}, 60_000)

it('H9: an honest record of another hour is verified by the village', async () => {
  const county = await voidAfter(({ send }) => send('k1', backfill('R2', '03:00', '05:00')))
  expect(await listHolds(county, 'R2')).toEqual([])
  await county.send('q1', verify('R2'))
}, 60_000)
