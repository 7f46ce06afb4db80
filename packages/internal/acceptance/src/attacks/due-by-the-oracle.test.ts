/** Random days that people ask for, set and grant, told to the ledger and to the oracle of due dates, come to the same (O22, O27, H24). */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LedgerEvent } from '@zhiyuan/domain'
import { endTerm, localDay, startDay } from '../oracles/calendar.oracle.fixture.ts'
import { replayDue, type Due, type DueFact } from '../oracles/due.oracle.fixture.ts'
import { actor } from './county.fixture.ts'
import { readHandling, readLog, type Log } from './handling.fixture.ts'
import { approve, C, openNeeds, place, V1, type NeedCounty } from './needs.fixture.ts'
import { interval, review, why } from './orders.fixture.ts'
import { calendar } from './tree.fixture.ts'
import { holdUntilMet } from './deep-enough.fixture.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const terms = { due: 7, extension: 2, calendar }
const say = (at: number): string => new Date(at).toISOString().slice(5, 16).replace('T', ' ')
const nameDay = (endsAt: string): string => localDay(Date.parse(endsAt) - 1, 480)
const order = { orderId: 'O1' }

type Teller<T extends LedgerEvent['type']> = (
  event: Extract<LedgerEvent, { readonly type: T }>,
  at: number,
) => readonly DueFact[]
interface ByWhom {
  readonly endsAt: string
  readonly by: 'requester' | 'office' | 'team'
}
const tellDay = (told: ByWhom | null, at: number, by?: 'team'): readonly DueFact[] => {
  if (told === null) return []
  const side = told.by === 'requester' ? 'requester-side' : (by ?? told.by)
  return [{ type: 'named', at, day: nameDay(told.endsAt), by: side }]
}
const tellers: { readonly [T in LedgerEvent['type']]?: Teller<T> } = {
  OrderPlaced: (event, at) => tellDay(event.day, at),
  OrderAccepted: (event, at) => (event.day?.by === 'team' ? tellDay(event.day, at) : []),
  ServiceTimeSet: (event, at) => (event.day?.by === 'requester' ? [] : tellDay(event.day, at, 'team')),
  ServiceTimeAgreed: (event, at) => tellDay(event.day, at),
  OrderHandedBack: (_, at) => [{ type: 'team-gone', at }],
  OrderMissed: (_, at) => [{ type: 'team-gone', at }],
  ExtensionAsked: (event, at) => [{ type: 'extension-asked', at, day: event.day, reason: event.reason.code }],
  ExtensionGranted: (event, at) => [
    { type: 'extension-answered', at, by: event.by === 'unit-above' ? event.by : 'requester-side', isGranted: true },
  ],
  ExtensionRefused: (event, at) =>
    event.by === null
      ? []
      : [
          {
            type: 'extension-answered',
            at,
            by: event.by === 'unit-above' ? event.by : 'requester-side',
            isGranted: false,
          },
        ],
}

interface World {
  readonly county: NeedCounty
  readonly approvedAt: number
  now: number
  offers: number
  /** Whether the due date of the round has passed. */
  passed: boolean
}
/** The events of the round under way, and its start. */
const readRound = (log: Log, approvedAt: number) => {
  const begun = log.findLastIndex(({ data }) => data.type === 'OrderReopened')
  const rounds = log.filter(({ data }) => data.type === 'OrderReopened').length + 1
  return { start: log[begun]?.at ?? approvedAt, events: log.slice(begun + 1), round: rounds }
}
const replay = (log: Log, { approvedAt, now }: World, more: readonly DueFact[] = []) => {
  const { start, events } = readRound(log, approvedAt)
  const facts = events.flatMap(({ data, at }) => {
    // The entry of a type takes events of that type, which the type of an index by a union cannot express.
    const tell = tellers[data.type] as Teller<LedgerEvent['type']> | undefined
    return tell?.(data, at) ?? []
  })
  return replayDue({ start, facts: [...facts, ...more] }, now, terms)
}
const findRound = async ({ county, approvedAt }: World) => readRound(await readLog(county), approvedAt).round

