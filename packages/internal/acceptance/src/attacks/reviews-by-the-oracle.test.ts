/** Random reviews and follow-ups, told to the ledger and to the oracle of reviews, come to the same (O7, O8, O9). */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  admitReviewer,
  findFollowers,
  judgeRound,
  mayReopen,
  type FollowUp,
  type ReviewedService,
  type SentReview,
  type Span,
} from '../oracles/review.oracle.fixture.ts'
import { addDays, minute, openServed, say, serveAgain, type Cast } from './reviews.fixture.ts'
import { review, who, why, type County, type Who } from './orders.fixture.ts'
import { holdUntilMet } from './deep-enough.fixture.ts'

const terms = { lapse: addDays(7), reopen: addDays(15), replaceHours: 24 }

/** A round as the oracle is told it. */
interface RoundTold {
  readonly round: number
  readonly acceptedAt: number
  readonly reportedAt: number
  readonly performers: readonly string[]
  readonly reviews: SentReview[]
  readonly followUps: FollowUp[]
  nextBegan: number | null
}

const readLog = async ({ ledger }: County) => {
  const { events } = await ledger.read(null, 100_000)
  return events.map((one) => ({
    data: one.data,
    at: Date.parse(one.recordedAt),
    actor: one.actor,
    stream: one.stream,
  }))
}
type Log = Awaited<ReturnType<typeof readLog>>

const end = (spans: Span[], human: string, at: number): void => {
  const index = spans.findIndex((span) => span.human === human && span.to === null)
  const span = spans[index]
  if (span !== undefined) spans[index] = { ...span, to: at }
}
/** Who was a member and who led, and when. */
const listSpans = (log: Log, name: Naming) => {
  const members: Span[] = []
  const leaders: Span[] = []
  for (const { data, at } of log) {
    if (!('teamId' in data) || data.teamId !== 'TA') continue
    if (data.type === 'MemberJoined') members.push({ human: name(data.person), from: at, to: null })
    if (data.type === 'MemberLeft') end(members, name(data.person), at)
    if (data.type !== 'TeamFounded' && data.type !== 'LeaderChanged') continue
    const last = leaders.at(-1)
    if (last !== undefined) end(leaders, last.human, at)
    leaders.push({ human: name(data.leader), from: at, to: null })
    if (!members.some((one) => one.human === name(data.leader) && one.to === null))
      members.push({ human: name(data.leader), from: at, to: null })
  }
  return { members, leaders }
}
const listSenders = (log: Log, name: Naming): readonly string[] =>
  log.flatMap(({ stream, actor }) =>
    (stream === 'order-O1' || stream === 'need-N1') && actor.type === 'person' ? [name(actor.person)] : [],
  )
const listPerformers = (log: Log, round: number, name: Naming): readonly string[] =>
  log.flatMap(({ data }) => (data.type === 'SeatTaken' && data.round === round ? [name(data.volunteer)] : []))

/** The human of a registration (G2). */
type Naming = (person: string) => string
const nameHumans =
  ({ merged }: Cast): Naming =>
  (person) =>
    merged !== null && person === merged[0] ? merged[1] : person

interface World {
  readonly county: County
  readonly cast: Cast
  readonly name: Naming
  readonly rounds: RoundTold[]
  now: number
}
const describeService = ({ cast, name }: World, told: RoundTold, log: Log): ReviewedService => ({
  requesters: [name(cast.requester)],
  contacts: cast.contact === null ? [] : [name(cast.contact)],
  proxies: cast.family === null ? [] : [name(cast.family)],
  performers: told.performers,
  ...listSpans(log, name),
  acceptedAt: told.acceptedAt,
  reportedAt: told.reportedAt,
  isAsked: true,
  senders: listSenders(log, name),
  office: null,
})
/** Follow-ups were held against the senders of their time: to follow up is a command too. */
const judge = (world: World, told: RoundTold, log: Log, reviews: readonly SentReview[] = told.reviews) => {
  const service = { ...describeService(world, told, log), senders: [] }
  return judgeRound(service, reviews, told.followUps, told.nextBegan, world.now, terms)
}

interface Step {
  readonly what: 'review' | 'follow-up' | 'join' | 'leave' | 'propose' | 'lead' | 'reopen'
  /** In whose stead a person of the cast acts; null, or where there is none, the person named. */
  readonly as: 'requester' | 'contact' | 'family' | null
  readonly person: Who
  readonly officer: Who
  readonly past: boolean
  readonly rating: number
  readonly verdict: 'solved' | 'partly' | 'not-solved'
  readonly wait: number
}

