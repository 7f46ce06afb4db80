/** Random orders of one need, told to the ledger and to the oracle of twins, come to the same (O26). */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areLikelyTwins, findTwinPairs, refuseTwinOrder, type TwinOrder } from '../oracles/twins.oracle.fixture.ts'
import { readLog, type Log } from './handling.fixture.ts'
import { approve, merge, openNeeds, place, V1, V1b, type NeedCounty } from './needs.fixture.ts'
import { interval, review, why } from './orders.fixture.ts'
import { holdUntilMet } from './deep-enough.fixture.ts'

const hour = 3_600_000
const say = (at: number): string => new Date(at).toISOString().slice(5, 16).replace('T', ' ')
const toSlot = (planned: { readonly start: string; readonly end: string } | null) =>
  planned === null ? null : { start: Date.parse(planned.start), end: Date.parse(planned.end) }

type Told = { -readonly [K in keyof TwinOrder]: TwinOrder[K] } & { readonly asked: TwinOrder['slot'] }
const listTwins = (one: TwinOrder, orders: readonly TwinOrder[]) =>
  refuseTwinOrder({ order: { ...one, isLive: true }, isMeant: false, reason: '' }, orders)
const endings: readonly string[] = ['OrderClosed', 'OrderCancelled', 'OrderAborted', 'OrderUnmet']

/** The orders as the log tells them. */
const readOrders = (log: Log): readonly Told[] => {
  const orders: Told[] = []
  for (const { data } of log) {
    if (data.type === 'OrderPlaced') {
      const { orderId: order, needId: need, specialty } = data
      const slot = toSlot(data.planned)
      const told: Told = { order, need, specialty, slot, asked: slot, isLive: true, meantBeside: [] }
      if (data.intended !== null) told.meantBeside = orders.map(({ order }) => order)
      orders.push(told)
    }
    const one = orders.find(({ order }) => 'orderId' in data && order === data.orderId)
    if (one === undefined) continue
    if (data.type === 'OrderAccepted' || data.type === 'ServiceTimeSet') one.slot = toSlot(data.planned)
    const isFirst = 'round' in data && data.round === 1
    if (data.type === 'OrderHandedBack' || data.type === 'OrderMissed') one.slot = isFirst ? one.asked : null
    if (endings.includes(data.type)) one.isLive = false
    if (data.type === 'OrderReopened') Object.assign(one, { isLive: true, slot: null })
    if (data.type === 'TwinMeant') one.meantBeside = [...one.meantBeside, ...listTwins(one, orders)]
  }
  return orders
}
const compare = async (county: NeedCounty) => {
  const log = await readLog(county)
  const pairs = findTwinPairs(readOrders(log)).map((pair) => pair.toSorted().join(' '))
  const marks = new Map<string, readonly string[]>()
  for (const { data } of log) if (data.type === 'TwinsNoted') marks.set(data.orderId, data.twins)
  const marked = [...marks].flatMap(([order, twins]) => twins.map((twin) => [order, twin].toSorted().join(' ')))
  expect(marked.toSorted()).toEqual([...pairs, ...pairs].toSorted())
  return pairs.length
}

const ids = ['O1', 'O2', 'O3'] as const
interface Step {
  readonly what: 'place' | 'intend' | 'bind' | 'hand-back' | 'cancel' | 'round' | 'keep'
  readonly order: string
  readonly slot: number | null
}
const drawStep: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(
    'place',
    'place',
    'place',
    'intend',
    'intend',
    'bind',
    'hand-back',
    'cancel',
    'round',
    'round',
    'round',
    'keep',
  ),
  order: fc.constantFrom(...ids),
  slot: fc.constantFrom(null, 0, 1, 2),
})

