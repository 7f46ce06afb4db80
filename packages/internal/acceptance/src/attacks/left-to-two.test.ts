/** A small county where the only approver up to the top entered the record himself: two at the top answer what is held (H16, G8). */
import { expect, it } from 'vitest'
import { C, interval, takePost, V1, actor, type Words } from './county.fixture.ts'
import { openCounty, publish, who } from './paper.fixture.ts'

const [assessor, authority] = [actor('m', 'assessor', C), actor('s', 'star-authority', C)]
const reason = { code: 'seen', text: null }
const volunteer = 'v0'
const recordId = 'R1'
const backfill: Words = {
  type: 'Backfill',
  volunteer,
  recordId,
  occasion: { type: 'session', sessionId: 'S', host: V1 },
  segments: [interval('04-24 01:00', '04-24 03:00')],
  minutes: 120,
  content: 'culture-arts',
  bodyId: V1,
  teamId: null,
  responsible: 'l',
  reason: null,
}

/** A record of v0 by k1, to which v0 objects; approvers as the posts say. */
const openObjection = async (...posts: ReadonlyArray<Words>) => {
  const county = await openCounty(1)
  for (const post of [takePost(C, 'assessor', 'm'), takePost(C, 'star-authority', 's'), ...posts])
    await county.send('admin', post)
  await county.at('04-20 01:00')
  await county.send('k1', publish('S'))
  await county.at('04-25 01:00')
  await county.send('k1', backfill)
  const object = { type: 'ObjectToRecord', volunteer, recordId, reason }
  expect(await county.ledger.sendUnknown(object, { actor: actor('v0', 'volunteer', V1) })).toMatchObject({ ok: true })
  const [holdId] = await county.ledger.openHolds(volunteer, recordId)
  return { county, clear: { type: 'ClearHold', volunteer, recordId, holdId, reason } }
}
const leave = (unitId: string, person: string) => ({ type: 'LeavePost', unitId, post: 'approver', person })
const onlyK1 = [takePost(V1, 'approver', 'k1'), leave(V1, 'q1'), leave('131081104', 'qt'), leave(C, 'qc')]

it('H16, G8: an objection is answered by two at the top, the refusals say how, and it is listed beside I14', async () => {
  const { county, clear } = await openObjection(...onlyK1)
  const ask = async (by: typeof assessor) => county.ledger.sendUnknown(clear, { actor: by })
  const propose = 'ClearHold.v0.R1.objection_cv0'
  expect(await ask(actor('k1', 'approver', V1))).toMatchObject({ rejection: { type: 'ApproverIsRecorder' } })
  expect(await ask(assessor)).toMatchObject({ rejection: { type: 'NotTheUnitAbove', propose, inVain: [] } })
  const proposed = { type: 'ProposeRuling', rulingId: propose, reason }
  expect(await county.ledger.sendUnknown(proposed, { actor: assessor })).toMatchObject({ ok: true })
  expect(await ask(assessor)).toMatchObject({ rejection: { type: 'NotTheUnitAbove', propose, inVain: ['m'] } })
  expect(await county.ledger.sendUnknown(proposed, { actor: authority })).toMatchObject({ ok: true })
  expect(await ask(assessor)).toMatchObject({ ok: true })
  await county.ledger.settle()
  const made = (await county.listEvents()).filter((event) => event.type === 'RulingMade')
  expect(made).toMatchObject([{ proposedBy: 's', decidedBy: 'm' }])
  const list = async (from: string, to: string) =>
    (await county.ledger.rulings({ from, to })).map((one) => one.rulingId)
  expect(await list('2020-04-01', '2020-05-01')).toEqual([propose])
  expect([await list('2020-04-01', '2020-04-25'), await list('2020-04-26', '2020-05-01')]).toEqual([[], []])
})

it('H20: where an approver is free, he answers it alone, and the top does not', async () => {
  const { county, clear } = await openObjection()
  const outcome = await county.ledger.sendUnknown(clear, { actor: assessor })
  expect(outcome).toMatchObject({ ok: false, rejection: { type: 'NotAuthorised' } })
  expect(await county.ledger.sendUnknown(clear, { actor: who.q1 })).toMatchObject({ ok: true })
})
