/** Random ways of an order through the offices, told to the ledger and to the oracle of handlers, come to the same (O4, O5, O16, O19). */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findEscalationDue, findSupervision, type OrderFact } from '../oracles/escalation.oracle.fixture.ts'
import { findMisroutedRuler, replayOrder } from '../oracles/handling.oracle.fixture.ts'
import { actor, type Words } from './county.fixture.ts'
import { readHandling, readLog, tellFacts, type Log } from './handling.fixture.ts'
import { approve, C, openNeeds, place, rule, T1, T2, V1, V1b, V2, type NeedCounty } from './needs.fixture.ts'
import { interval, review, why } from './orders.fixture.ts'
import { calendar, tree } from './tree.fixture.ts'
import { holdUntilMet } from './deep-enough.fixture.ts'

const hour = 3_600_000
const minute = 60_000
const terms = { escalation: 48 * hour, above: tree.above }
const units = [V1, V1b, T1, V2, T2, C] as const
const say = (at: number): string => new Date(at).toISOString().slice(5, 16).replace('T', ' ')

interface World {
  readonly county: NeedCounty
  now: number
  offers: number
  supervised: number
}

const replay = (log: Log, at: number) => {
  const { order, refused } = replayOrder(tellFacts(log), at, terms)
  expect(refused.filter((refusal) => refusal !== null)).toEqual([])
  return order ?? expect.fail('no order')
}

const compare = async (world: World): Promise<void> => {
  const log = await readLog(world.county)
  const order = replay(log, world.now)
  const { due, handler, ...said } = readHandling(log)
  const { owner, round, steps, automatic, transfers } = order
  expect(said).toEqual({ owner, round, steps, automatic, transfers })
  const isWaiting = order.status === 'open' || order.status === 'offered' || order.status === 'claimable'
  if (isWaiting) expect({ handler, due }).toEqual({ handler: order.handler, due: findEscalationDue(order, terms) })
  if (order.status === 'accepted') expect(handler).toBe(order.handler)
  const begun = log.filter(({ data }) => data.type === 'SupervisionBegan')
  const supervision = findSupervision(order, 7, tree.above, calendar)
  const isKnown = begun.some(({ data }) => 'round' in data && data.round === round)
  const isDue = supervision !== null && supervision.from <= world.now
  if (isDue) expect({ isSupervised: isKnown, at: say(world.now) }).toMatchObject({ isSupervised: true })
  if (begun.length === world.supervised) return
  world.supervised = begun.length
  const { data, at } = begun.at(-1) ?? expect.fail('none')
  const isMoved = log.some((one) => one.data.type === 'OrderEscalated' && one.at === at)
  expect({ at: isDue ? at : null }).toEqual({ at: supervision?.from })
  if (data.type !== 'SupervisionBegan' || isMoved) return
  const { supervisor: unit, byAssessor } = data
  expect({ unit, list: byAssessor ? 'assessor' : 'clerk' }).toMatchObject({
    unit: supervision?.unit,
    list: supervision?.list,
  })
}

const findMidnight = (at: number): number => Math.ceil((at + 1 - 16 * hour) / (24 * hour)) * 24 * hour + 16 * hour
/** Stops at each deadline and midnight on the way, since a clock that is looked at later acts later. */
const wait = async (world: World, until: number): Promise<void> => {
  for (;;) {
    const ahead = (await world.county.ledger.deadlines(C))
      .map(({ at }) => Date.parse(at))
      .filter((at) => at > world.now)
    const next = Math.min(until, findMidnight(world.now), ...ahead)
    await world.county.at(say(next))
    world.now = next
    await compare(world)
    if (next === until) return
  }
}

const order = { orderId: 'O1' }
const send = async ({ county: { ledger } }: World, unit: string, command: Words, role = 'dispatcher') => {
  const outcome = await ledger.sendUnknown(command, { actor: actor(`${role}-${unit}`, role as 'dispatcher', unit) })
  await ledger.settle()
  return outcome.ok
}
interface Step {
  readonly what: keyof typeof deeds
  readonly to: string
  readonly wait: number
}
const ahead = ({ now }: World) => interval(say(now + 2 * hour), say(now + 3 * hour))

/** A change of the handler, taken by the ledger and by the oracle alike. */
const move = async (world: World, type: string, more: object, fact: (order: { at: number }) => OrderFact) => {
  const log = await readLog(world.county)
  const { handler, round, status } = replay(log, world.now)
  if (status === 'closed') return
  const told = fact({ at: world.now })
  const facts = [...tellFacts(log), told]
  const refusal = replayOrder(facts, world.now, terms).refused.at(-1)
  const isTaken = await send(world, C, { type, ...order, round, from: handler, ...more, ...why('x') })
  expect({ type, told, refusal, isTaken }).toEqual({ type, told, refusal, isTaken: refusal === null })
}