const play: Readonly<Record<Step['what'], (world: World, told: RoundTold, step: Step) => Promise<unknown>>> = {
  review: async (world, told, { person, rating, verdict }) => {
    const log = await readLog(world.county)
    const answer = await world.county.ask(person, { ...review(verdict, rating), round: told.round })
    if (Array.isArray(answer) && answer.length === 0) return
    const sent: SentReview = { human: world.name(person), at: world.now, stars: rating, verdict }
    const { windowEnds } = judge(world, told, log)
    const { refusal, isOwnTeam } = admitReviewer(sent.human, sent.at, describeService(world, told, log), windowEnds)
    const { final } = judge(world, told, log, [...told.reviews, sent])
    const isTaken = refusal === null && final?.human === sent.human && final.at === sent.at
    expect({ isTaken: Array.isArray(answer), answer, refusal }).toMatchObject({ isTaken })
    if (!isTaken) return
    told.reviews.push(sent)
    const labelled = (await world.county.listEvents('OrderReviewed')).at(-1)
    expect(labelled).toMatchObject({ round: told.round, ownTeam: isOwnTeam })
  },
  'follow-up': async (world, told, { officer, verdict }) => {
    const log = await readLog(world.county)
    const isFree = findFollowers([who[officer].person], [], describeService(world, told, log)).length > 0
    const command = { type: 'FollowUpOrder', orderId: 'O1', round: told.round, verdict, comment: null }
    const answer = await world.county.ask(officer, command)
    if (Array.isArray(answer) && answer.length === 0) return
    const { windowEnds } = judge(world, told, log)
    const isTaken = isFree && told.followUps.length === 0 && (windowEnds === null || world.now < windowEnds)
    expect({ isTaken: Array.isArray(answer), answer }).toMatchObject({ isTaken })
    if (isTaken) told.followUps.push({ human: who[officer].person, at: world.now })
  },
  join: ({ county }, _, { person }) => county.ask(person, { type: 'JoinTeam', teamId: 'TA', person }),
  leave: ({ county }, _, { person }) => county.ask(person, { type: 'LeaveTeam', teamId: 'TA', person }),
  propose: ({ county }, _, { person }) => county.ask('k1', { type: 'ChangeLeader', teamId: 'TA', leader: person }),
  lead: ({ county }, _, { person }) => county.ask(person, { type: 'AcceptLead', teamId: 'TA' }),
  reopen: async (world, told, { person }) => {
    if (told.nextBegan !== null || world.rounds.length > 2) return
    const log = await readLog(world.county)
    const isOpen = mayReopen(judge(world, told, log), world.now)
    const { requester, contact, family } = world.cast
    const isSide = [requester, contact, family].some((one) => one !== null && world.name(one) === world.name(person))
    const isTaken = isOpen && isSide
    const again = { type: 'ReopenOrder', orderId: 'O1', round: told.round, ...why('not-solved') }
    const answer = await world.county.ask(person, again)
    expect({ isTaken: Array.isArray(answer), answer }).toMatchObject({ isTaken })
    if (!isTaken) return
    told.nextBegan = world.now
    const leader = (await world.county.listEvents('LeaderChanged')).at(-1)?.leader ?? 'b'
    const acceptedAt = world.now
    const begun = await serveAgain(world.county, told.round + 1, leader as Who, world.now)
    world.now = begun
    const performers = [...told.performers, ...listPerformers(await readLog(world.county), told.round + 1, world.name)]
    const next = { round: told.round + 1, acceptedAt, reportedAt: begun, performers }
    world.rounds.push({ ...next, reviews: [], followUps: [], nextBegan: null })
  },
}

/** What the log says of a round, beside the oracle. */
const compare = async (world: World) => {
  const log = await readLog(world.county)
  for (const told of world.rounds) {
    const { closedAt, windowEnds, outcome } = judge(world, told, log)
    const closing = log.find(({ data }) => data.type === 'OrderClosed' && data.round === told.round)
    const said = log.findLast(
      ({ data }) => (data.type === 'OrderClosed' || data.type === 'OutcomeRevised') && data.round === told.round,
    )
    const until = closing?.data.type === 'OrderClosed' ? Date.parse(closing.data.reopenableUntil) : null
    const found = said !== undefined && 'outcome' in said.data ? said.data.outcome : null
    expect({ round: told.round, closedAt: closing?.at ?? null, windowEnds: until, outcome: found }).toEqual({
      round: told.round,
      closedAt,
      windowEnds,
      outcome,
    })
  }
}

