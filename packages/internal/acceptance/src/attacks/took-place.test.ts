/** Rulings that a service took place against the log, by the national defaults (H2a): second story loop 16 and more 20 to 23, and honest twins. */
import { expect, it } from 'vitest'
import { interval, openCounty, round, T1, V1, why, type County, type Who } from './orders.fixture.ts'

const hour = interval('05-07 01:00', '05-07 02:00')
const reason = { code: 'neighbours-asked', text: null }
const ofRound = { type: 'order', ...round }
const present = (volunteer: string) => ({ occasion: ofRound, volunteer })
const approver = (person: string, unit: string) => ({ type: 'person', person, role: 'approver', unit }) as const
const q1 = approver('q1', V1)
const qt = approver('qt', T1)

/** O1 of one hour, with these people in its seats; q1 and qt are the approvers of village and township. */
const begin = async (...seated: ReadonlyArray<Who>): Promise<County> => {
  const county = await openCounty()
  const post = (unitId: string, person: string) => ({
    type: 'TakePost',
    unitId,
    post: 'approver',
    person,
    office: null,
  })
  await county.send('admin', post(V1, 'q1'), post(T1, 'qt'))
  await county.at('05-06 00:00')
  await county.order(hour)
  await county.accept()
  for (const one of seated) await county.send(one, { type: 'TakeSeat', ...round, risksSeen: true })
  return county
}
const backfill = (volunteer: string, more: object = {}) => ({
  type: 'Backfill',
  volunteer,
  recordId: 'R1',
  occasion: ofRound,
  segments: [hour],
  minutes: 60,
  content: 'hardship-relief',
  bodyId: V1,
  teamId: 'TA',
  responsible: 'b',
  reason: null,
  ...more,
})
const clear = (volunteer: string) => ({ type: 'ClearHold', volunteer, recordId: 'R1', holdId: 'log:0', reason })
const askAs = async ({ ledger }: County, actor: ReturnType<typeof approver>, command: object) => {
  const outcome = await ledger.sendUnknown(command, { actor })
  await ledger.settle()
  return outcome.ok ? outcome.events.map(({ data }) => data.type) : outcome.rejection.type
}
const listHolds = async (county: County) => (await county.listEvents('RecordHeld')).map(({ kind }) => kind)

it('H2a: more 20: a no-show that stands earns nothing by hand until the unit above rules, and then it is undone', async () => {
  const county = await begin('a', 'f')
  await county.at('05-07 01:00')
  await county.send('f', { type: 'CheckIn', ...present('f') })
  await county.at('05-07 01:30')
  await county.send('b', { type: 'AllegeAbsence', ...present('a') })
  await county.at('05-07 02:00')
  await county.send('f', { type: 'CheckOut', ...present('f') })
  await county.at('05-13 01:00')
  expect(await county.listEvents('AbsenceStood')).toHaveLength(1)
  await county.send('k1', backfill('a'))
  expect(await listHolds(county)).toEqual(['contradicts-the-log'])
  await county.at('05-15 01:00')
  const verify = { type: 'VerifyRecord', volunteer: 'a', recordId: 'R1' }
  expect(await askAs(county, q1, verify)).toBe('CommandNotAllowed')
  expect(await askAs(county, q1, clear('a'))).toBe('NotTheUnitAbove')
  expect(await askAs(county, qt, clear('a'))).toEqual(['HoldCleared', 'TookPlaceRuled'])
  expect(await county.listEvents('AbsenceOverruled')).toMatchObject([{ volunteer: 'a', by: 'qt', reason }])
  expect(await askAs(county, q1, verify)).toEqual(['RecordVerified'])
  const rest = interval('05-07 02:00', '05-07 02:20')
  await county.send('k1', { ...backfill('a'), recordId: 'R2', segments: [rest], minutes: 20 })
  expect(await listHolds(county)).toEqual(['contradicts-the-log'])
  const night = interval('05-07 20:00', '05-07 21:00')
  await county.send('k1', { ...backfill('a'), recordId: 'R3', segments: [night] })
  expect(await listHolds(county)).toEqual(['contradicts-the-log', 'contradicts-the-log'])
})

it('H2a: an absence that no one ruled on stays, and so does its hold', async () => {
  const county = await begin('a', 'f')
  await county.at('05-07 01:00')
  await county.send('f', { type: 'CheckIn', ...present('f') })
  await county.at('05-07 01:30')
  await county.send('b', { type: 'AllegeAbsence', ...present('a') })
  await county.at('05-08 01:00')
  await county.send('k1', backfill('a'))
  await county.at('06-30 01:00')
  expect(await county.listEvents('AbsenceOverruled')).toEqual([])
  expect(await county.listEvents('RecordVerified')).toHaveLength(0)
  expect(await county.ledger.records('a')).toMatchObject([
    { status: 'submitted', waitsFor: 'unit-above', holds: [{ kind: 'contradicts-the-log' }] },
  ])
})

