/** A sheet of an order whose leader called the roll, as a village without telephones keeps its hours (H14, A12), and its attackers. */
import { describe, expect, it } from 'vitest'
import { actor, asking, occasion, seatCrowd, sendAll } from './crowd.fixture.ts'
import { approve, enter, interval, openCounty, T1, V1, type County } from './paper.fixture.ts'

const crowd = ['v0', 'v1', 'v2']
const roll = (more: object = {}) => ({
  type: 'CallRoll',
  rollCallId: 'roll',
  occasion,
  phase: 'came',
  volunteers: crowd,
  headCount: 3,
  place: V1,
  caller: null,
  ...more,
})
const line = (volunteer: string, end = '04-24 05:00') => ({
  volunteer,
  segments: [interval('04-24 01:00', end)],
  minutes: (Number(end.slice(6, 8)) - 1) * 60,
})
const sheet = (more: object = {}) =>
  enter('L1', 'none', [], {
    occasion,
    teamId: 'TC',
    content: 'schooling',
    responsible: 'x',
    lines: crowd.map((one) => line(one)),
    ...more,
  })
const leader = actor('v3', 'volunteer')
const reason = { code: 'asked', text: null }

const openRound = async (): Promise<County> => {
  const county = await openCounty(4)
  await seatCrowd(county, crowd, 'v3')
  await county.at('04-24 01:20')
  return county
}
const listWaiting = async (county: County) =>
  (await county.ledger.toDo(V1)).map(({ waits }) => waits).filter((one) => one !== 'report')
const listHolds = async (county: County) =>
  (await county.listEvents()).flatMap((one) => (one.type === 'RecordHeld' ? [one.kind] : []))
const confirm = (volunteer: string) => ({
  type: 'ConfirmAttendance',
  occasion,
  volunteer,
  end: '2020-04-24T05:00:00.000Z',
  wasPresent: true,
})

describe('a sheet after a roll', () => {
  it('H14: the leader calls the roll, the sheet comes on the next day: none is held, all are attested, once', async () => {
    for (const caller of [null, 'v3']) {
      const county = await openRound()
      await sendAll(county)(caller === null ? leader : actor('kt', 'clerk', T1), roll({ caller }))
      await county.at('04-26 01:00')
      expect(await listWaiting(county)).toEqual(['confirmation', 'confirmation', 'confirmation'])
      await county.send('k1', sheet())
      await county.at('04-28 01:00')
      await county.send('qt', approve('L1'))
      expect(await listHolds(county)).toEqual([])
      expect(await county.countGrades()).toEqual({ system: 0, attested: 3, manual: 0 })
      expect(await listWaiting(county)).toEqual([])
      const outcome = await county.ledger.sendUnknown(confirm('v0'), { actor: asking })
      expect(outcome).toMatchObject({ ok: false, rejection: { type: 'CommandNotAllowed' } })
      await county.at('06-10 01:00')
      expect(await county.ledger.records('v0')).toMatchObject([{ recordId: 'p.L1.1.1', status: 'verified' }])
      expect(await listHolds(county)).toEqual([])
    }
  }, 60_000)

  it('H14, A12: the sheet says when each one left, also of who checked in alone and forgot to check out', async () => {
    const county = await openRound()
    await sendAll(county)(actor('v2', 'volunteer'), { type: 'CheckIn', occasion, volunteer: 'v2' })
    await sendAll(county)(leader, roll())
    await county.at('04-26 01:00')
    await county.send('k1', sheet({ lines: [line('v0', '04-24 03:00'), line('v1'), line('v2')] }))
    await county.at('04-28 01:00')
    await county.send('qt', approve('L1'))
    expect(await listHolds(county)).toEqual([])
    expect(await county.countGrades()).toEqual({ system: 0, attested: 3, manual: 0 })
    expect(await listWaiting(county)).toEqual([])
  }, 60_000)

  it('H14, H2a: the village alone ends no presence by its sheet: each line waits for the unit above, and then counts once', async () => {
    const county = await openRound()
    await sendAll(county)(leader, roll())
    await county.at('04-26 01:00')
    await county.send('k1', sheet())
    await county.at('04-28 01:00')
    await county.send('q1', approve('L1'))
    expect(await listHolds(county)).toEqual(crowd.map(() => 'contradicts-the-log'))
    expect(await county.countGrades()).toEqual({ system: 0, attested: 0, manual: 0 })
    const clear = { type: 'ClearHold', volunteer: 'v0', recordId: 'p.L1.1.1', holdId: 'log:0', reason }
    expect(await county.refuse('q1', clear)).toBe('NotTheUnitAbove')
    await county.send('qt', clear)
    expect(await county.countGrades()).toEqual({ system: 0, attested: 0, manual: 1 })
    expect((await listWaiting(county)).filter((one) => one === 'confirmation')).toHaveLength(2)
  }, 60_000)

  it('H2a, A9: held is a Backfill, a line beside the planned time, after a roll told late, or of a person without a seat', async () => {
    const county = await openRound()
    await sendAll(county)(leader, roll({ volunteers: ['v0', 'v1'] }))
    await county.at('04-24 03:00')
    const late = { actor: leader, occurredAt: '2020-04-24T01:30:00.000Z' }
    const told = await county.ledger.sendUnknown(roll({ rollCallId: 'late', volunteers: ['v2'] }), late)
    expect(told.ok).toBe(true)
    await county.at('04-26 01:00')
    await county.send('k1', sheet({ lines: [line('v0', '04-24 06:00'), line('v2'), line('v3')] }))
    expect(await listHolds(county)).toEqual(['v0', 'v2', 'v3'].map(() => 'contradicts-the-log'))
    const service = { bodyId: V1, teamId: 'TC', content: 'schooling', responsible: 'x', reason: null }
    await county.send('k1', { type: 'Backfill', recordId: 'R1', occasion, ...line('v1'), ...service })
    expect(await listHolds(county)).toHaveLength(4)
  }, 60_000)

  it('H12: a head count alone tells of no service: the order is missed, and each line waits for the unit above', async () => {
    const county = await openRound()
    await sendAll(county)(asking, { type: 'TellHeadCount', occasion, count: 3 })
    await county.at('04-26 01:00')
    expect(await county.countEvents('OrderMissed')).toBe(1)
    await county.send('k1', sheet())
    expect(await listHolds(county)).toEqual(crowd.map(() => 'contradicts-the-log'))
  }, 60_000)
})
