/** What no one vouched for is missed at the end of its review (A14, A15): what became of the order then, by the national defaults, and honest twins. */
import type { LedgerEvent } from '@zhiyuan/domain'
import { describe, expect, it } from 'vitest'
import { instant } from './county.fixture.ts'
import {
  begin,
  C,
  interval,
  morning,
  present,
  round,
  seat,
  T1,
  V1,
  who,
  why,
  type County,
  type Who,
} from './orders.fixture.ts'

/** Tells a check-in or check-out of `kept`, later. */
const tell = async (county: County, by: Who, type: 'CheckIn' | 'CheckOut', kept: string): Promise<void> => {
  const outcome = await county.ledger.sendUnknown(
    { type, ...present(by) },
    { actor: who[by], occurredAt: instant(kept) },
  )
  await county.ledger.settle()
  expect(outcome).toMatchObject({ ok: true })
}

/** O1 for the morning of 05-07, with these in its seats; they tell of it three hours after it, when it was missed, and the leader reports. */
const tellLate = async (seated: ReadonlyArray<Who> = ['a']): Promise<County> => {
  const county = await begin(morning)
  await county.accept()
  for (const one of seated) await county.send(one, seat)
  await county.at('05-07 05:00')
  for (const one of seated) await tell(county, one, 'CheckIn', '05-07 01:00')
  for (const one of seated) await tell(county, one, 'CheckOut', '05-07 02:00')
  return county
}
const report = { type: 'ReportService', ...round }
const withdraw = { type: 'WithdrawNeed', needId: 'N1', reason: 'not-needed' }

const countEvents = async ({ ledger }: County): Promise<number> => (await ledger.read(null, 100_000)).events.length
const listTypes = async ({ ledger }: County, from: number): Promise<ReadonlyArray<LedgerEvent['type']>> =>
  (await ledger.read(null, 100_000)).events.slice(from).map(({ data }) => data.type)
/** What was answered at each of these instants. */
const wait = async (county: County, ...instants: ReadonlyArray<string>) => {
  const from = await countEvents(county)
  for (const one of instants) await county.at(one)
  return listTypes(county, from)
}

describe('a need that was withdrawn meanwhile', () => {
  it('O28: is not served any more: its order is cancelled when it waits for a team again', async () => {
    const county = await tellLate()
    await county.send('b', report)
    await county.send('r1', withdraw)
    const told = await wait(county, '05-14 05:00', '05-15 01:00', '05-29 00:00')
    expect(told).toEqual(['ReviewLapsed', 'OrderMissed', 'OrderCancelled', 'CaptureUnconfirmed'])
    expect(await county.listEvents('OrderCancelled')).toMatchObject([{ by: 'need-withdrawn', beforeAcceptance: false }])
    expect((await county.listWaiting(C)).filter((one) => one.startsWith('order'))).toEqual([])
  })

  it('O28: also where its handler had the to-do to abort it', async () => {
    const county = await tellLate()
    await county.send('r1', withdraw)
    expect(await county.listEvents('AbortAsked')).toHaveLength(1)
    await county.send('b', report)
    await county.at('05-15 01:00')
    expect((await county.listEvents('OrderCancelled')).map(({ by }) => by)).toEqual(['need-withdrawn'])
  })

  it('O28: honest twin: the order of a need that is wanted waits for a team again, and what was served is closed', async () => {
    const wanted = await tellLate()
    await wanted.send('b', report)
    await wanted.at('05-15 01:00')
    expect(await wanted.listEvents('OrderMissed')).toHaveLength(2)
    expect(await wanted.listEvents('OrderCancelled')).toEqual([])
    const served = await tellLate()
    await served.send('b', report)
    await served.send('r1', {
      type: 'ConfirmAttendance',
      ...present('a'),
      end: instant('05-07 02:00'),
      wasPresent: true,
    })
    await served.send('r1', withdraw)
    await served.at('05-15 01:00')
    expect(await served.listEvents('OrderClosed')).toMatchObject([{ outcome: 'unreviewed' }])
    expect(await served.listEvents('OrderCancelled')).toEqual([])
  })
})

/** The day by which the 48 h of the village, or of the township, have ended when the service becomes known. */
const sunday = interval('05-10 01:00', '05-10 02:00')
const next = interval('05-22 01:00', '05-22 02:00')

/** O1 for Sunday is accepted at `accepted`; a tells of it when a clock has moved the missed order up, and no one vouches for it. */
const undoEscalation = async (accepted: string | null): Promise<County> => {
  const county = await begin(sunday)
  if (accepted !== null) await county.at(accepted)
  await county.accept()
  await county.send('a', seat)
  await county.at('05-10 05:00')
  await tell(county, 'a', 'CheckIn', '05-10 01:00')
  await tell(county, 'a', 'CheckOut', '05-10 02:00')
  await county.send('b', report)
  return county
}
const listMoves = async (county: County) =>
  (await county.listEvents('OrderEscalated')).map(({ from, to }) => [from, to])

