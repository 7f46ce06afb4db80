/** A volunteer is called in elsewhere while she serves, by the national defaults: another's word alone ends no presence of her own (A12, A16). */
import { describe, expect, it } from 'vitest'
import { addOrder, interval, openCounty, round, V1, type County } from './orders.fixture.ts'

const place = (orderId: string) => ({ type: 'order', orderId, round: 1 })
const step = (type: 'CheckIn' | 'CheckOut', orderId: string) => ({ type, occasion: place(orderId), volunteer: 'a' })
const roll = (rollCallId: string, phase: 'came' | 'left', orderId: string, caller: string | null = null) => ({
  type: 'CallRoll',
  rollCallId,
  occasion: place(orderId),
  phase,
  volunteers: ['a'],
  headCount: 1,
  place: V1,
  caller,
})
const listRecords = async (county: County) =>
  (await county.listEvents('RecordSubmitted')).map(({ recordId, minutes, grade }) => [recordId, minutes, grade])
const listHeld = async (county: County) =>
  (await county.listEvents('RecordHeld')).map(({ recordId, kind }) => [recordId, kind])

/** She has a seat from 01 to 03 and another from 03 to 05, and is at the first. */
const begin = async (): Promise<County> => {
  const county = await openCounty()
  await county.at('05-06 00:00')
  await county.order(interval('05-07 01:00', '05-07 03:00'))
  await county.accept()
  await addOrder(county, interval('05-07 03:00', '05-07 05:00'))
  for (const orderId of ['O1', 'O2']) await county.send('a', { type: 'TakeSeat', ...round, orderId, risksSeen: true })
  await county.at('05-07 01:00')
  await county.send('a', step('CheckIn', 'O1'))
  return county
}

describe('a volunteer who serves and is called in elsewhere', () => {
  it('A12, A16: checks out where she was: system, and both are held as two places', async () => {
    const county = await begin()
    await county.at('05-07 01:05')
    await county.send('b', roll('R1', 'came', 'O2'))
    await county.at('05-07 03:00')
    expect(await county.ask('a', step('CheckOut', 'O1'))).toEqual(['CheckedOut'])
    await county.at('05-07 05:00')
    await county.send('b', roll('R2', 'left', 'O2'))
    expect(await listRecords(county)).toEqual([
      ['o.O1.1', 120, 'system'],
      ['o.O2.1', 235, 'attested'],
    ])
    expect(await listHeld(county)).toEqual([
      ['o.O1.1', 'two-places'],
      ['o.O2.1', 'overlap'],
      ['o.O2.1', 'two-places'],
    ])
  })

  it('A16: a tap that was forgotten bars no service to which the leader calls her in: neither is held', async () => {
    const county = await begin()
    await county.at('05-07 03:05')
    await county.send('b', roll('R1', 'came', 'O2'))
    await county.at('05-07 05:00')
    await county.send('b', roll('R2', 'left', 'O2'))
    const end = interval('05-07 01:00', '05-07 03:00').end
    const word = { type: 'ConfirmAttendance', occasion: place('O1'), volunteer: 'a', end, wasPresent: true }
    expect(await county.ask('r1', word)).toEqual(['AttendanceConfirmed'])
    expect(await listRecords(county)).toEqual([
      ['o.O2.1', 115, 'attested'],
      ['o.O1.1', 120, 'attested'],
    ])
    expect(await listHeld(county)).toEqual([])
  })

  it('A16: her own call from there ends the other, as her own check-in does', async () => {
    const county = await begin()
    await county.at('05-07 02:30')
    await county.send('k1', roll('R1', 'came', 'O2', 'a'))
    expect(await county.ask('a', step('CheckOut', 'O1'))).toEqual({ refused: 'CheckOutIsMissingBy' })
    expect(await county.listEvents('CheckOutMissing')).toMatchObject([{ occasion: place('O1') }])
  })
})