const people = ['r1', 'a', 'b', 'c', 'f'] as const
const drawCast = fc
  .record({
    requester: fc.constantFrom<Who>('r1', 'r1', 'f', 'c', 'b', 'a'),
    contact: fc.constantFrom<Who | null>(null, 'c', 'f', 'a'),
    family: fc.constantFrom<Who | null>(null, null, 'c', 'f', 'b'),
    seated: fc.constantFrom<ReadonlyArray<Who>>(['a'], ['a', 'f']),
    before: fc.constantFrom<'nothing' | 'left' | 'withdrew' | 'handed-over'>(
      'nothing',
      'nothing',
      'left',
      'withdrew',
      'handed-over',
    ),
    merged: fc.constantFrom<readonly [Who, Who] | null>(null, null, ['c', 'f'], ['c', 'a'], ['c', 'b']),
  })
  .filter(({ requester, contact, family }) => requester !== contact && requester !== family && contact !== family)
const waits = [1, 1, 1, 59, 60, 24 * 60 - 1, 24 * 60, 24 * 60 - 60, 7 * 1440 - 1, 7 * 1440, 8 * 1440, 15 * 1440 - 1]
const drawStep: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom<Step['what']>(
    'review',
    'review',
    'review',
    'review',
    'review',
    'follow-up',
    'follow-up',
    'join',
    'leave',
    'propose',
    'lead',
    'reopen',
    'reopen',
    'reopen',
  ),
  as: fc.constantFrom<Step['as']>('requester', 'requester', 'contact', 'family', null),
  person: fc.constantFrom<Who>(...people),
  officer: fc.constantFrom<Who>('m', 'pc', 'kt', 'p1'),
  past: fc.boolean(),
  rating: fc.integer({ min: 1, max: 5 }),
  verdict: fc.constantFrom('solved', 'partly', 'not-solved'),
  wait: fc.constantFrom(...waits),
})

/** Stops where a round lapses, since the clock that is looked at later closes it later. */
const wait = async (world: World, until: number): Promise<void> => {
  for (const { reportedAt } of world.rounds) {
    const lapse = reportedAt + terms.lapse
    if (lapse > world.now && lapse < until) await world.county.at(say(lapse))
  }
  await world.county.at(say(until))
  world.now = until
}

const agree = async (cast: Cast, steps: ReadonlyArray<Step>) => {
  const { county, acceptedAt, reportedAt } = await openServed(cast)
  const name = nameHumans(cast)
  const first = {
    round: 1,
    acceptedAt,
    reportedAt,
    performers: listPerformers(await readLog(county), 1, name),
    reviews: [],
    followUps: [],
    nextBegan: null,
  }
  const world: World = { county, cast, name, rounds: [first], now: reportedAt }
  for (const step of steps) {
    await wait(world, world.now + step.wait * minute)
    const told = world.rounds.at(step.past ? 0 : -1) ?? first
    const person = (step.as === null ? null : cast[step.as]) ?? step.person
    await play[step.what](world, told, { ...step, person })
    await compare(world)
  }
  return world.rounds
}

/** Contact, then requester, then a further round: each run meets these. */
const plainCast: Cast = {
  requester: 'r1',
  contact: 'c',
  family: null,
  seated: ['a'],
  before: 'nothing',
  merged: null,
}
const plain = { person: 'r1', officer: 'm', past: false, rating: 2, verdict: 'partly', wait: 60 } as const
const plainSteps: Step[] = [
  { ...plain, what: 'review', as: 'contact' },
  { ...plain, what: 'review', as: 'requester' },
  { ...plain, what: 'reopen', as: 'requester' },
]

describe('reviews by the ledger and by the oracle', () => {
  it('O7, O8, O9: are taken or refused alike, and close a round alike, with the same outcome', async () => {
    const found = { reviews: 0, replaced: 0, rounds: 0 }
    const law = fc.asyncProperty(drawCast, fc.array(drawStep, { minLength: 2, maxLength: 9 }), async (cast, steps) => {
      const rounds = await agree(cast, steps)
      found.rounds += rounds.length - 1
      for (const { reviews } of rounds) {
        found.reviews += reviews.length
        found.replaced += Math.max(0, reviews.length - 1)
      }
    })
    await holdUntilMet(
      law,
      { numRuns: 50, examples: [[plainCast, plainSteps]] },
      () => Math.min(found.reviews, found.replaced, found.rounds) > 0,
    )
    expect(Math.min(found.reviews, found.replaced, found.rounds)).toBeGreaterThan(0)
  }, 240_000)
})
