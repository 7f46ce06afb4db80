/** People who are not asked grant more time, by the national defaults (O27, G4, G8). */
import { expect, it } from 'vitest'
import { actor, C, openUnit, why } from './county.fixture.ts'
import { begin, round, T1, V1, V1b, type County } from './orders.fixture.ts'

const T2 = '131081105'
const asks = { type: 'AskExtension', ...round, day: '2020-05-20', ...why('team-away') }
const grants = { type: 'AnswerExtension', ...round, grant: true }
const escalates = { type: 'EscalateOrder', ...round, from: V1, ...why('not-met-in-time') }

const answer = async ({ ledger }: County, by: ReturnType<typeof actor>, grant: boolean) => {
  const outcome = await ledger.sendUnknown({ ...grants, grant }, { actor: by })
  await ledger.settle()
  return outcome.ok ? outcome.events.map(({ data }) => data.type) : outcome.rejection.type
}
const strangers = [
  actor('zz', 'volunteer', V1b),
  actor('zz', 'resident', V1b),
  actor('k2', 'clerk', V1b),
  actor('k9', 'clerk', V1),
  actor('s', 'star-authority', C),
  actor('b', 'volunteer', V1),
]

for (const [says, escalate] of [
  ['by hand', (county: County) => county.send('k1', escalates)],
  ['by the timer', (county: County) => county.at('05-08 00:30')],
] as const)
  it(`O27, G4, G8: escalated ${says}, no stranger answers, nor the unit that has the order now; the one above does`, async () => {
    const county = await begin()
    if (says === 'by the timer') await county.at('05-07 00:00')
    await county.send('k1', asks)
    await escalate(county)
    expect(await county.listEvents('OrderEscalated')).toHaveLength(1)
    for (const one of strangers)
      for (const grant of [true, false])
        expect(['NotAuthorised', 'OutsideJurisdiction']).toContain(await answer(county, one, grant))
    expect(await county.ask('kt', grants)).toEqual({ refused: 'OutsideJurisdiction' })
    expect(await county.listWaiting(C)).toContain('extension extension')
    expect(await county.listWaiting(T1)).not.toContain('extension extension')
    expect(await county.ask('pc', grants)).toEqual(['ExtensionGranted'])
    expect(await county.listWaiting(C)).not.toContain('extension extension')
  })

it('O27: after an escalation the requester still answers', async () => {
  const county = await begin()
  await county.send('k1', asks, escalates)
  expect(await county.ask('r1', grants)).toEqual(['ExtensionGranted'])
})

it('O27, G8: once the unit is moved, its new unit above has the question and answers, and the old one does not', async () => {
  const county = await begin()
  await county.send('k1', asks)
  expect(await county.listWaiting(T1)).toContain('extension extension')
  await county.send('admin', openUnit(T2, 'township', C), { type: 'MoveUnit', unitId: V1, parent: T2 })
  expect(await county.listWaiting(T1)).not.toContain('extension extension')
  expect(await county.listWaiting(T2)).toContain('extension extension')
  expect(await county.ledger.toDo(T2)).toContainEqual(
    expect.objectContaining({ place: T2, waits: 'extension', details: { round: 1 } }),
  )
  expect(await county.ask('kt', grants)).toEqual({ refused: 'OutsideJurisdiction' })
  expect(await answer(county, actor('kt2', 'clerk', T2), true)).toEqual(['ExtensionGranted'])
})

it('O27: no one is asked about an order that was cancelled; about one that is not, the question stays', async () => {
  const county = await begin()
  await county.send('k1', asks)
  expect(await county.listWaiting(T1)).toContain('extension extension')
  expect((await county.ledger.deadlines(T1)).map(({ clock }) => clock)).toContain('extension')
  await county.send('r1', { type: 'CancelOrder', orderId: 'O1', ...why('no-need') })
  for (const unit of [V1, T1, C]) expect(await county.listWaiting(unit)).not.toContain('extension extension')
  expect((await county.ledger.deadlines(C)).map(({ clock }) => clock)).not.toContain('extension')
})
