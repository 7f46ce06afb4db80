/** Minutes by hand that the log denies, and rulings by those concerned, by the national defaults (H2a, A14, O9, G7, G8, H3, H7, H16). */
import { expect, it } from 'vitest'
import { claim, register } from './county.fixture.ts'
import { C, interval, openCounty, round, T1, V1, V1b, why, type County, type Who } from './orders.fixture.ts'

const morning = interval('05-07 01:00', '05-07 04:00')
const ofRound = { type: 'order', ...round }
const present = (volunteer: string) => ({ occasion: ofRound, volunteer })
const person = (name: string, role: string, unit: string) => ({ type: 'person', person: name, role, unit }) as const
const post = (unitId: string, held: string, name: string) => ({
  type: 'TakePost',
  unitId,
  post: held,
  person: name,
  office: null,
})

/** O1 of three hours, accepted; q1, qt and qc are the approvers of village, township and city. */
const begin = async (...seated: ReadonlyArray<Who>): Promise<County> => {
  const county = await openCounty()
  await county.send('admin', post(V1, 'approver', 'q1'), post(T1, 'approver', 'qt'), post(C, 'approver', 'qc'))
  await county.at('05-06 00:00')
  await county.order(morning)
  await county.accept()
  for (const one of seated) await county.send(one, { type: 'TakeSeat', ...round, risksSeen: true })
  return county
}
const backfill = (volunteer: string, segment: object, minutes: number, more: object = {}) => ({
  type: 'Backfill',
  volunteer,
  recordId: `R-${volunteer}`,
  occasion: ofRound,
  segments: [segment],
  minutes,
  content: 'hardship-relief',
  bodyId: V1,
  teamId: 'TA',
  responsible: 'b',
  reason: null,
  ...more,
})
const askAs = async ({ ledger }: County, actor: ReturnType<typeof person>, command: object) => {
  const outcome = await ledger.sendUnknown(command, { actor })
  await ledger.settle()
  return outcome.ok ? outcome.events.map(({ data }) => data.type) : outcome.rejection.type
}
const stay = async (county: County, who: Who, start: string, end: string) => {
  await county.at(start)
  await county.send(who, { type: 'CheckIn', ...present(who) })
  await county.at(end)
  await county.send(who, { type: 'CheckOut', ...present(who) })
}
const listHeld = async (county: County) =>
  (await county.listEvents('RecordHeld')).map(({ volunteer, kind }) => `${volunteer} ${kind}`)
const review = { type: 'ReviewOrder', ...round, rating: 1, verdict: 'not-solved', comment: null }

it('H2a, A14: the other 170 minutes behind an own check-out wait for the unit above; the whole of a known one does not', async () => {
  const county = await begin('a', 'f')
  await stay(county, 'a', '05-07 01:00', '05-07 01:10')
  await county.at('05-07 05:00')
  await county.send('k1', backfill('a', interval('05-07 01:10', '05-07 04:00'), 170))
  await county.send('k1', backfill('f', morning, 180))
  expect(await listHeld(county)).toEqual(['a contradicts-the-log'])
})

it('A14, H2a: a seat taken a minute before the end earns no morning by hand', async () => {
  const county = await begin('a')
  await county.at('05-07 03:58')
  await county.send('f', { type: 'TakeSeat', ...round, risksSeen: true })
  await county.send('a', { type: 'CheckIn', ...present('a') })
  await county.at('05-07 04:00')
  await county.send('k1', backfill('f', morning, 180))
  expect(await listHeld(county)).toEqual(['f contradicts-the-log'])
})

it('O9: a false record by hand does not silence the requester', async () => {
  const county = await begin('a')
  await stay(county, 'a', '05-07 01:00', '05-07 04:00')
  await county.send('b', { type: 'ReportService', ...round })
  await county.send('admin', claim('r1'), register('r1'))
  await county.send('k1', backfill('r1', interval('05-07 01:00', '05-07 02:00'), 60))
  expect(await listHeld(county)).toEqual(['r1 contradicts-the-log'])
  expect(await county.ask('r1', review)).toEqual(['OrderReviewed', 'OrderClosed'])
})

