/** Public reports about hours, points and stars: 11, 12, 13, 18, 23, 27 and 28, and probe 33 of the second story. */
import { calendar2020to2026, nationalDefaultPolicy } from '@zhiyuan/domain'
import { describe, expect, it } from 'vitest'
import { actor, asking, occasion, seatCrowd, sendAll } from './crowd.fixture.ts'
import { interval, listNames, openCounty, publish, T1, V1, type County } from './paper.fixture.ts'

const C = '131081'
const why = (code: string) => ({ code, text: null })
const admin = actor('admin', 'administrator', C)
const q1 = actor('q1', 'approver')
const qt = actor('qt', 'approver', T1)
const authority = actor('s', 'star-authority', C)
const volunteer = (person: string) => actor(person, 'volunteer')
type Segment = ReturnType<typeof interval>
const countMinutes = ({ start, end }: Segment): number => (Date.parse(end) - Date.parse(start)) / 60_000

const backfill = (person: string, recordId: string, segment: Segment) => ({
  type: 'Backfill',
  volunteer: person,
  recordId,
  occasion: { type: 'session', sessionId: `S${recordId}`, host: V1 },
  segments: [segment],
  minutes: countMinutes(segment),
  content: 'culture-arts',
  bodyId: V1,
  teamId: null,
  responsible: 'l',
  reason: null,
})
const ofRecord = (type: string, person: string, recordId: string, code?: string) => ({
  type,
  ...{ volunteer: person, recordId },
  ...(code === undefined ? {} : { reason: why(code) }),
})
/** Sessions that were announced on 04-15, entered on 04-20, and verified after the second look. */
const earn = async (county: County, person: string, ...segments: ReadonlyArray<Segment>) => {
  await county.at('04-15 01:00')
  for (const [n, segment] of segments.entries()) await county.send('k1', publish(`SR${n}`, segment))
  await county.at('04-20 01:00')
  for (const [n, segment] of segments.entries()) await county.send('k1', backfill(person, `R${n}`, segment))
  await county.at('04-22 01:00')
  for (const n of segments.keys()) await county.send('q1', ofRecord('VerifyRecord', person, `R${n}`))
}
const ask = async (
  { ledger }: County,
  by: ReturnType<typeof actor>,
  command: object,
): Promise<ReadonlyArray<string> | string> => {
  const outcome = await ledger.sendUnknown(command, { actor: by })
  await ledger.settle()
  return outcome.ok ? outcome.events.map(({ data }) => data.type) : outcome.rejection.type
}

describe('points and stars', () => {
  it('W7, W10, W13: 11: of redemptions at once one wins, a debt is repaid first, and what the shop has not comes back', async () => {
    const county = await openCounty(1)
    await earn(county, 'v0', interval('04-18 01:00', '04-18 04:30'), interval('04-19 01:00', '04-19 05:00'))
    const redeem = (redemptionId: string, points: number) => ({
      type: 'RedeemPoints',
      ...{ volunteer: 'v0', redemptionId, points, item: 'soap' },
    })
    const balance = async () => (await county.ledger.passbook('v0')).balance
    expect(await balance()).toBe(15)
    const { ledger } = county
    const all = await Promise.all(
      ['x1', 'x2', 'x3', 'x4'].map((id) => ledger.sendUnknown(redeem(id, 10), { actor: volunteer('v0') })),
    )
    await ledger.settle()
    expect(all.map((one) => (one.ok ? 'spent' : one.rejection.type)).toSorted()).toEqual([
      'InsufficientPoints',
      'InsufficientPoints',
      'InsufficientPoints',
      'spent',
    ])
    expect(await balance()).toBe(5)
    expect(await county.ledger.passbook('v0')).toMatchObject({ balance: 5, spendable: 5 })
    await sendAll(county)(qt, ofRecord('SuspendRecord', 'v0', 'R1', 'not-there'))
    // The points of a suspended record stay in the balance, and cannot be spent (H5).
    expect(await county.ledger.passbook('v0')).toMatchObject({ balance: 5, spendable: -3 })
    expect(await ask(county, volunteer('v0'), redeem('y', 1))).toBe('InsufficientPoints')
    await sendAll(county)(q1, ofRecord('VoidRecord', 'v0', 'R1', 'not-there'))
    expect(await balance()).toBe(-3)
    expect(await ask(county, volunteer('v0'), redeem('y', 1))).toBe('InsufficientPoints')
    const won = ['x1', 'x2', 'x3', 'x4'][all.findIndex(({ ok }) => ok)]
    const cancel = { type: 'CancelRedemption', volunteer: 'v0', redemptionId: won, reason: why('out-of-stock') }
    expect(await ask(county, actor('k1', 'clerk'), cancel)).toEqual(['RedemptionCancelled'])
    expect(await balance()).toBe(7)
  })

  it('W4: 12: a star does not outlive the hours that it was given for', async () => {
    const county = await openCounty(1)
    const sections = {
      ...nationalDefaultPolicy.sections,
      stars: { thresholds: [300, 600], gate: 350, notice: { workingDays: 5 }, manualShare: { p: 1, q: 1 } },
    }
    await county.send('admin', { type: 'AdoptPolicy', ...nationalDefaultPolicy, version: 'LOW', sections })
    await earn(county, 'v0', interval('04-18 01:00', '04-18 04:00'), interval('04-19 01:00', '04-19 03:30'))
    const application = { volunteer: 'v0', applicationId: 'ap' }
    await sendAll(county)(volunteer('v0'), { type: 'ApplyForStar', ...application, level: 1 })
    await sendAll(county)(authority, { type: 'ExamineApplication', ...application, heard: 0 })
    await sendAll(county)(authority, { type: 'OpenNotice', ...application, heard: 0 })
    await county.at('05-08 01:00')
    expect(await ask(county, authority, { type: 'GrantStar', ...application })).toContain('StarGranted')
    const correction = { volunteer: 'v0', recordId: 'R0', correctionId: 'c1', reason: why('left-early') }
    await sendAll(county)(volunteer('v0'), { type: 'RequestCorrection', ...correction })
    const shorter = interval('04-18 01:00', '04-18 03:00')
    await sendAll(county)(q1, { type: 'CorrectRecord', ...correction, segments: [shorter], minutes: 120 })
    expect(await county.countEvents('StarPutUnderExamination')).toBe(1)
    expect(
      await ask(county, authority, { type: 'RevokeStar', volunteer: 'v0', examination: 1, reason: why('hours-gone') }),
    ).toContain('StarRevoked')
  })
})

