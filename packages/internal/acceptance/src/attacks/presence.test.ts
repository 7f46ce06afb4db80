/** Ways to buy or to lose a presence, by the national defaults, and what the ledger answers now. */
import { describe, expect, it } from 'vitest'
import { addOrder, interval, openCounty, round, who, why, V1, type County, type Who } from './orders.fixture.ts'

const hour = interval('05-07 01:00', '05-07 02:00')
const seat = { type: 'TakeSeat', ...round, risksSeen: true }
const instant = (words: string): string => `2020-${words.replace(' ', 'T')}:00.000Z`
const present = (volunteer: string) => ({ occasion: { type: 'order', ...round }, volunteer })
const checkIn = (person: string) => ({ type: 'CheckIn', ...present(person) })
const checkOut = (person: string) => ({ type: 'CheckOut', ...present(person) })
const confirm = (person: string, end: string) => ({
  type: 'ConfirmAttendance',
  ...present(person),
  end: instant(end),
  wasPresent: true,
})
const outside = { type: 'person', person: 'stranger', role: 'resident', unit: '131081105201' } as const

/** Tells afterwards what a telephone kept. */
const tell = async ({ ledger }: County, by: Who, command: object, kept: string) => {
  const outcome = await ledger.sendUnknown(command, { actor: who[by], occurredAt: instant(kept) })
  await ledger.settle()
  return outcome.ok ? outcome.events.map(({ data }) => data.type) : { refused: outcome.rejection.type }
}
const listRecords = async (county: County) =>
  (await county.listEvents('RecordSubmitted')).map(({ volunteer, minutes, grade }) => [volunteer, minutes, grade])

/** O1 of one hour, with these people in its seats. */
const begin = async (...seated: ReadonlyArray<Who>): Promise<County> => {
  const county = await openCounty()
  await county.at('05-06 00:00')
  await county.order(hour)
  await county.accept()
  for (const one of seated) await county.send(one, seat)
  return county
}
const come = async (...seated: ReadonlyArray<Who>): Promise<County> => {
  const county = await begin(...seated)
  await county.at('05-07 01:00')
  for (const one of seated) await county.send(one, checkIn(one))
  return county
}