const isServed = (events: Log): boolean => events.some(({ data }) => data.type === 'ServiceReported')
const earlier: readonly LedgerEvent['type'][] = ['OrderMissed', 'OrderHandedBack', 'ServiceTimeAgreed']
/** The due date is noted when it passes and not before, and is shown till then. */
const compare = async (world: World): Promise<Due> => {
  const log = await readLog(world.county)
  const { events } = readRound(log, world.approvedAt)
  const { due } = replay(log, world)
  const isPassing = ({ data }: Log[number]) => data.type === 'ServiceOverdue'
  const overdue = events.find(isPassing)
  if (world.passed || isServed(events)) return due
  // When it passes, the team of an order without a schedule goes in the same decision, and with it the day that it had set.
  const passing = overdue === undefined ? due : replay(log.slice(0, log.findLastIndex(isPassing)), world).due
  // A team that goes takes its day with it, and the earlier one may have passed by then; so may a day that is agreed to.
  const gone = events.findLast(({ data }) => earlier.includes(data.type))?.at ?? 0
  const noted = Math.max(passing.end, gone <= (overdue?.at ?? 0) ? gone : 0)
  expect({ passed: overdue !== undefined, at: overdue?.at, due: say(passing.end) }).toMatchObject({
    passed: passing.end <= world.now,
    at: passing.end <= world.now ? noted : undefined,
  })
  world.passed = overdue !== undefined
  const shown = (await world.county.ledger.deadlines(C)).find(({ clock }) => clock === 'service')
  if (!world.passed) expect(shown === undefined ? null : Date.parse(shown.at)).toBe(due.end)
  return due
}

const midnight = (at: number): number => startDay(localDay(at, 480), 480) + day
/** Stops at each midnight on the way, since a clock that is looked at later acts later. */
const wait = async (world: World, until: number): Promise<void> => {
  while (world.now < until) {
    world.now = Math.min(until, midnight(world.now))
    await world.county.at(say(world.now))
    await compare(world)
  }
}

const time = ({ now }: World, days: number) => {
  const start = days === 0 ? now + 2 * hour : now + days * day
  return interval(say(start), say(start + hour))
}
const ask = async (world: World, days: number) => {
  const log = await readLog(world.county)
  const { due } = replay(log, world)
  const date = localDay(due.end - 1 + days * day, 480)
  const asked: DueFact = { type: 'extension-asked', at: world.now, day: date, reason: 'x' }
  const { events, round } = readRound(log, world.approvedAt)
  // What is named once a date has passed is compared no more: the mark stands.
  if (isServed(events) || world.passed) return
  const refusal = replay(log, world, [asked]).refused.at(-1)
  const answer = await world.county.ask('pc', { type: 'AskExtension', ...order, round, day: date, ...why('x') })
  if (Array.isArray(answer) && answer.length === 0) return
  expect({ asked, refusal, isTaken: Array.isArray(answer) }).toEqual({ asked, refusal, isTaken: refusal === null })
}
const answer = async (world: World, grant: boolean, by: 'requester-side' | 'unit-above') => {
  const log = await readLog(world.county)
  // At the top two rule together (G8), which is not asked here.
  if (world.passed || (by === 'unit-above' && readHandling(log).handler === C)) return
  const told: DueFact = { type: 'extension-answered', at: world.now, by, isGranted: grant }
  const refusal = replay(log, world, [told]).refused.at(-1)
  const { round } = readRound(log, world.approvedAt)
  const person = by === 'requester-side' ? actor('r1', 'resident', V1) : actor('px', 'dispatcher', C)
  const outcome = await world.county.ledger.sendUnknown(
    { type: 'AnswerExtension', ...order, round, grant },
    { actor: person },
  )
  await world.county.ledger.settle()
  if (outcome.ok && outcome.events.length === 0) return
  expect({ told, refusal, isTaken: outcome.ok }).toEqual({ told, refusal, isTaken: refusal === null })
}

