/** A clerk or dispatcher who is the need's contact speaks for the office, and a neighbour for the resident, by the national defaults (N15). */
import { expect, it } from 'vitest'
import { begin, interval, morning, review, round, serve, type County, type Who } from './orders.fixture.ts'

const december = interval('12-30 01:00', '12-30 02:00')
const cancel = { type: 'CancelOrder', orderId: 'O1', reason: { code: 'not-needed', text: null } }
const asks: Parameters<County['ask']>[1] = {
  type: 'AskExtension',
  ...round,
  day: '2020-06-30',
  reason: { code: 'no-team', text: null },
}

it('N15, I05: a clerk of the unit cancels as the office, a neighbour as the requester’s side', async () => {
  for (const [contact, by, beforeAcceptance] of [
    ['kt', 'office-proxy', false],
    ['c', 'contact', true],
  ] as const) {
    const county = await begin(null, { contact })
    await county.send(contact, cancel)
    expect(await county.listEvents('OrderCancelled')).toMatchObject([{ by, beforeAcceptance }])
  }
})

it('O16, O22: a day that the clerk names or agrees to moves no supervision; a neighbour’s does', async () => {
  const listSupervised = async (contact: Who) => {
    const county = await begin(december, { contact, placedBy: contact })
    if (contact === 'kt') {
      await county.accept()
      expect(await county.ask('kt', { type: 'AgreeToTime', ...round, planned: december })).toEqual({
        refused: 'NotAuthorised',
      })
    }
    await county.at('06-30 00:00')
    return county.listEvents('SupervisionBegan')
  }
  expect(await listSupervised('kt')).toHaveLength(1)
  expect(await listSupervised('c')).toEqual([])
})

it('O27: the dispatcher who is the contact grants nothing that the own unit asked for; a neighbour does', async () => {
  const answer = { type: 'AnswerExtension', ...round, grant: true }
  const asked = async (contact: Who) => {
    const county = await begin(null, { contact })
    await county.send('k1', asks)
    return county.ask(contact, answer)
  }
  expect(await asked('c')).toEqual(['ExtensionGranted'])
  const county = await begin(null, { contact: 'kt' })
  await county.send('k1', { type: 'EscalateOrder', ...round, from: '131081104201', reason: asks['reason'] })
  await county.send('p1', asks)
  expect(await county.ask('kt', answer)).toEqual({ refused: 'OutsideJurisdiction' })
})

it('O7: nor reviews; a neighbour does', async () => {
  for (const [contact, told] of [
    ['kt', { refused: 'NotAReviewer' }],
    ['c', ['OrderReviewed', 'OrderClosed']],
  ] as const) {
    const county = await begin(morning, { contact })
    await county.accept()
    await serve(county)
    expect(await county.ask(contact, review('solved', 5))).toEqual(told)
  }
})
