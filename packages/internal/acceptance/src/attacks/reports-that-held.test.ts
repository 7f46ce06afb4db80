/** Public reports about other systems that never were true of this one, by the national defaults: they stay untrue. */
import { describe, expect, it } from 'vitest'
import { actor, instant } from './county.fixture.ts'
import {
  addOrder,
  foundTeam,
  interval,
  openCounty,
  round,
  review,
  T1,
  V1,
  why,
  type County,
  type Who,
} from './orders.fixture.ts'

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
  it('H5, A16: ends at the instant at which the next one begins, and both have their minutes', async () => {
    const county = await begin(interval('05-07 01:00', '05-07 02:00'))
    await addOrder(county, interval('05-07 02:00', '05-07 03:00'))
    const other = { occasion: { type: 'order', orderId: 'O2', round: 1 }, volunteer: 'a' }
    await county.send('a', seat, { ...seat, orderId: 'O2' })
    expect(await county.listEvents('SeatsOverlap')).toEqual([])
    await county.at('05-07 01:00')
    await county.send('a', { type: 'CheckIn', ...present('a') })
    await county.at('05-07 02:00')
    await county.send('a', { type: 'CheckOut', ...present('a') }, { type: 'CheckIn', ...other })
    await county.at('05-07 03:00')
    await county.send('a', { type: 'CheckOut', ...other })
    expect(await county.listEvents('RecordSubmitted')).toMatchObject([{ minutes: 60 }, { minutes: 60 }])
    expect(await county.listEvents('RecordHeld')).toEqual([])
  })
  it('S7: a need of the last minute of May is one of May, and one of midnight is one of June (second story, more 26)', async () => {
    const county = await openCounty()
    const submit = async (needId: string, at: string) => {
      await county.at(at)
      const [description] = await county.ledger.keep([`words of ${needId}`])
      const asked = { needId, unitId: V1, requester: 'r1', proxy: null, contact: null, channel: 'telephone' }
      const voiced = {
        kind: 'work-life',
        risks: { known: false, description: null },
        voicedAt: instant(at),
        sourceDate: null,
      }
      await county.send('r1', { type: 'SubmitNeed', ...asked, ...voiced, description })
    }
    await submit('N1', '05-31 15:59')
    await submit('N2', '05-31 16:00')
    await county.at('06-05 00:00')
    const count = async (from: string, to: string) => {
      const known = await county.ledger.assessment({ from, to, knownAt: instant('06-05 00:00') })
      return known.areas.find(({ unit, own }) => unit === V1 && !own)?.figures.I04.d
    }
    expect([await count('2020-05-01', '2020-06-01'), await count('2020-06-01', '2020-07-01')]).toEqual([1, 1])
  })
})

describe('a change of mind (public report 06)', () => {
  it('A2, A10: a team that declined has no offer to accept; of two that claim at once one has the order', async () => {
    const county = await openCounty()
    await county.send('admin', foundTeam('TC', V1, 'f'))
    await county.at('05-06 00:00')
    await county.order(interval('05-07 01:00', '05-07 02:00'))
    const offer = { orderId: 'O1', offerId: 'F1' }
    await county.send('p1', { type: 'DispatchOrder', ...offer, teamId: 'TA', override: null })
    const decline = { type: 'DeclineOffer', ...offer, ...why('busy') }
    expect(await county.ask('b', decline)).toEqual(['OfferDeclined'])
    const accept = { type: 'AcceptOffer', ...offer, planned: null, risksSeen: true }
    expect(await county.ask('b', accept)).toEqual({ refused: 'CommandNotAllowed' })
    expect(await county.ask('b', decline)).toEqual([])
    await county.send('p1', { type: 'OpenClaim', orderId: 'O1', offerId: 'C1' })
    const claim = (teamId: string) => ({ type: 'ClaimOrder', orderId: 'O1', offerId: 'C1', teamId, ...taken })
    const taken = { planned: null, risksSeen: true }
    const answers = await Promise.all([county.ask('b', claim('TA')), county.ask('f', claim('TC'))])
    expect(answers).toEqual([['OrderAccepted'], { refused: 'CommandNotAllowed' }])
  })
})

describe('closed is not solved (public report 24)', () => {
  it('O7, O8: what the requester says is not solved is reopened, and waits in the queue of its handler', async () => {
    const county = await begin(interval('05-07 01:00', '05-07 02:00'))
    await county.send('a', seat)
    await county.at('05-07 01:00')
    await county.send('a', { type: 'CheckIn', ...present('a') })
    await county.at('05-07 02:00')
    await county.send('a', { type: 'CheckOut', ...present('a') })
    await county.send('b', { type: 'ReportService', ...round })
    await county.send('r1', review('not-solved', 1))
    expect(await county.listEvents('OrderClosed')).toMatchObject([{ outcome: 'not-solved' }])
    expect(await county.listWaiting(T1)).not.toContain('order dispatch')
    expect(await county.ask('r1', { type: 'ReopenOrder', ...round, ...why('still-broken') })).toEqual(['OrderReopened'])
    expect(await county.listWaiting(T1)).toContain('order dispatch')
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
  it('H13: one bad line sinks no batch', async () => {
    const county = await begin(interval('05-07 01:00', '05-07 02:00'))
    const backfill = (recordId: string, day: string, minutes: number) => {
      const segments = [interval(`${day} 01:00`, `${day} 03:00`)]
      const occasion = { type: 'session', sessionId: `S${recordId}`, host: V1 }
      const record = { volunteer: 'a', recordId, occasion, segments, minutes, content: 'culture-arts' }
      return { type: 'Backfill', ...record, bodyId: V1, teamId: null, responsible: 'b', reason: null }
    }
    const lines = [backfill('A', '05-04', 120), backfill('B', '05-04', 999), backfill('C', '05-05', 120)]
    const by = { actor: actor('k1', 'clerk', V1) }
    const answers = await county.ledger.sendAllUnknown(lines.map((command) => ({ command, by })))
    await county.ledger.settle()
    expect(answers.map((one) => (one.ok ? 'ok' : one.rejection.type))).toEqual(['ok', 'MinutesDiffer', 'ok'])
  })
})