describe('an escalation that was undone', () => {
  it('O4, O16: at the township: the order goes up to the city again when it is missed after all, and is accepted there', async () => {
    const county = await undoEscalation('05-08 00:00')
    expect(await county.listEvents('EscalationUndone')).toMatchObject([{ from: C, to: T1 }])
    await county.at('05-17 05:00')
    expect(await listMoves(county)).toEqual([
      [V1, T1],
      [T1, C],
      [T1, C],
    ])
    const offer = { orderId: 'O1', offerId: 'F2' }
    await county.send('pc', { type: 'DispatchOrder', ...offer, teamId: 'TA', override: null })
    expect(await county.ask('b', { type: 'AcceptOffer', ...offer, planned: next, risksSeen: true })).toEqual([
      'OrderAccepted',
    ])
  })

  it('O4: at the village: it goes exactly one level up, and may be accepted at the township', async () => {
    const county = await undoEscalation(null)
    expect(await county.listEvents('EscalationUndone')).toMatchObject([{ from: T1, to: V1 }])
    await county.at('05-17 05:00')
    expect(await listMoves(county)).toEqual([
      [V1, T1],
      [V1, T1],
    ])
    const offer = { orderId: 'O1', offerId: 'F2' }
    await county.send('p1', { type: 'DispatchOrder', ...offer, teamId: 'TA', override: null })
    expect(await county.ask('b', { type: 'AcceptOffer', ...offer, planned: next, risksSeen: true })).toEqual([
      'OrderAccepted',
    ])
  })

  it('A15: honest twin: what is confirmed closes at its handler, and was no escalation', async () => {
    const county = await undoEscalation('05-08 00:00')
    await county.send('r1', { type: 'ReviewOrder', ...round, rating: 5, verdict: 'solved', comment: null })
    await county.at('05-20 01:00')
    expect(await county.listEvents('OrderClosed')).toMatchObject([{ handler: T1, outcome: 'solved' }])
    expect(await county.listEvents('OrderEscalated')).toHaveLength(2)
  })
})

describe('supervision of what is missed after all', () => {
  it('O16: begins at the miss where its day passed while the review was waited for', async () => {
    const county = await tellLate()
    await county.at('05-08 01:00')
    await county.send('b', report)
    await county.at('05-14 16:00')
    expect(await county.listEvents('SupervisionBegan')).toEqual([])
    await county.at('05-15 01:00')
    expect(await county.listEvents('SupervisionBegan')).toMatchObject([{ dueAt: instant('05-14 16:00') }])
    expect(await county.listWaiting(C)).toContain('supervision supervision')
  })

  it('O16: begins again where the report had ended it', async () => {
    const county = await tellLate()
    await county.at('05-14 16:00')
    await county.send('b', report)
    expect(await county.listEvents('SupervisionEnded')).toHaveLength(1)
    await county.at('06-25 01:00')
    expect(await county.listEvents('SupervisionBegan')).toHaveLength(2)
    expect(await county.listWaiting(C)).toContain('supervision supervision')
  })

  it('O16, O22: comes with the earlier day to which the requester agreed after a later one; the later one holds else', async () => {
    const later = interval('05-25 01:00', '05-25 02:00')
    const earlier = interval('05-18 01:00', '05-18 02:00')
    for (const [planned, began] of [
      [earlier, '05-27 16:00'],
      [later, '06-03 16:00'],
    ] as const) {
      const county = await begin()
      await county.accept(later)
      await county.send('r1', { type: 'AgreeToTime', ...round, planned: later })
      await county.at('05-15 01:00')
      await county.send('b', { type: 'HandBackOrder', ...round, ...why('ill') })
      const offer = { orderId: 'O1', offerId: 'F2' }
      await county.send('p1', { type: 'DispatchOrder', ...offer, teamId: 'TA', override: null })
      await county.send('b', { type: 'AcceptOffer', ...offer, planned, risksSeen: true })
      await county.send('r1', { type: 'AgreeToTime', ...round, planned })
      await county.at(began)
      expect(await county.listEvents('SupervisionBegan')).toMatchObject([{ dueAt: instant(began) }])
    }
  })

  it('O16: honest twin: what was served is supervised no more, and a miss before that day begins none', async () => {
    const county = await tellLate()
    await county.at('05-14 16:00')
    await county.send('b', report)
    await county.send('r1', { type: 'ReviewOrder', ...round, rating: 5, verdict: 'solved', comment: null })
    await county.at('06-25 01:00')
    expect(await county.listEvents('SupervisionBegan')).toHaveLength(1)
    const early = await begin(morning)
    await early.accept()
    await early.send('a', seat)
    await early.at('05-14 15:59')
    expect(await early.listEvents('OrderMissed')).toHaveLength(1)
    expect(await early.listEvents('SupervisionBegan')).toEqual([])
  })
})