describe('records', () => {
  it('W1: 10: hours by hand alone, announced and approved as they should be, reach no star', async () => {
    const county = await openCounty(1)
    const sections = {
      ...nationalDefaultPolicy.sections,
      stars: { ...nationalDefaultPolicy.sections.stars, thresholds: [300, 600] },
    }
    await county.send('admin', { type: 'AdoptPolicy', ...nationalDefaultPolicy, version: 'LOW', sections })
    await earn(county, 'v0', interval('04-18 01:00', '04-18 09:00'), interval('04-19 01:00', '04-19 09:00'))
    const star = await county.ledger.star('v0', { knownAt: '2020-04-22T01:00:00.000Z' })
    expect(star).toMatchObject({ counted: { manual: 960 }, eligible: 0 })
    const apply = { type: 'ApplyForStar', volunteer: 'v0', applicationId: 'ap', level: 1 }
    expect(await ask(county, volunteer('v0'), apply)).toBe('NotEligible')
  })

  it('H7, H16: 13: no one approves the own entry or the own hours, and where no approver is left the unit above does', async () => {
    const county = await openCounty(2)
    await county.at('04-15 01:00')
    const segment = interval('04-19 01:00', '04-19 04:00')
    await county.send('k1', publish('SR', segment))
    const post = { unitId: V1, post: 'approver', office: null }
    await county.send('admin', { type: 'TakePost', ...post, person: 'k1' })
    await county.send('admin', { type: 'TakePost', ...post, person: 'v1' })
    await county.at('04-20 01:00')
    await county.send('k1', backfill('v0', 'R', segment))
    await county.send('k1', backfill('v1', 'R', segment))
    await county.at('04-22 01:00')
    const verify = (person: string) => ofRecord('VerifyRecord', person, 'R')
    expect(await ask(county, actor('k1', 'approver'), verify('v0'))).toBe('ApproverIsRecorder')
    expect(await ask(county, actor('v1', 'approver'), verify('v1'))).toBe('ApproverIsVolunteer')
    for (const person of ['k1', 'v1', 'q1'])
      await county.send('admin', { type: 'LeavePost', unitId: V1, post: 'approver', person })
    expect(await ask(county, q1, verify('v0'))).toBe('PostNotHeld')
    expect(await ask(county, qt, verify('v0'))).toEqual(['RecordVerified'])
  })

  it.each([
    ['lengthened', true],
    ['left as it was', false],
  ])('H4: 18: a holiday is %s while a term runs: term and mark follow one calendar', async (_words, isLengthened) => {
    const year = calendar2020to2026.find((one) => one.year === 2020)
    if (year === undefined) throw new Error('no calendar of 2020')
    const county = await openCounty(2)
    await seatCrowd(county, listNames(2), 'v1')
    await county.at('04-24 01:00')
    for (const person of listNames(2))
      await sendAll(county)(volunteer(person), { type: 'CheckIn', occasion, volunteer: person })
    await county.at('04-25 01:00')
    const missing = (await county.listEvents()).find((one) => one.type === 'CheckOutMissing')
    expect(missing).toMatchObject({ confirmBy: '2020-05-11T16:00:00.000Z' })
    const daysOff = [...year.daysOff, '2020-05-06', '2020-05-07'].toSorted()
    if (isLengthened) await sendAll(county)(admin, { type: 'AdoptCalendarYear', ...year, daysOff })
    await county.at('05-13 15:59')
    const end = '2020-04-24T05:00:00.000Z'
    const confirm = { type: 'ConfirmAttendance', occasion, volunteer: 'v0', end, wasPresent: true }
    expect(await ask(county, asking, confirm)).toEqual(isLengthened ? ['AttendanceConfirmed'] : 'CommandNotAllowed')
    const marks = (await county.ledger.records('v0')).map((one) => one.marks)
    expect(marks).toEqual(isLengthened ? [[]] : [])
    await county.at('05-13 16:00')
    expect(await county.countEvents('AttendanceUnconfirmed')).toBe(isLengthened ? 1 : 2)
  })

  it('H22: 23: a volunteer sees each own record, its state and the reason', async () => {
    const county = await openCounty(1)
    await earn(county, 'v0', interval('04-18 01:00', '04-18 03:00'), interval('04-19 01:00', '04-19 02:00'))
    await sendAll(county)(qt, ofRecord('SuspendRecord', 'v0', 'R1', 'not-there'))
    await sendAll(county)(q1, ofRecord('VoidRecord', 'v0', 'R1', 'not-there'))
    expect(await county.ledger.records('v0')).toMatchObject([
      { recordId: 'R0', status: 'verified', minutes: 120, waitsFor: null },
      { recordId: 'R1', status: 'voided', minutes: 60, by: 'q1', reason: why('not-there') },
    ])
  })

  it('P3: 27: a text is destroyed, and digests, figures and the need go on', async () => {
    const county = await openCounty(1)
    const { ledger } = county
    await earn(county, 'v0', interval('04-18 01:00', '04-18 03:00'))
    const [description] = await ledger.keep(['words of N1'])
    if (description === undefined) throw new Error('no text was kept')
    const risks = { known: false, description: null }
    const need = { needId: 'N1', unitId: V1, requester: 'r1', proxy: null, contact: null, channel: 'telephone' }
    const voiced = { kind: 'work-life', description, risks, voicedAt: '2020-04-22T01:00:00.000Z', sourceDate: null }
    await sendAll(county)(asking, { type: 'SubmitNeed', ...need, ...voiced })
    const digests = await ledger.digest()
    await ledger.runtime.texts.destroy([description.id])()
    expect((await ledger.texts([description.id])).size).toBe(0)
    expect(await ledger.digest()).toEqual(digests)
    const approve = { type: 'ApproveNeed', needId: 'N1', serviceClass: 'individual', risks: null }
    expect(await ask(county, actor('k1', 'clerk'), approve)).toEqual(['NeedApproved'])
    expect((await ledger.records('v0')).map(({ status }) => status)).toEqual(['verified'])
  })
})