const agree = async (steps: ReadonlyArray<Step>) => {
  const county = await openNeeds()
  let now = Date.parse('2020-05-06T00:00:00Z')
  await county.submit('N1')
  await county.ask('kt', approve('N1'))
  let offers = 0
  let found = 0
  // One slot begins as the last one ends, and the third overlaps both.
  const starts = [24 * hour, 25 * hour, 24.5 * hour]
  const plan = (slot: number | null) => {
    const start = now + (starts[slot ?? 0] ?? 0)
    return slot === null ? null : interval(say(start), say(start + hour))
  }
  const bind = async (orderId: string, planned: object | null) => {
    const offer = { orderId, offerId: `F${++offers}` }
    await county.ask('pc', { type: 'DispatchOrder', ...offer, teamId: 'TA', override: null })
    await county.ask('b', { type: 'AcceptOffer', ...offer, planned, risksSeen: true })
  }
  const findRound = async (orderId: string) =>
    (await county.listEvents('OrderReopened')).filter((one) => one.orderId === orderId).length + 1
  const deeds: Readonly<Record<Step['what'], (orderId: string, planned: object | null) => Promise<unknown>>> = {
    place: async (orderId, planned) => {
      const orders = readOrders(await readLog(county))
      if (orders.some(({ order }) => order === orderId)) return
      const told = { order: orderId, need: 'N1', specialty: 'hardship-relief', isLive: true, meantBeside: [] }
      const twins = listTwins({ ...told, slot: toSlot(planned as Parameters<typeof toSlot>[0]) }, orders)
      const answer = await county.ask('kt', place(orderId, 'N1', planned))
      expect({ twins, isTaken: Array.isArray(answer) }).toEqual({ twins, isTaken: twins.length === 0 })
    },
    intend: (orderId, planned) =>
      county.ask('kt', {
        ...place(orderId, 'N1', planned),
        type: 'PlaceIntendedOrder',
        intended: why('two-rooms').reason,
      }),
    bind,
    'hand-back': async (orderId) =>
      county.ask('b', { type: 'HandBackOrder', orderId, round: await findRound(orderId), ...why('x') }),
    cancel: (orderId) => county.ask('kc', { type: 'CancelOrder', orderId, ...why('x') }),
    keep: (orderId) => county.ask('kc', { type: 'KeepTwin', orderId, ...why('two-rooms') }),
    round: async (orderId) => {
      const round = await findRound(orderId)
      await bind(orderId, plan(0))
      const seat = await county.ask('a', { type: 'TakeSeat', orderId, round, risksSeen: true })
      const scheduled = (await county.listEvents('OrderScheduled')).findLast((one) => one.orderId === orderId)
      if (!Array.isArray(seat) || scheduled === undefined) return
      const there = { occasion: { type: 'order', orderId, round }, volunteer: 'a' }
      now = Math.max(now, Date.parse(scheduled.planned.start))
      await county.at(say(now))
      await county.ask('a', { type: 'CheckIn', ...there })
      now += hour
      await county.at(say(now))
      await county.ask('a', { type: 'CheckOut', ...there })
      await county.ask('b', { type: 'ReportService', orderId, round })
      await county.ask('r1', { ...review('not-solved', 2), orderId, round })
      found += await compare(county)
      await county.ask('r1', { type: 'ReopenOrder', orderId, round, ...why('x') })
    },
  }
  // O1 is alone and O2 beside it, one after the other: a further round of one has no time, and so overlaps the other.
  await deeds.place('O1', plan(0))
  await deeds.place('O2', plan(1))
  for (const { what, order, slot } of steps) {
    await deeds[what](order, plan(slot))
    found += await compare(county)
  }
  return found
}

describe('twins by the ledger and by the oracle', () => {
  it('O26: are refused alike, and the same pairs are marked', async () => {
    let found = 0
    const law = fc.asyncProperty(fc.array(drawStep, { minLength: 3, maxLength: 12 }), async (steps) => {
      found += await agree(steps)
    })
    await holdUntilMet(law, { numRuns: 30 }, () => found > 1)
    expect(found).toBeGreaterThan(1)
  }, 240_000)
  it('N14: two needs that are merged were likely twins, or stand in a class of their own', async () => {
    const asking = {
      requester: fc.constantFrom('r1', 'r2'),
      contact: fc.constantFrom(null, 'f1', 'r1'),
      kind: fc.constantFrom('work-life', 'work-life', 'health'),
      unitId: fc.constantFrom(V1, V1, V1b),
    }
    const lag = fc.constantFrom(1, 60, 29 * 1440, 30 * 1440 - 1, 30 * 1440, 30 * 1440 + 1)
    let likely = 0
    const law = fc.asyncProperty(fc.record(asking), fc.record(asking), lag, async (one, other, minutes) => {
      const county = await openNeeds()
      const begin = Date.parse('2020-05-06T00:00:00Z')
      await county.submit('N1', { ...one, by: one.requester as 'r1' })
      await county.at(say(begin + minutes * 60_000))
      await county.submit('N2', { ...other, by: other.requester as 'r1' })
      await county.ask('kt', merge('N2', 'N1'))
      const told = ({ requester, contact, kind, unitId: owner }: typeof one, need: string, recordedAt: number) => ({
        need,
        requester,
        contact,
        kind,
        owner,
        recordedAt,
      })
      const [a, b] = [told(one, 'N1', begin), told(other, 'N2', begin + minutes * 60_000)]
      const expected = areLikelyTwins(a, b, 30)
      if (expected) likely += 1
      expect(await county.listEvents('NeedMerged')).toMatchObject([{ proposed: expected }])
      // The clerk is told of them when the later one is recorded.
      expect(await county.listEvents('TwinsProposed')).toHaveLength(expected ? 1 : 0)
    })
    await holdUntilMet(law, { numRuns: 40 }, () => likely > 1)
    expect(likely).toBeGreaterThan(1)
  }, 240_000)
})
