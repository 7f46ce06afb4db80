/** A team that served in the round rates it as if another had served alone, by the national defaults (O9, O24, A15). */
import { expect, it } from 'vitest'
import { instant } from './county.fixture.ts'
import {
  begin,
  interval,
  morning,
  present,
  review,
  round,
  seat,
  who,
  T1,
  type County,
  type Who,
  why,
} from './orders.fixture.ts'

/** What a telephone told late: a was there in the morning. */
const tellLate = async ({ ledger }: County): Promise<void> => {
  for (const [type, at] of [
    ['CheckIn', '05-07 01:00'],
    ['CheckOut', '05-07 02:00'],
  ] as const) {
    const outcome = await ledger.sendUnknown({ type, ...present('a') }, { actor: who.a, occurredAt: instant(at) })
    expect(outcome.ok).toBe(true)
    await ledger.settle()
  }
}

/** TA is missed, and TB accepts. */
const acceptTwice = async (contact: Who): Promise<County> => {
  const county = await begin(morning, { contact })
  await county.accept()
  await county.send('a', seat)
  await county.at('05-07 06:00')
  const second = { orderId: 'O1', offerId: 'F2' }
  await county.send('p1', { type: 'DispatchOrder', ...second, teamId: 'TB', override: { code: 'near', text: null } })
  const planned = interval('05-09 01:00', '05-09 02:00')
  await county.send('c', { type: 'AcceptOffer', ...second, planned, risksSeen: true })
  return county
}
/** Then it shows that TA served, or not, and TB serves as well. */
const serveTwice = async (contact: Who, firstServed: boolean): Promise<County> => {
  const county = await acceptTwice(contact)
  if (firstServed) {
    await tellLate(county)
    const end = instant('05-07 02:00')
    await county.send('r1', { type: 'ConfirmAttendance', ...present('a'), end, wasPresent: true })
  }
  await county.send('c', seat)
  await county.at('05-09 01:00')
  await county.send('c', { type: 'CheckIn', ...present('c') })
  await county.at('05-09 02:00')
  await county.send('c', { type: 'CheckOut', ...present('c') }, { type: 'ReportService', ...round })
  return county
}
const refused = { refused: 'ReviewerInTeam' }
const taken = ['OrderReviewed', 'OrderClosed']

it('O9, A15: of two services in a round neither team rates either', async () => {
  for (const contact of ['b', 'f'] as const) {
    const county = await serveTwice(contact, true)
    expect(await county.listEvents('ServiceDoubled')).toHaveLength(1)
    expect(await county.ask(contact, review('solved', 5))).toEqual(refused)
    expect(await county.listEvents('ReviewNoted')).toEqual([])
    expect(await county.ask('r1', review('solved', 4))).toEqual(taken)
  }
})

it('O9: the leader of a team that did not come rates the service of the other', async () => {
  const county = await serveTwice('b', false)
  expect(await county.ask('b', review('solved', 5))).toEqual(taken)
})

it('O24, A15: where one of the two is the own team of the unit, the unit above follows up', async () => {
  const followUp = { type: 'FollowUpOrder', ...round, verdict: 'solved', comment: null }
  const check = async (firstServed: boolean) => {
    const { ledger } = await serveTwice('f', firstServed)
    const outcome = await ledger.sendUnknown(followUp, { actor: { ...who.k1, person: 'k7' } })
    return outcome.ok ? outcome.events.map(({ data }) => data.type) : outcome.rejection.type
  }
  expect(await check(true)).toBe('NotTheUnitAbove')
  expect(await check(false)).toEqual(['OrderFollowedUp', 'OrderClosed'])
})

it('O9, A15: nor does the leader rate a service that was missed first and taken on', async () => {
  const county = await begin(morning, { contact: 'b' })
  await county.accept()
  await county.send('a', seat)
  await county.at('05-07 06:00')
  await tellLate(county)
  expect(await county.listEvents('RoundTakenOn')).toHaveLength(1)
  await county.send('b', { type: 'ReportService', ...round })
  expect(await county.ask('b', review('solved', 5))).toEqual(refused)
  expect(await county.ask('r1', review('solved', 4))).toEqual(taken)
})

it('A15: once one of the two is ended, the to-do of the handler has nothing to decide', async () => {
  const waits = 'doubled two-services'
  for (const [by, command] of [
    ['c', { type: 'HandBackOrder', ...round, ...why('ill') }],
    ['r1', { type: 'CancelOrder', orderId: 'O1', ...why('not-needed') }],
    ['k1', { type: 'CancelFirstService', ...round, ...why('one-is-enough') }],
  ] as const) {
    const county = await acceptTwice('f')
    await tellLate(county)
    expect(await county.listWaiting(T1)).toContain(waits)
    await county.send(by, command)
    expect(await county.listWaiting(T1)).not.toContain(waits)
  }
})