describe('the second story: the loop', () => {
  it('A9: 7, F6 e: no stranger ends a forgotten shift, and no one makes a day of it', async () => {
    const county = await come('a', 'f')
    await county.at('05-08 01:30')
    const stranger = await county.ledger.sendUnknown(confirm('a', '05-08 01:00'), { actor: outside })
    expect(stranger).toMatchObject({
      ok: false,
      rejection: { type: 'ConfirmerNotPlaced', wanted: ['present', 'requester', 'contact', 'proxy', 'clerk'] },
    })
    expect(await county.ask('r1', confirm('a', '05-08 01:00'))).toEqual({ refused: 'EndNotPlausible' })
    expect(await county.ask('r1', confirm('a', '05-07 02:31'))).toEqual({ refused: 'EndNotPlausible' })
    expect(await county.ask('r1', confirm('a', '05-07 02:30'))).toEqual(['AttendanceConfirmed'])
    expect(await county.ask('a', confirm('f', '05-07 02:00'))).toEqual(['AttendanceConfirmed'])
    expect(await listRecords(county)).toEqual([
      ['a', 90, 'attested'],
      ['f', 60, 'attested'],
    ])
  })

  it('A14: 8: what was told when it happened stays `system`, also beyond the plan', async () => {
    for (const [came, left, minutes] of [
      ['05-07 00:30', '05-07 02:30', 120],
      ['05-06 23:00', '05-07 03:59', 299],
    ] as const) {
      const county = await begin('a')
      await county.at(came)
      await county.send('a', checkIn('a'))
      await county.at(left)
      await county.send('a', checkOut('a'))
      expect(await listRecords(county)).toEqual([['a', minutes, 'system']])
    }
  })

  it('A14: 9, F6 m: both ends told afterwards in one second are a capture, and count nothing until they are confirmed', async () => {
    const county = await begin('a')
    await county.at('05-07 04:30')
    expect(await tell(county, 'a', checkIn('a'), '05-07 01:00')).toEqual(['CheckedIn'])
    expect(await tell(county, 'a', checkOut('a'), '05-07 02:29')).toEqual(['PresenceCaptured'])
    expect(await listRecords(county)).toEqual([])
    expect(await county.listWaiting(V1)).toContain('attendance confirmation')
    expect(await county.ask('k1', confirm('a', '05-07 02:00'))).toEqual(['AttendanceConfirmed'])
    expect(await listRecords(county)).toEqual([['a', 60, 'attested']])
  })

  it('A14: 9: a colleague who never came is vouched for by no one, and her capture waits at the recorder', async () => {
    const county = await come('a', 'f')
    const other = await begin('a', 'f')
    await other.at('05-07 01:00')
    await other.send('a', checkIn('a'))
    await other.at('05-07 02:00')
    await other.send('a', checkOut('a'))
    await other.at('05-07 13:00')
    expect(await tell(other, 'f', checkIn('f'), '05-07 01:00')).toEqual(['CheckedIn'])
    expect(await tell(other, 'f', checkOut('f'), '05-07 02:00')).toEqual(['PresenceCaptured'])
    await other.at('05-25 01:00')
    expect(await other.listWaiting(V1)).toContain('attendance entry')
    expect(await other.ask('k1', { type: 'RefuseCapture', ...present('f'), ...why('no-trace') })).toEqual([
      'CaptureRefused',
    ])
    expect(await listRecords(other)).toEqual([['a', 60, 'system']])
    await county.at('05-07 02:00')
    for (const one of ['a', 'f'] as const) await county.send(one, checkOut(one))
    expect(await listRecords(county)).toEqual([
      ['a', 60, 'system'],
      ['f', 60, 'system'],
    ])
  })

  it('A8: 14: alleged on the dot, five minutes late, and served', async () => {
    const county = await begin('a')
    await county.at('05-07 01:00')
    await county.send('b', { type: 'AllegeAbsence', ...present('a') })
    await county.at('05-07 01:05')
    expect(await county.ask('a', checkIn('a'))).toEqual(['AbsenceRefuted', 'CheckedIn'])
    const excused = await begin('a')
    await excused.at('05-07 01:00')
    await excused.send('b', { type: 'AllegeAbsence', ...present('a') })
    await excused.send('b', { type: 'ExcuseAbsence', ...present('a'), ...why('late') })
    expect(await excused.ask('a', seat)).toEqual(['SeatTaken'])
  })

  it.each([
    ['while the order waits with its team', '05-07 02:00'],
    ['once it is open again', '05-07 12:00'],
  ])('A8, A15: excused and alone, what the telephone kept takes the round on, %s', async (_name, toldAt) => {
    const county = await begin('a')
    await county.at('05-07 01:00')
    await county.send('b', { type: 'AllegeAbsence', ...present('a') })
    await county.send('b', { type: 'ExcuseAbsence', ...present('a'), ...why('late') })
    await county.at(toldAt)
    expect(await tell(county, 'a', checkIn('a'), '05-07 01:00')).toEqual(['ExcuseAnswered', 'CheckedIn'])
    expect(await county.listEvents('RoundTakenOn')).toHaveLength(1)
    expect(await tell(county, 'a', checkOut('a'), '05-07 01:45')).toEqual(['PresenceCaptured'])
    expect(await county.ask('k1', confirm('a', '05-07 01:45'))).toEqual(['AttendanceConfirmed'])
    expect(await listRecords(county)).toEqual([['a', 45, 'attested']])
  })

  it('A9: more 22: unconfirmed for 10 working days it stays at 0; within them it is confirmed', async () => {
    const county = await come('a')
    await county.at('05-25 01:00')
    expect(await county.listEvents('AttendanceUnconfirmed')).toHaveLength(1)
    expect(await county.ask('k1', confirm('a', '05-07 02:00'))).toEqual({ refused: 'CommandNotAllowed' })
    expect(await listRecords(county)).toEqual([])
  })
})

describe('the adversarial logs', () => {
  it('A9: g: a leader who was not there checks no one in and ends no shift; one who was there does', async () => {
    const county = await begin('a', 'f')
    await county.at('05-07 01:00')
    expect(await county.ask('b', checkIn('a'))).toEqual({ refused: 'NotTheVolunteer' })
    await county.send('a', checkIn('a'))
    await county.send('f', checkIn('f'))
    await county.at('05-07 04:00')
    expect(await county.ask('b', confirm('a', '05-07 02:00'))).toEqual({ refused: 'ConfirmerNotPlaced' })
    expect(await county.ask('f', confirm('a', '05-07 02:00'))).toEqual(['AttendanceConfirmed'])
  })
  it('H7: g: who confirmed a presence does not approve it, and a leader records nothing; another approver does', async () => {
    const county = await come('a', 'f')
    const post = { type: 'TakePost', unitId: V1, post: 'approver', office: null }
    await county.send('admin', { ...post, person: 'f' }, { ...post, person: 'q1' })
    await county.at('05-07 04:00')
    await county.send('f', confirm('a', '05-07 02:00'))
    const verifyAs = async (person: string) => {
      const by = { actor: { type: 'person', person, role: 'approver', unit: V1 } } as const
      const outcome = await county.ledger.sendUnknown({ type: 'VerifyRecord', volunteer: 'a', recordId: 'o.O1.1' }, by)
      return outcome.ok ? outcome.events.map(({ data }) => data.type) : outcome.rejection.type
    }
    expect(await verifyAs('f')).toBe('ApproverIsRecorder')
    const record = { volunteer: 'a', recordId: 'Z', segments: [hour], minutes: 60, content: 'hardship-relief' }
    const body = { bodyId: V1, teamId: 'TA', responsible: 'b', reason: null }
    const backfill = { type: 'Backfill', occasion: { type: 'order', ...round }, ...record, ...body }
    expect(await county.ask('b', backfill)).toEqual({ refused: 'NotAuthorised' })
    expect(await verifyAs('q1')).toEqual(['RecordVerified'])
  })
})