it('H2a, A15: more 21: a missed round is held by hand; ruled on above it goes on to its review', async () => {
  const county = await begin('a')
  await county.at('05-08 01:00')
  expect(await county.listEvents('OrderMissed')).toHaveLength(1)
  await county.send('k1', backfill('a'))
  expect(await listHolds(county)).toEqual(['contradicts-the-log'])
  expect(await askAs(county, qt, clear('a'))).toEqual(['HoldCleared', 'TookPlaceRuled'])
  expect(await county.listEvents('RoundTakenOn')).toMatchObject([{ orderId: 'O1', round: 1, volunteer: 'a' }])
  expect(await county.ask('b', { type: 'ReportService', ...round })).toEqual(['ServiceReported'])
  const review = { type: 'ReviewOrder', ...round, rating: 5, verdict: 'solved', comment: null }
  expect(await county.ask('r1', review)).toContain('OrderReviewed')
})

it('H2a, H11: ruled on, a presence without a check-out waits for no confirmation once its record counts; people report', async () => {
  const county = await begin('a')
  await county.at('05-07 01:00')
  await county.send('a', { type: 'CheckIn', ...present('a') })
  await county.at('05-08 01:00')
  await county.send('k1', backfill('a'))
  expect(await listHolds(county)).toEqual(['contradicts-the-log'])
  expect(await askAs(county, qt, clear('a'))).toEqual(['HoldCleared', 'TookPlaceRuled'])
  const list = async () => (await county.ledger.toDo(V1)).map(({ waits }) => waits)
  expect(await list()).toEqual(expect.arrayContaining(['confirmation', 'report']))
  await county.at('05-12 01:00')
  expect(await askAs(county, q1, { type: 'VerifyRecord', volunteer: 'a', recordId: 'R1' })).toEqual(['RecordVerified'])
  expect(await list()).toEqual(['report'])
  const late = { type: 'ConfirmAttendance', ...present('a'), end: hour.end, wasPresent: true }
  expect(await county.ask('r1', late)).toEqual({ refused: 'CommandNotAllowed' })
  expect(await county.ask('b', { type: 'ReportService', ...round })).toEqual(['ServiceReported'])
})

it('H2a, A9: more 22: what no one confirmed is not entered behind it', async () => {
  const county = await begin('a')
  await county.at('05-07 01:00')
  await county.send('a', { type: 'CheckIn', ...present('a') })
  await county.at('05-25 01:00')
  expect(await county.listEvents('AttendanceUnconfirmed')).toHaveLength(1)
  await county.send('k1', backfill('a'))
  expect(await listHolds(county)).toContain('contradicts-the-log')
  const other = await begin('a')
  await other.at('05-07 01:00')
  await other.send('a', { type: 'CheckIn', ...present('a') })
  await other.at('05-08 01:00')
  await other.send('r1', { type: 'ConfirmAttendance', ...present('a'), end: hour.end, wasPresent: true })
  expect(await other.listEvents('RecordSubmitted')).toMatchObject([{ grade: 'attested', minutes: 60 }])
  expect(await listHolds(other)).toEqual([])
})

it('H2a, O11: loop 16: hours for an order that its requester had called off, by four people on two seats, wait for the unit above', async () => {
  const county = await begin()
  await county.send('r1', { type: 'CancelOrder', orderId: 'O1', ...why('not-needed') })
  await county.at('05-07 03:00')
  for (const one of ['a', 'b', 'c', 'f']) {
    await county.send('k1', backfill(one, one === 'b' ? { responsible: 'a' } : {}))
    const verify = { type: 'VerifyRecord', volunteer: one, recordId: 'R1' }
    expect(await askAs(county, q1, verify)).toBe('CommandNotAllowed')
  }
  expect(await listHolds(county)).toEqual(['a', 'b', 'c', 'f'].map(() => 'contradicts-the-log'))
  await county.at('06-30 01:00')
  expect(await county.listEvents('RecordVerified')).toEqual([])
})

it('H2a: more 23: hours of two months before the need was voiced wait too; those of the day are verified', async () => {
  const county = await begin('a', 'f')
  await county.at('05-06 02:00')
  const march = { segments: [interval('03-02 01:00', '03-02 02:00')] }
  await county.send('k1', backfill('a', march))
  expect(await listHolds(county)).toEqual(['contradicts-the-log'])
  await county.at('05-07 01:00')
  await county.send('a', { type: 'CheckIn', ...present('a') })
  await county.at('05-07 02:00')
  await county.send('a', { type: 'CheckOut', ...present('a') })
  await county.send('k1', backfill('f'))
  await county.at('05-11 01:00')
  expect(await askAs(county, q1, { type: 'VerifyRecord', volunteer: 'f', recordId: 'R1' })).toEqual(['RecordVerified'])
})