describe('a round that no one vouched for', () => {
  it('A9, A15: honest twin: a presence that is confirmed after it takes the round on', async () => {
    const county = await tellLate(['a', 'f'])
    await county.send('b', report)
    await county.at('05-15 01:00')
    const confirm = { type: 'ConfirmAttendance', ...present('f'), end: instant('05-07 02:00'), wasPresent: true }
    await county.send('r1', confirm)
    expect(await county.listEvents('RoundTakenOn')).toHaveLength(2)
    await county.send('b', report)
    await county.at('05-30 01:00')
    expect(await county.listEvents('OrderClosed')).toMatchObject([{ outcome: 'unreviewed' }])
  })
})

describe('an order that is accepted after its due date has passed', () => {
  const offer = { orderId: 'O1', offerId: 'F2' }
  const accept = { type: 'AcceptOffer', ...offer, planned: interval('05-18 01:00', '05-18 02:00'), risksSeen: true }
  const dispatch = { type: 'DispatchOrder', ...offer, teamId: 'TA', override: null }

  it('O22: is handed back where the day of its time passes too, and no one has taken a seat', async () => {
    for (const asked of [null, interval('05-12 01:00', '05-12 02:00')]) {
      const county = await begin(asked, { placedBy: 'k1' })
      for (const one of ['05-08 00:00', '05-10 00:00', '05-14 16:00']) await county.at(one)
      expect(await county.listEvents('ServiceOverdue')).toHaveLength(1)
      await county.send('pc', dispatch)
      await county.send('b', accept)
      expect(await county.listEvents('OrderHandedBack')).toEqual([])
      await county.at('05-18 16:00')
      expect(await county.listEvents('OrderHandedBack')).toMatchObject([{ by: 'timer' }])
      expect(await county.listEvents('ServiceOverdue')).toHaveLength(1)
    }
  })

  it('O22: honest twin: it is served with a seat taken', async () => {
    const county = await begin()
    for (const one of ['05-08 00:00', '05-10 00:00', '05-14 16:00']) await county.at(one)
    await county.send('pc', dispatch)
    await county.send('b', accept)
    await county.send('a', seat)
    await county.at('05-18 01:00')
    await county.send('a', { type: 'CheckIn', ...present('a') })
    await county.at('05-18 16:00')
    expect(await county.listEvents('OrderHandedBack')).toEqual([])
    expect(await county.ask('b', report)).toContain('ServiceReported')
  })
})

describe('a due date that has passed before its timer fired', () => {
  /** The clock alone moves: nothing has followed yet. */
  const ask = async (settled: boolean, openly: boolean, by: Who, at: string, command: object) => {
    const county = await begin(openly ? null : morning)
    await county.accept()
    if (!openly) {
      await county.send('a', seat)
      await county.at('05-07 01:00')
      await county.send('a', { type: 'CheckIn', ...present('a') })
    }
    if (settled) await county.at(at)
    else county.clock.set(instant(at))
    return { answer: await county.ask(by, command as never), passed: await county.listEvents('ServiceOverdue') }
  }

  it('O22: is an event before the report, and no time is set after it, as where the timer has fired', async () => {
    const late = { type: 'SetServiceTime', ...round, planned: interval('05-30 01:00', '05-30 02:00') }
    for (const settled of [true, false]) {
      const reported = await ask(settled, false, 'b', '05-11 01:00', report)
      expect(reported.passed).toMatchObject([{ dueAt: instant('05-07 16:00') }])
      const set = await ask(settled, true, 'b', '05-15 01:00', late)
      expect(set.answer).toEqual({ refused: 'CommandNotAllowed' })
      expect(set.passed).toMatchObject([{ dueAt: instant('05-14 16:00') }])
    }
  })

  it('O22: honest twin: in time nothing has passed', async () => {
    const soon = { type: 'SetServiceTime', ...round, planned: interval('05-15 01:00', '05-15 02:00') }
    const set = await ask(false, true, 'b', '05-14 15:59', soon)
    expect(set).toEqual({ answer: ['ServiceTimeSet'], passed: [] })
    expect((await ask(false, false, 'b', '05-07 15:59', report)).passed).toEqual([])
  })
})