const deeds = {
  offer: (world: World) =>
    send(world, C, { type: 'DispatchOrder', ...order, offerId: `F${++world.offers}`, teamId: 'TA', ...override }),
  claim: (world: World) => send(world, C, { type: 'OpenClaim', ...order, offerId: `F${++world.offers}` }),
  decline: ({ county, offers }: World) =>
    county.ask('b', { type: 'DeclineOffer', ...order, offerId: `F${offers}`, ...why('x') }),
  accept: (world: World) =>
    world.county.ask('b', {
      type: 'AcceptOffer',
      ...order,
      offerId: `F${world.offers}`,
      planned: null,
      risksSeen: true,
    }),
  bind: async (world: World) => {
    await deeds.offer(world)
    await deeds.accept(world)
  },
  take: (world: World) =>
    world.county.ask('b', {
      type: 'ClaimOrder',
      ...order,
      offerId: `F${world.offers}`,
      teamId: 'TA',
      planned: null,
      risksSeen: true,
    }),
  schedule: async (world: World) => {
    const { round } = readHandling(await readLog(world.county))
    await world.county.ask('b', { type: 'SetServiceTime', ...order, round, planned: ahead(world) })
    await world.county.ask('r1', { type: 'AgreeToTime', ...order, round, planned: ahead(world) })
  },
  'hand-back': async (world: World) => {
    const { round } = readHandling(await readLog(world.county))
    await world.county.ask('b', { type: 'HandBackOrder', ...order, round, ...why('x') })
  },
  escalate: (world: World) => move(world, 'EscalateOrder', {}, ({ at }) => ({ type: 'escalated', at })),
  return: (world: World) => move(world, 'ReturnOrder', {}, ({ at }) => ({ type: 'returned', at, reason: 'x' })),
  transfer: (world: World, to: string) =>
    move(world, 'TransferOrder', { to }, ({ at }) => ({ type: 'transferred', at, to })),
  rule: async (world: World, to: string) => {
    const log = await readLog(world.county)
    const { owner, status } = replay(log, world.now)
    if (owner === to || status === 'closed' || status === 'ended') return
    const ruler = findMisroutedRuler(owner, to, tree.above)
    for (const unit of [V1, T1, T2, C]) {
      const isTaken = await send(world, unit, rule('N1', to))
      expect({ unit, isTaken, ruler }).toEqual({ unit, isTaken: unit === ruler, ruler })
      if (isTaken) break
    }
    if (owner === C) await send(world, to, { type: 'AnswerOwnership', needId: 'N1', to, accept: true, ...why('x') })
  },
  serve: async (world: World) => {
    const { round } = readHandling(await readLog(world.county))
    const start = world.now + 2 * hour
    await deeds.schedule(world)
    const seat = await world.county.ask('a', { type: 'TakeSeat', ...order, round, risksSeen: true })
    if (!Array.isArray(seat)) return
    const there = { occasion: { type: 'order', ...order, round }, volunteer: 'a' }
    await wait(world, start)
    await world.county.ask('a', { type: 'CheckIn', ...there })
    await wait(world, start + hour)
    await world.county.ask('a', { type: 'CheckOut', ...there })
    await world.county.ask('b', { type: 'ReportService', ...order, round })
  },
  /** The whole round, and a further one. */
  again: async (world: World) => {
    await deeds.offer(world)
    await deeds.accept(world)
    await deeds.serve(world)
    const { round } = readHandling(await readLog(world.county))
    await world.county.ask('r1', { ...review('not-solved', 2), round })
    await wait(world, world.now + hour)
    await world.county.ask('r1', { type: 'ReopenOrder', ...order, round, ...why('x') })
  },
}
const override = { override: why('near').reason }

const drawStep: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom<Step['what']>(
    'offer',
    'claim',
    'decline',
    'accept',
    'accept',
    'take',
    'schedule',
    'hand-back',
    'escalate',
    'escalate',
    'return',
    'return',
    'transfer',
    'transfer',
    'rule',
    'serve',
    'again',
    'again',
    'bind',
    'bind',
  ),
  to: fc.constantFrom(...units),
  wait: fc.constantFrom(0, 0, 0, 1, 60, 47 * 60, 48 * 60 - 1, 48 * 60, 96 * 60, 9 * 1440),
})

const agree = async (owner: string, asked: number | null, steps: ReadonlyArray<Step>) => {
  const county = await openNeeds()
  const world: World = { county, now: Date.parse('2020-05-06T00:00:00Z'), offers: 0, supervised: 0 }
  await county.submit('N1', { unitId: owner })
  await county.ask('kc', approve('N1'))
  const day = asked === null ? null : world.now + asked * 24 * hour
  const planned = day === null ? null : interval(say(day), say(day + hour))
  await county.ask('r1', place('O1', 'N1', planned))
  for (const step of steps) {
    await wait(world, world.now + step.wait * minute)
    await deeds[step.what](world, step.to)
    await compare(world)
  }
  await wait(world, world.now + 3 * 24 * hour)
  return readHandling(await readLog(world.county))
}

describe('handlers by the ledger and by the oracle', () => {
  it('O4, O5, O16, O19: have an order at the same time, with the same clock and supervision', async () => {
    const found = { steps: 0, transfers: 0, rounds: 0 }
    const law = fc.asyncProperty(
      fc.constantFrom(V1, V1, T1, V2, C),
      fc.constantFrom(null, null, 3, 20),
      fc.array(drawStep, { minLength: 3, maxLength: 12 }),
      async (owner, asked, steps) => {
        const { steps: up, transfers, round } = await agree(owner, asked, steps)
        found.steps += up
        found.transfers += transfers
        found.rounds += round - 1
      },
    )
    await holdUntilMet(law, { numRuns: 20 }, () => found.steps > 5 && Math.min(found.transfers, found.rounds) > 0)
    expect(found.steps).toBeGreaterThan(5)
    expect(Math.min(found.transfers, found.rounds)).toBeGreaterThan(0)
  }, 240_000)
})
