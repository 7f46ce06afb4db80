/** Random seats, taken, given up and cleared, told to the ledger and to the oracle, come to the same (O11, O25, A8, A14). */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findReopening, mayTakeBack, replaySeats, type SeatFact } from '../oracles/seats.oracle.fixture.ts'
import { actor, C, claim, register, V1 } from './county.fixture.ts'
import { begin, interval, morning, openCounty, present, round, seat, why, type County } from './orders.fixture.ts'
import { holdUntilMet } from './deep-enough.fixture.ts'

const minute = 60_000
const hour = 60 * minute
const planned = interval('05-07 01:00', '05-07 02:00')
const start = Date.parse(planned.start)
const end = Date.parse(planned.end)
const terms = { before: 24 * hour, atLeast: 2 * hour }
const say = (at: number): string => new Date(at).toISOString().slice(5, 16).replace('T', ' ')
const volunteer = (person: string) => actor(person, 'volunteer', V1)
/** Whether something came of it: a repeat brings nothing. */
const tell = async ({ ledger }: County, by: ReturnType<typeof actor>, command: object): Promise<boolean> => {
  const outcome = await ledger.sendUnknown(command, { actor: by })
  await ledger.settle()
  return outcome.ok && outcome.events.length > 0
}

interface Step {
  readonly what: 'seat' | 'leave' | 'in' | 'seats' | 'merge'
  readonly who: 'a' | 'f' | 'z'
  readonly seats: number
  readonly wait: number
}
interface World {
  readonly county: County
  readonly facts: SeatFact[]
  isMerged: boolean
}
/** z is another registration of a, from the merge on. */
const findHuman = ({ isMerged }: World, who: string): string => (isMerged && who === 'a' ? 'z' : who)

const openStory = async (seats: number): Promise<World> => {
  const county = await openCounty()
  await county.send('admin', claim('z'), register('z'))
  await county.send('b', { type: 'JoinTeam', teamId: 'TA', person: 'z' })
  await county.at('05-05 00:00')
  await county.order(planned)
  await county.accept()
  await county.send('k1', { type: 'ChangeSeats', orderId: 'O1', seats })
  return { county, facts: [], isMerged: false }
}
const merge = async (world: World): Promise<void> => {
  const pair = { person: 'a', survivor: 'z' }
  const deputy = actor('deputy', 'administrator', C)
  await tell(world.county, deputy, { type: 'ProposeMerge', ...pair })
  if (!(await tell(world.county, actor('admin', 'administrator', C), { type: 'MergeRegistrations', ...pair }))) return
  world.isMerged = true
  // What was told of a is of the human from now on.
  const rename = (fact: SeatFact): SeatFact => ('human' in fact && fact.human === 'a' ? { ...fact, human: 'z' } : fact)
  world.facts.splice(0, world.facts.length, ...world.facts.map(rename))
}

type Move = Step & { readonly what: Exclude<Step['what'], 'merge'> }
const isMove = (step: Step): step is Move => step.what !== 'merge'
/** The command, and what the oracle hears of it; a seat is cleared at once. */
const translate = (
  { what, who, seats }: Move,
  human: string,
  at: number,
): readonly [object, ReadonlyArray<SeatFact>] => {
  switch (what) {
    case 'seats':
      return [{ type: 'ChangeSeats', orderId: 'O1', seats }, [{ type: 'seats-set', at, seats }]]
    case 'seat':
      return [
        seat,
        [
          { type: 'taken', at, human },
          { type: 'cleared', at, human },
        ],
      ]
    case 'in':
      return [{ type: 'CheckIn', ...present(who) }, [{ type: 'checked-in', at, human }]]
    case 'leave':
      return [{ type: 'WithdrawAssignment', ...present(who), ...why('ill') }, [{ type: 'given-up', at, human }]]
  }
}

const found = { open: 0, taken: 0 }
const agree = async ({ seats, steps }: { readonly seats: number; readonly steps: ReadonlyArray<Step> }) => {
  const world = await openStory(seats)
  const plan = { seats, start, end }
  const { county, facts } = world
  let now = Date.parse('2020-05-05T01:00:00.000Z')
  for (const step of steps) {
    now += step.wait
    await county.at(say(now))
    const { state } = replaySeats(facts, now, plan, terms)
    const back = await county.listEvents('OrderHandedBack')
    // Being late is another rule: the due date passes, or no one has come (O22).
    if (back.some(({ refillAt }) => refillAt === null) || (await county.listEvents('OrderMissed')).length > 0) return
    expect({ step, open: back.length }).toEqual({ step, open: state.status === 'open' ? 1 : 0 })
    if (state.status === 'open') {
      found.open++
      return
    }
    const isKnown = (human: string): boolean => facts.some((fact) => 'human' in fact && fact.human === human)
    if (!isMove(step)) {
      if (!world.isMerged && !isKnown('z')) await merge(world)
      continue
    }
    const human = findHuman(world, step.who)
    // The window to check in, and that who has begun or is late does not withdraw, are rules of their own (A9, A8).
    if (step.what === 'in' && (now < start - 2 * hour || now > end)) continue
    if (step.what === 'leave' && (now >= start || state.status === 'in-progress')) continue
    const [command, told] = translate(step, human, now)
    const by = step.what === 'seats' ? actor('k1', 'clerk', V1) : volunteer(step.who)
    // An absorbed registration takes no seat; what it has it keeps.
    const isAbsorbed = step.what === 'seat' && human !== step.who
    const refused = replaySeats([...facts, ...told], now, plan, terms).refused.at(facts.length)
    const isSame = step.what === 'seats' && state.seats === step.seats
    const isTwice = step.what === 'in' && facts.some((fact) => fact.type === 'checked-in' && fact.human === human)
    const isOther = (step.what === 'in' || step.what === 'leave') && !(await isSeated(county, step.who))
    const expected = refused === null && !isAbsorbed && !isSame && !isTwice && !isOther
    expect({ step, now: say(now), refused, done: await tell(county, by, command) }).toEqual({
      step,
      now: say(now),
      refused,
      done: expected,
    })
    if (expected) facts.push(...told)
    if (expected && step.what === 'seat') found.taken++
  }
  const last = replaySeats(facts, now, plan, terms).state
  const lost = (await county.listEvents('LastSeatLost')).at(-1)
  if (last.lostAt !== null) expect(Date.parse(lost?.refillAt ?? '')).toBe(findReopening(last.lostAt, plan, terms))
}
/** Whether it is this registration that has the seat. */
const isSeated = async (county: County, who: string): Promise<boolean> => {
  const { events } = await county.ledger.read(null, 100_000)
  return events.reduce((has, { data }) => {
    if (data.type === 'SeatTaken' && data.volunteer === who) return true
    return data.type === 'SeatFreed' && data.volunteer === who ? false : has
  }, false)
}