interface Step {
  readonly what: keyof typeof deeds
  readonly days: number
  readonly wait: number
}
const deeds = {
  bind: async (world: World) => {
    const offer = { ...order, offerId: `F${++world.offers}` }
    await world.county.ask('pc', { type: 'DispatchOrder', ...offer, teamId: 'TA', override: why('x').reason })
    await world.county.ask('b', { type: 'AcceptOffer', ...offer, planned: null, risksSeen: true })
  },
  'bind-for': async (world: World, days: number) => {
    const offer = { ...order, offerId: `F${++world.offers}` }
    await world.county.ask('pc', { type: 'DispatchOrder', ...offer, teamId: 'TA', override: why('x').reason })
    await world.county.ask('b', { type: 'AcceptOffer', ...offer, planned: time(world, days), risksSeen: true })
  },
  set: async (world: World, days: number) => {
    const by = days % 2 === 0 ? 'b' : 'pc'
    const planned = time(world, days)
    await world.county.ask(by, { type: 'SetServiceTime', ...order, round: await findRound(world), planned })
  },
  agree: async (world: World) => {
    const log = await readLog(world.county)
    const said = log.findLast(({ data }) => data.type === 'ServiceTimeSet' || data.type === 'OrderAccepted')?.data
    const planned = said !== undefined && 'planned' in said ? said.planned : null
    await world.county.ask('r1', { type: 'AgreeToTime', ...order, round: await findRound(world), planned })
  },
  'hand-back': async (world: World) =>
    world.county.ask('b', { type: 'HandBackOrder', ...order, round: await findRound(world), ...why('x') }),
  ask,
  grant: (world: World) => answer(world, true, 'requester-side'),
  'grant-above': (world: World) => answer(world, true, 'unit-above'),
  refuse: (world: World) => answer(world, false, 'requester-side'),
  again: async (world: World) => {
    const round = await findRound(world)
    const planned = time(world, 0)
    await deeds.bind(world)
    await world.county.ask('b', { type: 'SetServiceTime', ...order, round, planned })
    const seat = await world.county.ask('a', { type: 'TakeSeat', ...order, round, risksSeen: true })
    if (!Array.isArray(seat)) return
    const there = { occasion: { type: 'order', ...order, round }, volunteer: 'a' }
    await wait(world, world.now + 2 * hour)
    await world.county.ask('a', { type: 'CheckIn', ...there })
    await wait(world, world.now + hour)
    await world.county.ask('a', { type: 'CheckOut', ...there })
    await world.county.ask('b', { type: 'ReportService', ...order, round })
    await world.county.ask('r1', { ...review('not-solved', 2), round })
    await world.county.ask('r1', { type: 'ReopenOrder', ...order, round, ...why('x') })
    if ((await findRound(world)) > round) world.passed = false
  },
}

const names = ['bind', 'bind-for', 'set', 'agree', 'agree', 'hand-back', 'ask', 'ask'] as const
const answers = ['grant', 'grant', 'grant-above', 'refuse', 'again'] as const
const drawStep: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...names, ...answers),
  days: fc.constantFrom(0, 1, 2, 5, 9, 14),
  wait: fc.constantFrom(0, 0, 0, 1, 60, 16 * 60 - 1, 16 * 60, 24 * 60, 3 * 1440, 6 * 1440),
})

const agree = async (placer: 'r1' | 'k1', asked: number | null, steps: ReadonlyArray<Step>) => {
  const county = await openNeeds()
  const now = Date.parse('2020-05-06T00:00:00Z')
  const world: World = { county, approvedAt: now, now, offers: 0, passed: false }
  await county.submit('N1')
  await county.ask('k1', approve('N1'))
  await county.at('05-06 01:00')
  world.now += hour
  await county.ask(placer, place('O1', 'N1', asked === null ? null : time(world, asked)))
  for (const step of steps) {
    await wait(world, world.now + step.wait * minute)
    await deeds[step.what](world, step.days)
    await compare(world)
  }
  await wait(world, world.now + 2 * day)
  return (await county.listEvents('ExtensionGranted')).length
}

describe('due dates by the ledger and by the oracle', () => {
  it('O22, O27: are the same, pass at the same midnight, and are put off alike', async () => {
    let granted = 0
    const law = fc.asyncProperty(
      fc.constantFrom('r1' as const, 'k1' as const),
      fc.constantFrom(null, null, 2, 9),
      fc.array(drawStep, { minLength: 3, maxLength: 12 }),
      async (placer, asked, steps) => {
        granted += await agree(placer, asked, steps)
      },
    )
    await holdUntilMet(law, { numRuns: 20 }, () => granted > 0)
    expect(granted).toBeGreaterThan(0)
  }, 240_000)
  it('H24: ask for a review of what began and was never reported, ten working days after its end', async () => {
    const law = fc.asyncProperty(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 23 }), async (days, at) => {
      const county = await openNeeds()
      const start = Date.parse('2020-05-07T00:00:00Z') + days * day + at * hour
      await county.submit('N1')
      await county.ask('k1', approve('N1'))
      await county.ask('k1', place('O1', 'N1', interval(say(start), say(start + hour))))
      await county.ask('pc', { type: 'DispatchOrder', ...order, offerId: 'F1', teamId: 'TA', override: null })
      await county.ask('b', { type: 'AcceptOffer', ...order, offerId: 'F1', planned: null, risksSeen: true })
      await county.ask('a', { type: 'TakeSeat', ...order, round: 1, risksSeen: true })
      await county.at(say(start))
      await county.ask('a', { type: 'CheckIn', occasion: { type: 'order', ...order, round: 1 }, volunteer: 'a' })
      const due = endTerm(start + hour, 10, calendar)
      await county.at(say(due - minute))
      expect(await county.listEvents('ReviewAsked')).toEqual([])
      await county.at(say(due))
      expect(await county.listEvents('ReviewAsked')).toMatchObject([{ dueAt: new Date(due).toISOString() }])
    })
    await fc.assert(law, { numRuns: 15 })
  })
})