describe('figures', () => {
  it('S9, G2: 28: who lives outside has minutes, and stands beside the participants of the city, not among them', async () => {
    const county = await openCounty(1)
    const guest = { person: 'guest', number: 'no-guest', ageBand: 'adult', homeFrom: '2020-01-01' }
    await county.send('admin', { type: 'ClaimNumber', number: 'no-guest', person: 'guest' })
    await county.send('admin', { type: 'RegisterVolunteer', ...guest, home: 'outside' })
    await earn(county, 'guest', interval('04-18 01:00', '04-18 03:00'))
    const knownAt = '2020-05-10T01:00:00.000Z'
    await county.at('05-10 01:00')
    const { areas } = await county.ledger.assessment({ from: '2020-04-01', to: '2020-05-01', knownAt })
    const city = areas.find(({ unit }) => unit === C)
    expect(city?.minutes.served).toMatchObject({ manual: 120 })
    expect(city?.figures.I03.beside).toMatchObject({ allParticipants: { n: 0 }, outside: 1 })
    const stars = await county.ledger.starTable({ knownAt })
    expect(stars.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(120)
  })

  it('S9: 33, finding 21: who registers is registered when the ledger was told, and not when the sender says', async () => {
    const county = await openCounty(0)
    await county.at('06-30 16:00')
    await county.send('admin', { type: 'ClaimNumber', number: 'no-z', person: 'z' })
    const late = { type: 'RegisterVolunteer', person: 'z', number: 'no-z', ageBand: 'adult', homeFrom: '2020-01-01' }
    const said = { actor: admin, occurredAt: '2020-05-01T00:00:00.000Z' }
    await county.ledger.sendUnknown({ ...late, home: V1 }, said)
    await county.ledger.settle()
    const count = async (from: string, to: string) => {
      const knownAt = '2020-08-01T00:00:00.000Z'
      const { areas } = await county.ledger.assessment({ from, to, knownAt })
      return areas.find(({ unit }) => unit === V1)?.figures.I03.beside.registered
    }
    await county.at('08-01 00:00')
    expect(await count('2020-05-01', '2020-06-01')).toBe(0)
    expect(await count('2020-07-01', '2020-08-01')).toBe(1)
  })
})