const drawStory = fc.record({
  seats: fc.constantFrom(1, 2, 2),
  steps: fc.array(
    fc.record<Step>({
      what: fc.constantFrom('seat', 'seat', 'seat', 'leave', 'leave', 'in', 'seats', 'merge'),
      who: fc.constantFrom('a', 'f', 'z'),
      seats: fc.integer({ min: 1, max: 3 }),
      wait: fc.constantFrom(0, 0, hour, 2 * hour, 2 * hour - minute, 12 * hour, 22 * hour, 24 * hour),
    }),
    { minLength: 4, maxLength: 14 },
  ),
})

const does = (what: Step['what'], who: Step['who'], wait = 0): Step => ({ what, who, seats: 1, wait })
/** One human has one seat, also under another registration; an order that lost its last seat is open at the instant itself. */
const examples: ReadonlyArray<[{ readonly seats: number; readonly steps: ReadonlyArray<Step> }]> = [
  [{ seats: 2, steps: [does('seat', 'a'), does('merge', 'a'), does('seat', 'z'), does('seat', 'f')] }],
  [{ seats: 1, steps: [does('seat', 'a'), does('leave', 'a', 24 * hour), does('seat', 'f', 2 * hour)] }],
  [{ seats: 1, steps: [does('seat', 'a'), does('leave', 'a', 24 * hour), does('seat', 'f', 2 * hour - minute)] }],
]

/** A volunteer checks out and takes it back. */
const agreeOnBack = async ({
  wait,
  what,
}: {
  readonly wait: number
  readonly what: 'none' | 'report' | 'verify' | 'other'
}) => {
  const county = await begin(morning)
  await county.send('admin', { type: 'TakePost', unitId: V1, post: 'approver', person: 'q1', office: null })
  await county.accept(null)
  await county.send('a', seat)
  await county.at('05-07 01:00')
  await county.send('a', { type: 'CheckIn', ...present('a') })
  await county.at('05-07 01:30')
  await county.send('a', { type: 'CheckOut', ...present('a') })
  if (what === 'report') await county.send('b', { type: 'ReportService', ...round })
  const verify = { type: 'VerifyRecord', volunteer: 'a', recordId: 'o.O1.1' }
  if (what === 'verify') expect(await tell(county, actor('q1', 'approver', V1), verify)).toBe(true)
  const out = Date.parse('2020-05-07T01:30:00.000Z')
  await county.at(say(out + wait * minute))
  const sender = what === 'other' ? 'f' : 'a'
  const may = mayTakeBack(
    sender,
    out + wait * minute,
    { human: 'a', at: out, isVerified: what === 'verify', isReported: what === 'report' },
    15 * minute,
  )
  const done = await tell(county, volunteer(sender), { type: 'TakeBackCheckOut', ...present('a') })
  expect({ wait, what, done }).toEqual({ wait, what, done: may })
  expect(await county.listEvents('RecordWithdrawn')).toHaveLength(may ? 1 : 0)
}

describe('seats by the ledger and by the oracle', () => {
  it('O11, O25, A8, A14, G2: are taken, given up and lost alike', { timeout: 240_000 }, async () => {
    await holdUntilMet(
      fc.asyncProperty(drawStory, agree),
      { numRuns: 25, examples: [...examples] },
      () => found.open > 0 && found.taken > 5,
    )
    expect(found.open).toBeGreaterThan(0)
    expect(found.taken).toBeGreaterThan(5)
  })
  it('A8: a check-out is taken back within the same minutes', { timeout: 60_000 }, async () => {
    const drawn = fc.record({
      wait: fc.constantFrom(0, 1, 14, 15, 16),
      what: fc.constantFrom('none', 'none', 'report', 'verify', 'other'),
    })
    await fc.assert(fc.asyncProperty(drawn, agreeOnBack), {
      numRuns: 12,
      examples: [[{ wait: 15, what: 'none' }], [{ wait: 14, what: 'none' }]],
    })
  })
})
