/** A village closes with hours that are not recorded yet: who records them, and who does not any more (H16). */
import { expect, it } from 'vitest'
import { actor, claim, interval, openUnit, register, T1, V1, why } from './county.fixture.ts'
import { approve, enter, openCounty, publish, tell, type County } from './paper.fixture.ts'

const V1b = '131081104202'
const at = { volunteer: 'v0', recordId: 'R1' }
const backfill = (volunteer: string, bodyId = V1) => ({
  type: 'Backfill',
  volunteer,
  recordId: 'R1',
  occasion: { type: 'session', sessionId: 'S', host: V1 },
  segments: [interval('04-24 01:00', '04-24 03:00')],
  minutes: 120,
  content: 'culture-arts',
  bodyId,
  teamId: null,
  responsible: 'l',
  reason: null,
})
const resubmit = { type: 'ResubmitRecord', ...at, segments: [interval('04-24 01:00', '04-24 02:00')], minutes: 60 }
const withdraw = { type: 'WithdrawRecord', ...at }
const verify = (volunteer: string) => ({ type: 'VerifyRecord', volunteer, recordId: 'R1' })
const sheet = enter('L1', 'S', ['v2', 'v3'])

/** V1 has served: R1 of v0 is returned, and no more is entered. Then V1 closes. */
const close = async (): Promise<County> => {
  const county = await openCounty(5)
  for (const command of [claim('l'), register('l'), openUnit(V1b, 'village', T1)]) await county.send('admin', command)
  await county.at('04-20 01:00')
  await county.send('k1', publish('S'))
  await county.at('04-24 03:00')
  await county.send('kt', tell('S', 4))
  await county.at('04-25 01:00')
  await county.send('k1', backfill('v0'))
  await county.send('q1', { type: 'ReturnRecord', ...at, ...why('unclear') })
  await county.send('admin', { type: 'BeginClosingUnit', unitId: V1 })
  expect(await county.countEvents('UnitClosed')).toBe(1)
  return county
}
const askAs = async (county: County, by: ReturnType<typeof actor>, command: object) => {
  const outcome = await county.ledger.sendUnknown(command, { actor: by })
  await county.ledger.settle()
  return outcome.ok ? 'accepted' : outcome.rejection
}
const recorderOf = (unit: string) => actor('someone', 'recorder', unit)

it('H16: no one who names the closed village as theirs records, enters a sheet, resubmits, withdraws or announces', async () => {
  const county = await close()
  const outside = { type: 'OutsideJurisdiction', actsAt: V1, unit: T1 }
  for (const by of [actor('k1', 'clerk', V1), actor('k3', 'recorder', V1), recorderOf(V1)])
    for (const command of [backfill('v1'), sheet, resubmit, withdraw])
      expect(await askAs(county, by, command)).toMatchObject(outside)
  const next = publish('S2', interval('05-08 01:00', '05-08 03:00'))
  expect(await askAs(county, actor('k1', 'clerk', V1), next)).toMatchObject({ type: 'UnknownUnit' })
  await county.send('kt', backfill('v1'))
  await county.at('04-29 01:00')
  expect(await askAs(county, actor('q1', 'approver', V1), verify('v1'))).toMatchObject(outside)
})

it('H16: honest: the township above does it, and the hours of the last days count', async () => {
  const county = await close()
  const waiting = await county.ledger.toDo(T1)
  expect(waiting.map(({ waits }) => waits)).toContain('resubmission')
  for (const command of [backfill('v1'), resubmit]) await county.send('kt', command)
  expect(await askAs(county, recorderOf(T1), sheet)).toBe('accepted')
  await county.at('04-29 01:00')
  for (const command of [verify('v0'), verify('v1'), approve('L1')]) await county.send('qt', command)
  expect(await county.countGrades()).toEqual({ system: 0, attested: 2, manual: 2 })
})

it('H16, H3: honest: so does the successor of the village, once it is named, and the township no more', async () => {
  const county = await close()
  await county.send('admin', { type: 'SucceedBody', bodyId: V1, successor: V1b })
  const outside = { type: 'OutsideJurisdiction', unit: V1b }
  expect(await askAs(county, recorderOf(T1), resubmit)).toMatchObject(outside)
  expect(await askAs(county, recorderOf(V1), resubmit)).toMatchObject(outside)
  for (const command of [backfill('v1', V1b), resubmit])
    expect(await askAs(county, recorderOf(V1b), command)).toBe('accepted')
})
