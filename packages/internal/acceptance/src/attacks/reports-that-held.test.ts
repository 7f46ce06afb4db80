/** Public reports about other systems that never were true of this one, by the national defaults: they stay untrue. */
import { describe, expect, it } from 'vitest'
import { interval, openCounty, round, type County, type Who } from './orders.fixture.ts'

const seat = { type: 'TakeSeat', ...round, risksSeen: true }
const present = (person: string) => ({ occasion: { type: 'order', ...round }, volunteer: person })
const begin = async (planned: object): Promise<County> => {
  const county = await openCounty()
  await county.at('05-06 00:00')
  await county.order(planned)
  await county.accept()
  return county
}

describe('more people than seats (public report 02)', () => {
  it('O11: three at once for two seats: two have one, also when they ask again, and seats are not lowered below that', async () => {
    const county = await begin(interval('05-07 01:00', '05-07 02:00'))
    const rush: ReadonlyArray<Who> = ['a', 'b', 'f']
    const answers = await Promise.all(rush.map((one) => county.ask(one, seat)))
    expect(answers.filter((one) => 'refused' in one)).toEqual([{ refused: 'OrderFull' }])
    const taken = await county.listEvents('SeatTaken')
    expect(taken).toHaveLength(2)
    const [first] = taken
    expect(await county.ask(first?.volunteer as string as Who, seat)).toEqual([])
    expect(await county.ask('p1', { type: 'ChangeSeats', orderId: 'O1', seats: 1 })).toEqual({ refused: 'SeatsTaken' })
    expect(await county.ask('p1', { type: 'ChangeSeats', orderId: 'O1', seats: 3 })).toEqual(['SeatsChanged'])
  })
})

describe('a service over midnight and the end of a month (public report 04)', () => {
  it('H13, S7: has its minutes, all of the month in which it began by local time', async () => {
    const county = await begin(interval('05-31 14:00', '05-31 17:00'))
    await county.send('a', seat)
    await county.at('05-31 14:00')
    await county.send('a', { type: 'CheckIn', ...present('a') })
    await county.at('05-31 16:45')
    await county.send('a', { type: 'CheckOut', ...present('a') })
    expect(await county.listEvents('RecordSubmitted')).toMatchObject([{ minutes: 165, day: '2020-05-31' }])
  })
})

describe('a command sent again (public report 21)', () => {
  it('H11: after an answer that was lost has the effect of once, and following again writes nothing', async () => {
    const county = await begin(interval('05-07 01:00', '05-07 02:00'))
    expect(await county.ask('a', seat)).toContain('SeatTaken')
    expect(await county.ask('a', seat)).toEqual([])
    const count = async () => (await county.ledger.read(null, 100_000)).events.length
    const before = await count()
    await county.ledger.settle()
    await county.ledger.settle()
    expect(await count()).toBe(before)
  })
})
