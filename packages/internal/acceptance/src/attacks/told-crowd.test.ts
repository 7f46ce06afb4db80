/** A crowd whose presence is told in the evening, by those who hold the telephones (second story, fraud a5). */
import { expect, it } from 'vitest'
import { actor, asking, occasion, seatCrowd, sendAll } from './crowd.fixture.ts'
import { listNames, openCounty, T1, V1, type County } from './paper.fixture.ts'

const crowd = listNames(25)
const instant = (words: string): string => `2020-04-${words.replace(' ', 'T')}:00.000Z`

const listRecords = async (county: County) =>
  (await county.listEvents()).flatMap((one) => (one.type === 'RecordSubmitted' ? [`${one.grade} ${one.minutes}`] : []))
const listHolds = async (county: County) =>
  (await county.listEvents()).flatMap((one) => (one.type === 'RecordHeld' ? [one.kind] : []))

/** Each tells both ends at 22:50 in Beijing, in one second. */
const tellAll = async (): Promise<County> => {
  const county = await openCounty(26)
  await seatCrowd(county, crowd, 'v25')
  await county.at('04-24 14:50')
  for (const volunteer of crowd)
    for (const [type, occurredAt] of [
      ['CheckIn', instant('24 01:00')],
      ['CheckOut', instant('24 05:00')],
    ] as const) {
      const command = { type, occasion, volunteer }
      const outcome = await county.ledger.sendUnknown(command, { actor: actor(volunteer, 'volunteer'), occurredAt })
      expect(outcome.ok).toBe(true)
    }
  await county.ledger.settle()
  return county
}

it('A14: fraud a5: is told in one second and counts nothing; where no one vouches for it, it stays so', async () => {
  const county = await tellAll()
  expect(await county.countEvents('PresenceCaptured')).toBe(25)
  expect(await listRecords(county)).toEqual([])
  await county.at('05-20 01:00')
  expect((await county.ledger.toDo(V1)).filter(({ waits }) => waits === 'entry')).toHaveLength(25)
  expect(await listRecords(county)).toEqual([])
}, 60_000)

it('A9, H12: fraud a5: nor do their colleagues or one clerk make it count; the unit above rules on it as one case', async () => {
  const county = await tellAll()
  const confirm = (volunteer: string) => ({
    type: 'ConfirmAttendance',
    occasion,
    volunteer,
    end: instant('24 05:00'),
    wasPresent: true,
  })
  const colleague = await county.ledger.sendUnknown(confirm('v0'), { actor: actor('v1', 'volunteer') })
  expect(colleague).toMatchObject({ ok: false, rejection: { type: 'ConfirmerNotPlaced' } })
  await sendAll(county)(actor('k1', 'clerk'), ...crowd.map(confirm))
  expect(await listRecords(county)).toEqual(crowd.map(() => 'attested 240'))
  expect((await listHolds(county)).filter((kind) => kind === 'burst')).toHaveLength(25)
  await county.at('04-28 01:00')
  const reason = { code: 'list-seen', text: null }
  const verify = { type: 'VerifyRecord', volunteer: 'v0', recordId: 'o.O1.1' }
  expect(await county.refuse('q1', verify)).toBe('CommandNotAllowed')
  await county.send('qt', { type: 'RuleBurst', burstId: 'o.O1.1', number: 1, verdict: 'burst', reason })
  expect(await county.countEvents('RecordRejected')).toBe(25)
}, 60_000)

it('A14, H12: an honest crowd whose telephones were offline: the review says that they came, and one ruling lets them count', async () => {
  const county = await tellAll()
  const send = sendAll(county)
  await send(actor('v25', 'volunteer'), { type: 'ReportService', orderId: 'O1', round: 1 })
  const review = { type: 'ReviewOrder', orderId: 'O1', round: 1, rating: 5, verdict: 'solved', comment: null }
  await send(asking, review)
  expect(await listRecords(county)).toEqual(crowd.map(() => 'attested 240'))
  const reason = { code: 'requester-asked', text: null }
  const rule = { type: 'RuleBurst', burstId: 'o.O1.1', number: 1, verdict: 'none', reason }
  await send(actor('qt', 'approver', T1), rule)
  for (const volunteer of crowd) await county.send('q1', { type: 'VerifyRecord', volunteer, recordId: 'o.O1.1' })
  expect((await county.countGrades()).attested).toBe(25)
}, 60_000)
