/** What the body's recorder enters under own name is a word for the round, by the national defaults (A14, A15, O7). */
import { expect, it } from 'vitest'
import { actor, takePost, why, type Words } from './county.fixture.ts'
import { begin as beginCounty, C, morning, present, seat, V1, who, type County, type Who } from './orders.fixture.ts'

const tell = async ({ ledger }: County, by: Who, type: string, kept: string) => {
  const occurredAt = `2020-${kept.replace(' ', 'T')}:00.000Z`
  const outcome = await ledger.sendUnknown({ type, ...present(by) }, { actor: who[by], occurredAt })
  await ledger.settle()
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.rejection))
}

const officers = {
  rec: actor('rec', 'recorder', V1),
  qv: actor('qv', 'approver', V1),
  qc: actor('qc', 'approver', C),
} as const

/** a tells two hours late that she served, and no one confirms it: it waits at the recorder. */
const begin = async (...others: ReadonlyArray<Who>): Promise<County> => {
  const county = await beginCounty(morning)
  const posts = [takePost(C, 'approver', 'qc'), takePost(V1, 'approver', 'qv'), takePost(V1, 'recorder', 'rec')]
  await county.send('admin', ...posts)
  await county.accept()
  for (const one of ['a', ...others] as const) await county.send(one, seat)
  await county.at('05-07 03:00')
  await tell(county, 'a', 'CheckIn', '05-07 01:00')
  await tell(county, 'a', 'CheckOut', '05-07 02:00')
  await county.at('05-21 16:00')
  return county
}
const ask = async ({ ledger }: County, by: keyof typeof officers, command: Words) => {
  const outcome = await ledger.sendUnknown(command, { actor: officers[by] })
  await ledger.settle()
  return outcome.ok ? outcome.events.map(({ data }) => data.type) : { refused: outcome.rejection.type }
}
const takeOver = { type: 'TakeOverCapture', ...present('a') }
const ofRecord = { volunteer: 'a', recordId: 'o.O1.1' }
const listRound = async (county: County) =>
  ((await county.ledger.timeline({ orderId: 'O1' }))?.steps ?? []).map(({ type }) => type)
const findRecord = async ({ ledger }: County) =>
  (await ledger.records('a')).map(({ status, waitsFor }) => `${status} ${waitsFor}`)

it('A14, O7: a capture that the recorder took over is a word for the round: it closes, and the record counts', async () => {
  const county = await begin()
  expect(await ask(county, 'rec', takeOver)).toEqual(['CaptureTakenOver'])
  await county.at('05-26 02:00')
  expect(await ask(county, 'qv', { type: 'VerifyRecord', ...ofRecord })).toEqual(['RecordVerified'])
  await county.at('06-02 00:00')
  expect((await listRound(county)).slice(-2)).toEqual(['ReviewLapsed', 'OrderClosed'])
  expect(await county.listEvents('OrderMissed')).toEqual([])
  expect(await findRecord(county)).toEqual(['verified null'])
})

it('A15, H2a: taken over after the miss: the round is taken on again, and the unit above rules on the record', async () => {
  const county = await begin()
  await county.at('06-02 00:00')
  const missed = ['OrderMissed', 'ServiceOverdue', 'OrderEscalated', 'SupervisionBegan']
  expect((await listRound(county)).slice(-4)).toEqual(missed)
  await ask(county, 'rec', takeOver)
  expect(await listRound(county)).toEqual(expect.arrayContaining(['EscalationUndone', 'RoundTakenOn']))
  expect(await findRecord(county)).toEqual(['submitted unit-above'])
  const clear = { type: 'ClearHold', ...ofRecord, holdId: 'log:0', ...why('seen') }
  expect(await ask(county, 'qv', clear)).toEqual({ refused: 'NotTheUnitAbove' })
  expect(await ask(county, 'qc', clear)).toEqual(['HoldCleared', 'TookPlaceRuled'])
  await county.at('06-12 00:00')
  expect((await listRound(county)).at(-1)).toBe('OrderClosed')
  expect(await county.listEvents('OrderMissed')).toHaveLength(1)
})

it('A14, O7: what the recorder enters by hand for another one seated proves the round once it is verified', async () => {
  for (const isVerified of [true, false]) {
    const county = await begin('f')
    const { occasion } = present('f')
    const served = { occasion, segments: [morning], minutes: 60, content: 'hardship-relief' }
    const by = { bodyId: V1, teamId: 'TA', responsible: 'b', ...why('paper') }
    const entry = { type: 'Backfill', volunteer: 'f', recordId: 'R1', ...served, ...by }
    expect(await ask(county, 'rec', entry)).toEqual(['RecordSubmitted'])
    await county.at('05-26 02:00')
    if (isVerified) await ask(county, 'qv', { type: 'VerifyRecord', volunteer: 'f', recordId: 'R1' })
    await county.at('06-02 00:00')
    expect(await county.listEvents('OrderMissed')).toHaveLength(isVerified ? 0 : 1)
    expect(await county.listEvents('RecordSuspended')).toEqual([])
  }
})

it('A14: a capture that is refused, or that no one takes over, is no word: the round was missed', async () => {
  for (const refuses of [true, false]) {
    const county = await begin()
    if (refuses) await ask(county, 'rec', { type: 'RefuseCapture', ...present('a'), ...why('no-trace') })
    await county.at('06-02 00:00')
    expect(await county.listEvents('OrderMissed')).toHaveLength(1)
    expect(await findRecord(county)).toEqual([])
  }
})
