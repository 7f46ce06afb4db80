/** Presences on another person's word, by the national defaults: what a leader does to a rival, and who says that the leader came (A12). */
import { describe, expect, it } from 'vitest'
import { interval, openCounty, round, V1, type County, type Who } from './orders.fixture.ts'

const hours = interval('05-07 01:00', '05-07 04:00')
const occasion = { type: 'order', ...round }
const checkIn = (volunteer: string) => ({ type: 'CheckIn', occasion, volunteer })
const checkOut = (volunteer: string) => ({ type: 'CheckOut', occasion, volunteer })
const roll = (phase: 'came' | 'left', volunteers: ReadonlyArray<string>) => ({
  type: 'CallRoll',
  rollCallId: `${phase}-${volunteers.join('-')}`,
  occasion,
  phase,
  volunteers,
  headCount: 3,
  place: V1,
  caller: null,
})
const listRecords = async (county: County) =>
  (await county.listEvents('RecordSubmitted')).map(({ volunteer, minutes, grade }) => [volunteer, minutes, grade])
const begin = async (...seated: ReadonlyArray<Who>): Promise<County> => {
  const county = await openCounty()
  await county.at('05-06 00:00')
  await county.order(hours)
  await county.accept()
  for (const one of seated) await county.send(one, { type: 'TakeSeat', ...round, risksSeen: true })
  await county.at('05-07 01:00')
  return county
}

describe('a leader’s roll of who left', () => {
  it('A12, A8: five minutes after a rival’s own check-in: her own check-out wins, and the record of the roll is withdrawn', async () => {
    const county = await begin('a', 'f')
    await county.send('a', checkIn('a'))
    await county.at('05-07 01:05')
    await county.send('b', roll('left', ['a']))
    expect(await listRecords(county)).toEqual([['a', 5, 'attested']])
    await county.at('05-07 04:00')
    expect(await county.ask('a', checkOut('a'))).toEqual(['CheckOutTakenBack', 'CheckedOut'])
    expect((await listRecords(county)).at(-1)).toEqual(['a', 180, 'system'])
    expect(await county.listEvents('RecordWithdrawn')).toMatchObject([{ volunteer: 'a', takenBack: true }])
  })

  it('A12: of one whose telephone is empty it serves: attested', async () => {
    const county = await begin('a', 'f')
    await county.send('a', checkIn('a'))
    await county.at('05-07 04:00')
    await county.send('b', roll('left', ['a']))
    expect(await listRecords(county)).toEqual([['a', 180, 'attested']])
    expect(await county.listEvents('RecordWithdrawn')).toEqual([])
  })
})

describe('a leader without a telephone', () => {
  it('A12: has the own line called by another volunteer with a seat, and no one else’s', async () => {
    const county = await begin('a', 'b')
    expect(await county.ask('b', roll('came', ['b']))).toEqual({ refused: 'InOwnFavour' })
    expect(await county.ask('f', roll('came', ['b']))).toEqual({ refused: 'NotAuthorised' })
    expect(await county.ask('a', roll('came', ['b']))).toEqual(['RollCalled'])
    await county.at('05-07 04:00')
    await county.send('a', roll('left', ['b']))
    expect(await listRecords(county)).toEqual([['b', 180, 'attested']])
  })
})