it('H2a, O9: nor does it make its volunteer one who served in an earlier round', async () => {
  const county = await begin('a')
  await stay(county, 'a', '05-07 01:00', '05-07 04:00')
  await county.send('b', { type: 'ReportService', ...round })
  await county.send('k1', backfill('c', interval('05-07 01:00', '05-07 02:00'), 60))
  expect(await county.listEvents('PerformerDropped')).toMatchObject([{ volunteer: 'c', recordId: 'R-c' }])
  await county.send('r1', review)
  await county.send('r1', { type: 'ReopenOrder', ...round, ...why('not-done') })
  await county.send('k1', backfill('c', interval('05-07 02:00', '05-07 04:00'), 120, { recordId: 'R2' }))
  expect(await listHeld(county)).toEqual(['c contradicts-the-log', 'c contradicts-the-log'])
})

it('G8, G7: neither who dispatched the order nor who asked for it clears above; who had no hand in it does', async () => {
  const county = await begin('a')
  await county.send('admin', post(T1, 'approver', 'p1'), post(T1, 'approver', 'r1'))
  await stay(county, 'a', '05-07 01:00', '05-07 04:00')
  await county.send('k1', backfill('f', morning, 180))
  const clear = { type: 'ClearHold', volunteer: 'f', recordId: 'R-f', holdId: 'log:0', ...why('neighbours-asked') }
  expect(await askAs(county, person('p1', 'approver', T1), clear)).toBe('NotTheUnitAbove')
  expect(await askAs(county, person('r1', 'approver', T1), clear)).toBe('NotTheUnitAbove')
  expect(await askAs(county, person('qt', 'approver', T1), clear)).toEqual(['HoldCleared', 'TookPlaceRuled'])
})

it('G8, A8: an absence that stands is excused above by who had no hand in the order, and not by who dispatched it', async () => {
  const county = await begin('a', 'f')
  await county.send('admin', post(T1, 'approver', 'p1'))
  await county.at('05-07 01:00')
  await county.send('f', { type: 'CheckIn', ...present('f') })
  await county.send('b', { type: 'AllegeAbsence', ...present('a') })
  await county.at('05-14 01:00')
  expect(await county.listEvents('AbsenceStood')).toHaveLength(1)
  const excuse = { type: 'ExcuseAbsence', ...present('a'), ...why('was-ill') }
  expect(await askAs(county, person('p1', 'approver', T1), excuse)).toBe('NotTheUnitAbove')
  expect(await askAs(county, person('qt', 'approver', T1), excuse)).toEqual(['AbsenceExcused'])
})

const publish = (host: string, seats: number | null) => ({
  type: 'PublishSession',
  sessionId: 'SX',
  host,
  planned: morning,
  content: 'hardship-relief',
  seats,
  risks: { known: false, description: null },
  responsible: 'c',
})
const ofSession = (volunteer: string, host = V1) =>
  backfill(volunteer, morning, 180, {
    occasion: { type: 'session', sessionId: 'SX', host },
    teamId: null,
    responsible: 'c',
  })

it('H3: a session of another village is not recorded in the own name; the host records it', async () => {
  const county = await begin()
  const k1b = person('k1b', 'clerk', V1b)
  await askAs(county, k1b, publish(V1b, null))
  await county.at('05-08 01:00')
  expect(await county.ask('k1', ofSession('a'))).toEqual({ refused: 'NotTheOrganiser' })
  expect(await askAs(county, k1b, { ...ofSession('a', V1b), bodyId: V1b })).toEqual(['RecordSubmitted'])
})

it('H2a, O11: a session of one seat credits one person; the others wait for the unit above', async () => {
  const county = await begin()
  await county.send('k1', publish(V1, 1))
  await county.at('05-08 01:00')
  await county.send('k1', ofSession('a'), ofSession('b'), ofSession('f'))
  expect(await listHeld(county)).toEqual(['b contradicts-the-log', 'f contradicts-the-log'])
})

it('H16: the clerk of the township records for the only clerk of the village, and for no one else there', async () => {
  const county = await begin()
  await county.send('admin', post(V1, 'clerk', 'a'))
  await county.send('k1', publish(V1, null))
  await county.at('05-08 01:00')
  expect(await county.ask('kt', ofSession('f'))).toEqual({ refused: 'OutsideJurisdiction' })
  expect(await county.ask('kt', ofSession('a'))).toEqual(['RecordSubmitted'])
})
