/** What is told late proves nothing by itself, by the national defaults: neither a presence, nor against an allegation (A14, A8). */
import { describe, expect, it } from 'vitest'
import { interval, openCounty, round, V1, who, why, type County, type Who } from './orders.fixture.ts'

const hours = interval('05-07 01:00', '05-07 04:00')
const instant = (words: string): string => `2020-${words.replace(' ', 'T')}:00.000Z`
const present = (volunteer: string) => ({ occasion: { type: 'order', ...round }, volunteer })
const checkIn = (person: string) => ({ type: 'CheckIn', ...present(person) })
const checkOut = (person: string) => ({ type: 'CheckOut', ...present(person) })
const report = { type: 'ReportService', ...round }
const review = { type: 'ReviewOrder', ...round, rating: 5, verdict: 'solved', comment: null }

const tell = async ({ ledger }: County, by: Who, command: object, kept: string) => {
  const outcome = await ledger.sendUnknown(command, { actor: who[by], occurredAt: instant(kept) })
  await ledger.settle()
  return outcome.ok ? outcome.events.map(({ data }) => data.type) : { refused: outcome.rejection.type }
}
const listRecords = async (county: County) =>
  (await county.listEvents('RecordSubmitted')).map(({ volunteer, minutes, grade }) => [volunteer, minutes, grade])

/** a and f have seats from nine to twelve in Beijing, and a comes on time. */
const begin = async (): Promise<County> => {
  const county = await openCounty()
  await county.at('05-06 00:00')
  await county.order(hours)
  await county.accept()
  for (const one of ['a', 'f'] as const) await county.send(one, { type: 'TakeSeat', ...round, risksSeen: true })
  await county.at('05-07 01:00')
  await county.send('a', checkIn('a'))
  return county
}
const end = async (county: County): Promise<void> => {
  await county.at('05-07 04:00')
  await county.send('a', checkOut('a'))
  await county.send('b', report)
}

describe('an absentee and a review', () => {
  it('A14, O7: one who never came tells two days later that she had: the review of before says nothing of her', async () => {
    const county = await begin()
    await end(county)
    await county.send('r1', review)
    await county.at('05-09 02:00')
    await tell(county, 'f', checkIn('f'), '05-07 01:00')
    expect(await tell(county, 'f', checkOut('f'), '05-07 04:00')).toEqual(['PresenceCaptured'])
    expect(await listRecords(county)).toEqual([['a', 180, 'system']])
    await county.at('05-25 01:00')
    expect(await county.listEvents('CaptureUnconfirmed')).toMatchObject([{ volunteer: 'f' }])
  })

  it('A14: one whose telephone told before the review is confirmed by it', async () => {
    const county = await begin()
    await end(county)
    await county.at('05-07 06:00')
    await tell(county, 'f', checkIn('f'), '05-07 01:00')
    await tell(county, 'f', checkOut('f'), '05-07 04:00')
    await county.send('r1', review)
    expect(await listRecords(county)).toEqual([
      ['a', 180, 'system'],
      ['f', 180, 'attested'],
    ])
  })
})

describe('an absentee and an allegation', () => {
  it('A8, A14: she answers it two days later: it waits, no one confirms her, and it stands', async () => {
    const county = await begin()
    await county.at('05-07 03:00')
    await county.send('b', { type: 'AllegeAbsence', ...present('f') })
    await end(county)
    await county.send('r1', review)
    await county.at('05-09 02:00')
    expect(await tell(county, 'f', checkIn('f'), '05-07 01:00')).toEqual(['AbsenceContested', 'CheckedIn'])
    await tell(county, 'f', checkOut('f'), '05-07 04:00')
    expect(await county.listEvents('AbsenceRefuted')).toEqual([])
    await county.at('05-25 01:00')
    expect(await county.ask('k1', { type: 'RefuseCapture', ...present('f'), ...why('no-trace') })).toEqual([
      'CaptureRefused',
      'AbsenceStood',
    ])
    expect(await listRecords(county)).toEqual([['a', 180, 'system']])
  })

  it('A8, A14: wrongly alleged and offline, she answers it, and one who was there confirms her: it is refuted', async () => {
    const county = await begin()
    await county.send('b', { type: 'AllegeAbsence', ...present('f') })
    await end(county)
    await county.at('05-08 02:00')
    await tell(county, 'f', checkIn('f'), '05-07 01:05')
    await tell(county, 'f', checkOut('f'), '05-07 04:00')
    const confirm = { type: 'ConfirmAttendance', ...present('f'), end: instant('05-07 04:00'), wasPresent: true }
    expect(await county.ask('a', confirm)).toEqual(['AbsenceRefuted', 'AttendanceConfirmed'])
    expect(await listRecords(county)).toEqual([
      ['a', 180, 'system'],
      ['f', 175, 'attested'],
    ])
  })
})

describe('a check-in told late, and no check-out', () => {
  it('A14, A9: unconfirmed it waits at the recorder, who enters it up to the planned end: manual', async () => {
    const county = await begin()
    await end(county)
    await county.at('05-08 02:00')
    await tell(county, 'f', checkIn('f'), '05-07 01:00')
    await county.at('05-25 01:00')
    expect(await county.listWaiting(V1)).toContain('attendance entry')
    expect(await county.ask('k1', { type: 'TakeOverCapture', ...present('f') })).toEqual(['CaptureTakenOver'])
    expect((await listRecords(county)).at(-1)).toEqual(['f', 180, 'manual'])
  })

  it('A9: a check-in told in time and no check-out stays at 0', async () => {
    const county = await begin()
    await county.at('05-25 01:00')
    expect(await county.ask('k1', { type: 'TakeOverCapture', ...present('a') })).toMatchObject({
      refused: 'CommandNotAllowed',
    })
    expect(await listRecords(county)).toEqual([])
  })
})

describe('a rival who is alleged and excused in one second', () => {
  const shutOut = async (): Promise<County> => {
    const county = await begin()
    await county.send('b', { type: 'AllegeAbsence', ...present('f') })
    await county.send('b', { type: 'ExcuseAbsence', ...present('f'), ...why('late') })
    return county
  }

  it('A8: report 22: is there while others serve, and her check-in counts', async () => {
    const county = await shutOut()
    await county.at('05-07 01:05')
    expect(await county.ask('f', checkIn('f'))).toEqual(['ExcuseAnswered', 'CheckedIn'])
    await county.at('05-07 04:00')
    await county.send('f', checkOut('f'))
    expect(await listRecords(county)).toEqual([['f', 175, 'system']])
    expect((await county.listEvents('SeatReturned')).map(({ volunteer }) => volunteer)).toEqual(['f'])
  })

  it('A8, A14: is offline, and what her telephone kept is confirmed by the review', async () => {
    const county = await shutOut()
    await end(county)
    await county.at('05-07 12:00')
    expect(await tell(county, 'f', checkIn('f'), '05-07 01:00')).toEqual(['ExcuseAnswered', 'CheckedIn'])
    await tell(county, 'f', checkOut('f'), '05-07 04:00')
    await county.send('r1', review)
    expect((await listRecords(county)).at(-1)).toEqual(['f', 180, 'attested'])
  })

  it('A8: comes after the planned end: `PlannedEndPassed`', async () => {
    const county = await shutOut()
    await county.at('05-07 04:01')
    expect(await county.ask('f', checkIn('f'))).toEqual({ refused: 'PlannedEndPassed' })
  })
})