const atO2 = (command: object) => ({
  ...(command as { readonly type: string }),
  occasion: { type: 'order', orderId: 'O2', round: 1 },
})

describe('public reports', () => {
  it('A16: 01, fraud f: two seats at the same hours are marked at once, and no one is in two places', async () => {
    const county = await begin('a', 'f')
    await addOrder(county, hour)
    expect(await county.ask('a', { ...seat, orderId: 'O2' })).toEqual(['SeatTaken'])
    expect(await county.listEvents('SeatsOverlap')).toMatchObject([{ volunteer: 'a', handler: V1, bodyId: V1 }])
    expect(await county.listWaiting(V1)).toContain('overlap overlap')
    await county.at('05-07 01:00')
    for (const one of ['a', 'f'] as const) await county.send(one, checkIn(one))
    await county.send('a', atO2(checkIn('a')))
    expect(await county.listEvents('CheckOutMissing')).toMatchObject([
      { volunteer: 'a', missingAt: instant('05-07 01:00') },
    ])
    await county.at('05-07 02:00')
    expect(await county.ask('a', checkOut('a'))).toEqual({ refused: 'CheckOutIsMissingBy' })
    await county.send('a', atO2(checkOut('a')))
    await county.send('f', checkOut('f'))
    expect(await listRecords(county)).toEqual([
      ['a', 60, 'system'],
      ['f', 60, 'system'],
    ])
    expect(await county.listEvents('RecordHeld')).toEqual([])
    expect(await county.listWaiting(V1)).not.toContain('overlap overlap')
  })

  it('A16: a seat that is kept overlaps nothing once the other one is given up, and again when that is taken anew', async () => {
    const county = await begin('a', 'f')
    await addOrder(county, hour)
    const countOverlaps = async () => (await county.listWaiting(V1)).filter((one) => one === 'overlap overlap').length
    await county.send('a', { ...seat, orderId: 'O2' })
    expect(await countOverlaps()).toBe(2)
    await county.send('a', atO2({ type: 'WithdrawAssignment', ...present('a'), ...why('one-is-enough') }))
    expect(await countOverlaps()).toBe(0)
    await county.send('a', { ...seat, orderId: 'O2' })
    expect(await countOverlaps()).toBe(2)
  })

  it('A8: 06: a seat given up by a mis-tap is taken again while one is free, and none after the planned end', async () => {
    const county = await begin('a')
    await county.send('a', { type: 'WithdrawAssignment', ...present('a'), ...why('mis-tap') })
    expect(await county.ask('a', seat)).toEqual(['SeatTaken'])
    await county.at('05-07 02:01')
    expect(await county.ask('f', seat)).toEqual({ refused: 'PlannedEndPassed' })
  })

  it('A8: 22: a check-out by a mis-tap is taken back, its record withdrawn, and she works on', async () => {
    const county = await come('a')
    await county.at('05-07 01:05')
    await county.send('a', checkOut('a'))
    await county.at('05-07 01:06')
    expect(await county.ask('a', { type: 'TakeBackCheckOut', ...present('a') })).toEqual(['CheckOutTakenBack'])
    expect(await county.listEvents('RecordWithdrawn')).toMatchObject([{ takenBack: true, by: 'a' }])
    await county.at('05-07 02:00')
    await county.send('a', checkOut('a'))
    expect(await listRecords(county)).toEqual([
      ['a', 5, 'system'],
      ['a', 60, 'system'],
    ])
    await county.at('05-07 02:16')
    expect(await county.ask('a', { type: 'TakeBackCheckOut', ...present('a') })).toEqual({ refused: 'TermEnded' })
  })
})

describe('a service that no telephone told in time', () => {
  it('A15: is taken on from where the clocks had left it, and the review confirms it', async () => {
    const county = await begin('a')
    await county.at('05-07 13:00')
    expect(await county.listEvents('OrderMissed')).toHaveLength(1)
    expect(await tell(county, 'a', checkIn('a'), '05-07 01:00')).toEqual(['CheckedIn'])
    expect(await county.listEvents('RoundTakenOn')).toMatchObject([{ volunteer: 'a', teamId: 'TA' }])
    await tell(county, 'a', checkOut('a'), '05-07 02:00')
    await county.send('b', { type: 'ReportService', ...round })
    await county.send('r1', { type: 'ReviewOrder', ...round, rating: 5, verdict: 'solved', comment: null })
    expect(await listRecords(county)).toEqual([['a', 60, 'attested']])
  })

  it('A15, A11: what a person cancelled stays cancelled', async () => {
    const county = await begin('a')
    await county.at('05-07 13:00')
    await county.send('k1', { type: 'CancelOrder', orderId: 'O1', ...why('not-needed') })
    expect(await tell(county, 'a', checkIn('a'), '05-07 01:00')).toEqual({ refused: 'NotUnderWay' })
  })
})
