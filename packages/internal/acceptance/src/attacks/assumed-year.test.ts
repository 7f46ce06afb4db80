/** Terms in working days that run into a year whose calendar is adopted while they run (second story, loop 18 and probe-assumed). */
import { nationalDefaultPolicy } from '@zhiyuan/domain'
import type { Instant } from '@zhiyuan/kernel'
import { expect, it } from 'vitest'
import {
  actor,
  C,
  claim,
  foundLedger,
  foundTeam,
  openUnit,
  register,
  rules,
  T1,
  takePost,
  V1,
  type Words,
} from './county.fixture.ts'

const [policy, ...calendars] = rules
const known = calendars.filter((year) => year['year'] === 2020)
const next = calendars.find((year) => year['year'] === 2021)
if (policy === undefined || next === undefined) throw new Error('no policy, or no calendar of 2021')
const admin = actor('admin', 'administrator', C)
const volunteer = (person: string) => actor(person, 'volunteer', V1)
const k1 = actor('k1', 'clerk', V1)
const planned = { start: '2020-12-24T01:00:00.000Z', end: '2020-12-24T02:00:00.000Z' }

/** A village on 2020-12-23 whose ledger knows the working days of 2020 only. */
const openVillage = async (adopted: Words) => {
  const { ledger, clock } = await foundLedger('assumed', '11-01 01:00')
  const ask = async (by: ReturnType<typeof actor>, command: Words) => {
    const outcome = await ledger.sendUnknown(command, { actor: by })
    await ledger.settle()
    return outcome.ok ? outcome.events.map(({ data }) => data.type) : outcome.rejection.type
  }
  const send = async (by: ReturnType<typeof actor>, ...commands: ReadonlyArray<Words>) => {
    for (const command of commands) expect(await ask(by, command)).not.toEqual(expect.any(String))
  }
  const at = async (instant: string) => {
    clock.set(instant as Instant)
    await ledger.settle()
  }
  const listEvents = async () => (await ledger.read(null, 100_000)).events.map(({ data }) => data)
  await send(admin, openUnit(C, 'city', null), openUnit(T1, 'township', C), openUnit(V1, 'village', T1))
  await send(admin, takePost(V1, 'approver', 'q1'), adopted, ...known, foundTeam('TA', V1, 'b'))
  await send(admin, claim('a'), register('a'))
  await send(volunteer('a'), { type: 'JoinTeam', teamId: 'TA', person: 'a' })
  await at('2020-12-23T00:00:00.000Z')
  return { ledger, ask, send, at, listEvents }
}

it.each([
  ['adopted meanwhile', true],
  ['never adopted', false],
])(
  'A9, H4: probe-assumed: a confirmation runs into a year whose calendar is %s: the term follows it',
  async (_, adopts) => {
    const { ledger, ask, send, at, listEvents } = await openVillage(policy)
    const [description] = await ledger.keep(['words of N1'])
    const asked = { needId: 'N1', unitId: V1, requester: 'r1', proxy: null, contact: null, channel: 'telephone' }
    const voiced = { kind: 'work-life', risks: { known: false, description: null }, sourceDate: null }
    const voicedAt = '2020-12-22T23:00:00.000Z'
    const submit = { type: 'SubmitNeed', ...asked, ...voiced, voicedAt, description }
    await send(actor('r1', 'resident', V1), submit)
    await send(k1, { type: 'ApproveNeed', needId: 'N1', serviceClass: 'individual', risks: null })
    const order = { orderId: 'O1', needId: 'N1', specialty: 'hardship-relief', seats: 1, planned }
    await send(k1, { type: 'PlaceOrder', ...order })
    const offer = { orderId: 'O1', offerId: 'F1' }
    await send(actor('p', 'dispatcher', T1), { type: 'DispatchOrder', ...offer, teamId: 'TA', override: null })
    await send(volunteer('b'), { type: 'AcceptOffer', ...offer, planned: null, risksSeen: true })
    await send(volunteer('a'), { type: 'TakeSeat', orderId: 'O1', round: 1, risksSeen: true })
    const present = { occasion: { type: 'order', orderId: 'O1', round: 1 }, volunteer: 'a' }
    await at(planned.start)
    await send(volunteer('a'), { type: 'CheckIn', ...present })
    await at('2020-12-24T05:00:00.000Z')
    const missing = (await listEvents()).find((one) => one.type === 'CheckOutMissing')
    expect(missing).toMatchObject({ confirmBy: '2021-01-07T16:00:00.000Z', assumed: true })
    await at('2020-12-25T01:00:00.000Z')
    if (adopts) await send(admin, next)
    await at('2021-01-08T15:59:00.000Z')
    const confirm = { type: 'ConfirmAttendance', ...present, end: planned.end, wasPresent: true }
    const answer = await ask(actor('r1', 'resident', V1), confirm)
    expect(answer).toEqual(adopts ? ['AttendanceConfirmed'] : 'CommandNotAllowed')
  },
)

it('W2, H4: loop 18: a public notice over New Year is 5 working days of the calendar that was adopted meanwhile', async () => {
  const stars = { ...nationalDefaultPolicy.sections.stars, thresholds: [60], manualShare: { p: 1, q: 1 } }
  const sections = { ...nationalDefaultPolicy.sections, stars }
  const { ask, send, at } = await openVillage({ type: 'AdoptPolicy', ...nationalDefaultPolicy, sections })
  const session = { sessionId: 'S', host: V1, planned, content: 'culture-arts', seats: null, responsible: 'l' }
  await send(k1, { type: 'PublishSession', ...session, risks: { known: false, description: null } })
  await at('2020-12-25T01:00:00.000Z')
  const record = { volunteer: 'a', recordId: 'A', segments: [planned], minutes: 60, content: 'culture-arts' }
  const body = { bodyId: V1, teamId: null, responsible: 'l', reason: null }
  await send(k1, { type: 'Backfill', occasion: { type: 'session', sessionId: 'S', host: V1 }, ...record, ...body })
  await at('2020-12-29T01:00:00.000Z')
  await send(actor('q1', 'approver', V1), { type: 'VerifyRecord', volunteer: 'a', recordId: 'A' })
  const authority = actor('s', 'star-authority', C)
  const application = { volunteer: 'a', applicationId: 'x' }
  await at('2020-12-30T01:00:00.000Z')
  await send(volunteer('a'), { type: 'ApplyForStar', ...application, level: 1 })
  await send(authority, { type: 'ExamineApplication', ...application, heard: 0 })
  await send(authority, { type: 'OpenNotice', ...application, heard: 0 })
  await send(admin, next)
  const grant = { type: 'GrantStar', ...application }
  await at('2021-01-07T15:59:00.000Z')
  expect(await ask(authority, grant)).toBe('NoticeStillOpen')
  await at('2021-01-07T16:00:00.000Z')
  expect(await ask(authority, grant)).toEqual(['StarGranted'])
})
