/** Time that a correction adds to a record that counts: entered months later, and on no one's list (H20, H4). */
import { expect, it } from 'vitest'
import { actor, interval, why } from './county.fixture.ts'
import { openCounty, publish, V1, type County } from './paper.fixture.ts'

const backfill = (volunteer: string) => ({
  type: 'Backfill',
  volunteer,
  recordId: 'R1',
  occasion: { type: 'session', sessionId: 'S', host: V1 },
  segments: [interval('04-24 01:00', '04-24 01:30')],
  minutes: 30,
  content: 'culture-arts',
  bodyId: V1,
  teamId: null,
  responsible: 'l',
  reason: null,
})
const record = { volunteer: 'v0', recordId: 'R1' }
const correct = (end: string, minutes: number) => ({
  type: 'CorrectRecord',
  ...record,
  correctionId: 'C1',
  segments: [interval('04-24 01:00', `04-24 ${end}`)],
  minutes,
  ...why('list-found'),
})
const object = { type: 'ObjectToRecord', ...record, ...why('was-not-there') }

/** v0 and v1 have 30 minutes of one session; more was asked for v0 at once, and is entered on `day`. */
const openCase = async (day: string) => {
  const county = await openCounty(2)
  await county.at('04-23 00:00')
  await county.send('k1', publish('S', interval('04-24 00:00', '04-24 10:00')))
  await county.at('04-24 11:00')
  for (const volunteer of ['v0', 'v1']) await county.send('k1', backfill(volunteer))
  await county.at('04-28 01:00')
  for (const volunteer of ['v0', 'v1']) await county.send('q1', { type: 'VerifyRecord', volunteer, recordId: 'R1' })
  await county.send('qt', { type: 'RequestCorrection', ...record, correctionId: 'C1', ...why('list-found') })
  await county.at(day)
  return county
}
const readOwn = async ({ ledger }: County) => {
  const [own] = await ledger.records('v0')
  return { minutes: own?.minutes, marks: own?.marks, asked: own?.minutesAsked }
}
const listLooks = async ({ ledger }: County) =>
  (await ledger.secondLooks({ person: 'v1' })).map(({ volunteer, minutesAsked }) => [volunteer, minutesAsked])

it('H20: it is listed and open to objection before it counts', async () => {
  const county = await openCase('04-30 01:00')
  await county.send('q1', correct('09:00', 480))
  expect(await readOwn(county)).toEqual({ minutes: 30, marks: [], asked: 480 })
  expect(await listLooks(county)).toEqual([['v0', 480]])
  expect(await county.refuse('q1', correct('09:00', 480))).toBe('SecondLookRuns')
  const objected = await county.ledger.sendUnknown(object, { actor: actor('v1', 'volunteer', V1) })
  expect(objected.ok).toBe(true)
  await county.at('05-07 01:00')
  expect(await county.refuse('q1', correct('09:00', 480))).toBe('StillHeld')
  await county.send('q1', { type: 'UpholdRecord', ...record, correctionId: 'C1', ...why('not-there') })
  expect(await readOwn(county)).toEqual({ minutes: 30, marks: [], asked: null })
  expect(await county.ledger.toDo(V1)).toEqual([])
}, 60_000)

it('H4: it is marked late where it is entered months later', async () => {
  const county = await openCase('09-10 01:00')
  await county.send('q1', correct('09:00', 480))
  await county.at('09-15 01:00')
  await county.send('q1', correct('09:00', 480))
  expect(await readOwn(county)).toMatchObject({ minutes: 480, marks: ['late'] })
}, 60_000)

it('H20: an honest half hour counts the working day after, and what counted never stopped', async () => {
  const county = await openCase('04-28 02:00')
  await county.send('q1', correct('02:00', 60))
  await county.at('04-30 01:00')
  await county.send('q1', correct('02:00', 60))
  expect(await readOwn(county)).toEqual({ minutes: 60, marks: [], asked: null })
  expect(await county.countEvents('RecordSuspended')).toBe(0)
}, 60_000)
