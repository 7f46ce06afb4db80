/** Rolls of a volunteer beside her own steps, by the national defaults: her own word of the real time wins (A12). */
import { describe, expect, it } from 'vitest'
import { interval, openCounty, round, V1, who, type County, type Who } from './orders.fixture.ts'

const hours = interval('05-07 01:00', '05-07 03:00')
const occasion = { type: 'order', ...round }
const checkIn = (volunteer: string) => ({ type: 'CheckIn', occasion, volunteer })
const checkOut = (volunteer: string) => ({ type: 'CheckOut', occasion, volunteer })
const report = { type: 'ReportService', ...round }
const roll = (
  rollCallId: string,
  phase: 'came' | 'left',
  volunteers: ReadonlyArray<string>,
  caller: string | null = null,
) => ({ type: 'CallRoll', rollCallId, occasion, phase, volunteers, headCount: 3, place: V1, caller })
const listRecords = async (county: County) =>
  (await county.listEvents('RecordSubmitted')).map(({ volunteer, minutes, grade }) => [volunteer, minutes, grade])
const begin = async (...seated: ReadonlyArray<Who>): Promise<County> => {
  const county = await openCounty()
  await county.at('05-06 00:00')
  await county.order(hours)
  await county.accept()
  for (const one of seated) await county.send(one, { type: 'TakeSeat', ...round, risksSeen: true })
  return county
}
const rollEarly = async (county: County, ...people: ReadonlyArray<string>) => {
  await county.at('05-06 23:00')
  await county.send('b', roll('R1', 'came', people))
  await county.at('05-06 23:05')
  await county.send('b', roll('R2', 'left', people))
}

describe('a roll of who came and left, two hours before the planned start', () => {
  it('A12: her own check-in and check-out at the real time win: system, and the record of the roll is withdrawn', async () => {
    const county = await begin('a')
    await rollEarly(county, 'a')
    await county.at('05-07 01:00')
    expect(await county.ask('a', checkIn('a'))).toEqual(['CheckOutTakenBack', 'CheckedIn'])
    await county.at('05-07 03:00')
    expect(await county.ask('a', checkOut('a'))).toEqual(['CheckedOut'])
    expect(await listRecords(county)).toEqual([
      ['a', 5, 'attested'],
      ['a', 120, 'system'],
    ])
    expect(await county.listEvents('RecordWithdrawn')).toMatchObject([{ volunteer: 'a', takenBack: true }])
    expect(await county.listEvents('RecordHeld')).toEqual([])
  })

  it('A12, A14: told half an hour later it bars her no more', async () => {
    const county = await begin('a')
    await county.at('05-06 23:05')
    await county.send('b', roll('R1', 'came', ['a']))
    await county.at('05-06 23:45')
    const occurredAt = '2020-05-06T23:10:00.000Z' as never
    const late = await county.ledger.sendUnknown(roll('R2', 'left', ['a']), { actor: who.b, occurredAt })
    expect(late.ok).toBe(true)
    await county.ledger.settle()
    await county.at('05-07 01:00')
    await county.send('a', checkIn('a'))
    await county.at('05-07 03:00')
    await county.send('a', checkOut('a'))
    expect(await listRecords(county)).toEqual([['a', 120, 'system']])
  })

  it('A14, A15: the team does not report before the planned start, and who comes then is taken', async () => {
    const county = await begin('a', 'f')
    await rollEarly(county, 'a', 'f')
    expect(await county.ask('b', report)).toEqual({ refused: 'StartNotReached' })
    await county.at('05-07 01:00')
    expect(await county.ask('b', report)).toEqual(['ServiceReported'])
    expect(await county.ask('a', checkIn('a'))).toEqual(['CheckOutTakenBack', 'CheckedIn'])
  })
})

describe('a volunteer without a telephone who is rolled out early', () => {
  it('A12: her own later call, typed by a clerk, is her own word', async () => {
    const county = await begin('a', 'f')
    await county.at('05-07 01:00')
    await county.send('k1', roll('R1', 'came', ['a'], 'a'))
    await county.at('05-07 01:05')
    await county.send('b', roll('R2', 'left', ['a']))
    await county.at('05-07 03:00')
    await county.send('k1', roll('R3', 'left', ['a'], 'a'))
    expect(await listRecords(county)).toEqual([
      ['a', 5, 'attested'],
      ['a', 120, 'attested'],
    ])
  })

  it('A12: the same where she came by her own telephone, or leaves by it', async () => {
    const county = await begin('a', 'f')
    await county.at('05-07 01:00')
    await county.send('a', checkIn('a'))
    await county.send('b', roll('R1', 'came', ['f']))
    await county.at('05-07 01:05')
    await county.send('b', roll('R2', 'left', ['a', 'f']))
    await county.at('05-07 03:00')
    await county.send('k1', roll('R3', 'left', ['a'], 'a'))
    expect(await county.ask('f', checkOut('f'))).toEqual(['CheckOutTakenBack', 'CheckedOut'])
    expect((await listRecords(county)).slice(2)).toEqual([
      ['a', 120, 'attested'],
      ['f', 120, 'attested'],
    ])
  })

  it('A12: of one who does not call, the roll serves, and another’s second roll changes nothing', async () => {
    const county = await begin('a', 'f')
    await county.at('05-07 01:00')
    await county.send('b', roll('R1', 'came', ['a']))
    await county.at('05-07 02:00')
    await county.send('b', roll('R2', 'left', ['a']))
    await county.at('05-07 03:00')
    await county.send('b', roll('R3', 'left', ['a']))
    expect(await listRecords(county)).toEqual([['a', 60, 'attested']])
  })
})

describe('a service that a friend reports in its first minute, and another reviews', () => {
  const review = { type: 'ReviewOrder', ...round, rating: 5, verdict: 'solved', comment: null }
  const close = async () => {
    const county = await begin('a', 'f')
    await county.at('05-07 01:00')
    await county.send('f', checkIn('f'))
    await county.at('05-07 01:01')
    await county.send('f', report)
    await county.send('r1', review)
    await county.at('05-07 01:05')
    return county
  }

  it('A14: bars no seated volunteer who comes in time', async () => {
    const county = await close()
    expect(await county.ask('a', checkIn('a'))).toEqual(['CheckedIn'])
    await county.at('05-07 03:00')
    await county.send('a', checkOut('a'))
    expect(await listRecords(county)).toEqual([['a', 115, 'system']])
  })

  it('A12, A14: nor one whom the leader calls; a person without a seat has none after it either', async () => {
    const county = await close()
    expect(await county.ask('b', roll('R1', 'came', ['c']))).toEqual({ refused: 'NoSeat' })
    expect(await county.ask('b', roll('R2', 'came', ['a']))).toEqual(['RollCalled'])
    await county.at('05-07 03:00')
    await county.send('b', roll('R3', 'left', ['a']))
    expect(await listRecords(county)).toEqual([['a', 115, 'attested']])
  })
})
