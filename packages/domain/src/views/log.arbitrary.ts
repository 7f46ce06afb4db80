/** Small random logs for the laws of views and figures: each need, order, record and person has a history that could be. */
import * as fc from 'fast-check'
import { addDays, dayFromNumber, dayNumber, type LocalDay } from '@zhiyuan/kernel'
import { completeTerms } from '../policy.ts'
import { test1 } from '../presets/policies.ts'
import { mergeEvents } from '../slices/people/humans/humans.fixture.ts'
import { units } from '../fixtures/people.ts'
import { buildPlainLog, worldLines, type Log, type LogLine } from './log.fixture.ts'

const { C, T1, V1, T2, V2 } = units
const everywhere = [V1, V2, T1, T2, C]
type Words = { readonly type: string } & Readonly<Record<string, unknown>>
type History = ReadonlyArray<Words>

/** 04-01 to 06-14, and the hours on which days change in Beijing among them. */
const hour = (n: number): string =>
  `${addDays('2020-03-31' as LocalDay, Math.floor(n / 24))}T${String(n % 24).padStart(2, '0')}:00:00.000Z`
const lastHour = 24 * 76
const at = fc.integer({ min: 24, max: lastHour }).map(hour)
const drawOne = <A>(...of: ReadonlyArray<A>): fc.Arbitrary<A> => fc.constantFrom(...of)
const times = (max: number): fc.Arbitrary<ReadonlyArray<number>> => fc.array(fc.nat(1000), { maxLength: max })

/** Around both ends of the period too. */
const day = fc.oneof(
  drawOne('2020-03-31', '2020-04-01', '2020-05-31', '2020-06-01'),
  fc.integer({ min: 0, max: 60 }).map((n) => dayFromNumber(dayNumber('2020-04-01' as LocalDay) + n)),
)
const persons = ['a', 'b', 'c', 'd', 'e'] as const

/** Walks a table of what may come next, one step a random number. */
const walk = <S>(
  begin: S,
  next: (state: S, pick: number) => readonly [Words, S] | null,
  picks: ReadonlyArray<number>,
): History => {
  const events: Words[] = []
  let state = begin
  for (const pick of picks) {
    const step = next(state, pick)
    if (step === null) break
    events.push(step[0])
    state = step[1]
  }
  return events
}

type Standing = 'submitted' | 'held' | 'returned' | 'verified' | 'suspended' | 'under-hold' | 'final'
const onwards: Readonly<Record<Standing, ReadonlyArray<readonly [type: string, to: Standing]>>> = {
  submitted: [
    ['RecordVerified', 'verified'],
    ['RecordVerified', 'verified'],
    ['RecordHeld', 'held'],
    ['RecordReturned', 'returned'],
    ['RecordRejected', 'final'],
  ],
  held: [
    ['HoldCleared', 'submitted'],
    ['RecordRejected', 'final'],
  ],
  returned: [
    ['RecordResubmitted', 'submitted'],
    ['RecordWithdrawn', 'final'],
  ],
  verified: [
    ['RecordCorrected', 'verified'],
    ['RecordSuspended', 'suspended'],
    ['RecordHeld', 'under-hold'],
  ],
  'under-hold': [['RecordSuspended', 'suspended']],
  suspended: [
    ['HoldCleared', 'suspended'],
    ['RecordReinstated', 'verified'],
    ['RecordVoided', 'final'],
  ],
  final: [],
}

/** Ten minutes, of which records of one registration share none, and records of two may share five. */
const makeSegment = (recordId: string, volunteer: string) => {
  const start = 10 * Number(recordId.slice(1)) + (volunteer === 'a' || volunteer === 'c' ? 0 : 5)
  const minute = (n: number): string => `2020-04-20T01:${String(n % 60).padStart(2, '0')}:00.000Z`
  return { start: minute(start - 10), end: minute(start) }
}

const record = (recordId: string): fc.Arbitrary<History> =>
  fc
    .record({
      volunteer: drawOne(...persons),
      servedUnit: drawOne(...everywhere),
      bodyId: drawOne(V1, V2, 'K'),
      grade: drawOne('system', 'attested', 'manual'),
      day,
      minutes: drawOne(0, 30, 60, 199, 200, 480),
      source: drawOne(
        { type: 'order', orderId: 'o1', round: 1 },
        { type: 'order', orderId: 'o2', round: 1 },
        { type: 'session', sessionId: 'S' },
      ),
      marks: drawOne<ReadonlyArray<string>>([], ['late']),
      recordedAt: at,
      picks: times(6),
    })
    .map(({ picks, marks, ...said }) => {
      const segments = [makeSegment(recordId, said.volunteer)]
      const words = { recordId, ...said, segments, marks, holdId: 'hold-1' }
      const then = walk<{ at: Standing; minutes: number }>(
        { at: 'submitted', minutes: said.minutes },
        (state, pick) => {
          const step = onwards[state.at][pick % Math.max(1, onwards[state.at].length)]
          if (step === undefined) return null
          const minutes = step[0] === 'RecordCorrected' ? Math.max(0, state.minutes - (pick % 50)) : state.minutes
          return [
            { ...words, type: step[0], minutes },
            { at: step[1], minutes },
          ]
        },
        picks,
      )
      return [{ ...words, type: 'RecordSubmitted' }, ...then]
    })

const homes = (person: string): fc.Arbitrary<History> =>
  fc
    .record({ registered: drawOne(...everywhere), moved: fc.option(drawOne(...everywhere)), from: day })
    .map((to) => [
      { type: 'VolunteerRegistered', person, home: to.registered, homeFrom: '2020-01-01' },
      ...(to.moved === null ? [] : [{ type: 'HomeMoved', person, home: to.moved, from: to.from }]),
    ])

/** a and x, c and y, d are heads; b or e may be merged into another, and on into a third. */
const merges: fc.Arbitrary<History> = drawOne<ReadonlyArray<readonly [string, string]>>(
  [],
  [['b', 'a']],
  [
    ['e', 'b'],
    ['b', 'c'],
  ],
).map((pairs) => mergeEvents(...pairs))

type Waiting = 'submitted' | 'asked' | 'approved' | 'ended'
const answers: Readonly<Record<Waiting, ReadonlyArray<readonly [type: string, to: Waiting]>>> = {
  submitted: [
    ['NeedApproved', 'approved'],
    ['InformationRequested', 'asked'],
    ['NeedRejected', 'ended'],
    ['NeedReferred', 'ended'],
    ['NeedMerged', 'ended'],
    ['NeedWithdrawn', 'ended'],
  ],
  asked: [
    ['NeedApproved', 'approved'],
    ['NeedRejected', 'ended'],
    ['NeedWithdrawn', 'ended'],
  ],
  approved: [['NeedWithdrawn', 'ended']],
  ended: [],
}
const need = (needId: string): fc.Arbitrary<History> =>
  fc.record({ owner: drawOne(...everywhere), picks: times(3), due: at }).map(({ owner, picks, due }) => [
    { type: 'NeedSubmitted', needId, unitId: owner, answerDueAt: due },
    ...walk<Waiting>(
      'submitted',
      (state, pick) => {
        const step = answers[state][pick % Math.max(1, answers[state].length)]
        const reason = { code: pick % 2 === 0 ? 'not-here' : 'twice', text: null }
        const words = { needId, unitId: owner, unanswered: state === 'submitted', reason }
        return step === undefined ? null : [{ type: step[0], ...words }, step[1]]
      },
      picks,
    ),
  ])

type Course = { at: 'open' | 'served' | 'closed' | 'ended'; round: number; handler: string }
const up: Readonly<Record<string, string>> = { [V1]: T1, [V2]: T2, [T1]: C, [T2]: C, [C]: C }

const makeNext =
  (ids: { readonly orderId: string; readonly needId: string }) =>
  (course: Course, pick: number): readonly [Words, Course] | null => {
    const { round, handler } = course
    const step = { ...ids, round, handler, offerId: `offer-${pick}` }
    const say = (type: string, to: Partial<Course>, more: object = {}): readonly [Words, Course] => [
      { type, ...step, ...more },
      { ...course, ...to },
    ]
    const rating = { rating: 1 + (pick % 5), verdict: ['solved', 'partly', 'not-solved'][pick % 3] }
    const open = [
      () => say('OfferExpired', {}),
      () => say('ClaimLapsed', {}),
      () => say('OfferDeclined', {}),
      () => say('OrderAccepted', {}),
      () => say('OrderEscalated', { handler: up[handler] ?? C }, { automatic: pick % 2 === 0 }),
      () => say('OrderMisrouted', {}, { to: everywhere[pick % everywhere.length] }),
      () => say('ServiceReported', { at: 'served' }),
      () => say('ServiceReported', { at: 'served' }),
      () => say('OrderCancelled', { at: 'ended' }, { beforeAcceptance: pick % 2 === 0 }),
      () => say('OrderUnmet', { at: 'ended' }),
      () => say('OrderAborted', { at: 'ended' }),
    ]
    const served = [
      () => say('OrderReviewed', { at: 'served' }, rating),
      () => say('OrderFollowedUp', { at: 'served' }, rating),
      () => say('OrderClosed', { at: 'closed' }, { outcome: rating.verdict }),
      () => say('OrderClosed', { at: 'closed' }, { outcome: 'unreviewed' }),
    ]
    const closed = [() => say('OrderReopened', { at: 'open', round: round + 1 }, { round: round + 1 })]
    const may = { open, served, closed, ended: [] }[course.at]
    return may[pick % Math.max(1, may.length)]?.() ?? null
  }

const order = (orderId: string): fc.Arbitrary<History> =>
  fc
    .record({ owner: drawOne(...everywhere), needId: drawOne('n1', 'n2'), picks: times(12) })
    .map(({ owner, needId, picks }) => {
      const ids = { orderId, needId }
      return [
        { type: 'OrderPlaced', ...ids, owner },
        ...walk<Course>({ at: 'open', round: 1, handler: owner }, makeNext(ids), picks),
      ]
    })

const reviews: fc.Arbitrary<History> = fc.array(
  fc.record({
    type: fc.constant('ReviewNoted'),
    volunteer: drawOne(...persons),
    orderId: drawOne('o1', 'o2'),
    round: fc.constant(1),
    rating: fc.integer({ min: 1, max: 5 }),
    orderVersion: fc.nat(20),
  }),
  { maxLength: 4 },
)

const starWords = ['StarGranted', 'StarPutUnderExamination', 'StarUpheld', 'StarLowered', 'StarRevoked']
const stars: fc.Arbitrary<History> = fc.array(
  fc.record({ type: drawOne(...starWords), volunteer: drawOne(...persons), level: fc.integer({ min: 1, max: 3 }) }),
  { maxLength: 4 },
)

/** Later the policy may count less. */
const policies: fc.Arbitrary<History> = drawOne<History>(
  [],
  [
    {
      type: 'PolicyAdopted',
      ...test1,
      effectiveFrom: '2020-05-01',
      sections: completeTerms({ records: { countedGrades: ['system', 'attested'] } }, test1.sections),
    },
  ],
)
const populations: fc.Arbitrary<History> = fc.array(
  fc.record({
    type: fc.constant('PopulationPublished'),
    unitId: drawOne(T1, T2, C, V1),
    heads: fc.integer({ min: 1, max: 50 }),
    referenceDate: drawOne('2020-01-01', '2020-05-31', '2020-07-01'),
    publishedAt: at,
  }),
  { maxLength: 4 },
)

/** Each event at an instant not before the one that it follows. */
const timed = (history: History): fc.Arbitrary<ReadonlyArray<LogLine>> =>
  fc
    .array(fc.integer({ min: 24, max: lastHour }), { minLength: history.length, maxLength: history.length })
    .map((hours) =>
      hours.sort((one, other) => one - other).map((n, index) => ({ at: hour(n), event: history[index] ?? {} })),
    )

const histories = [
  ...['r1', 'r2', 'r3', 'r4', 'r5', 'r6'].map(record),
  ...persons.map(homes),
  ...['n1', 'n2', 'n3'].map(need),
  ...['o1', 'o2', 'o3'].map(order),
  ...[merges, reviews, stars, policies, populations],
]

/** A log in the order of its instants, upon the sample world. */
export const anyLog: fc.Arbitrary<Log> = fc
  .tuple(...histories.map((history) => history.chain(timed)))
  .map((all) =>
    buildPlainLog([
      ...worldLines,
      ...all.flat().sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)),
    ]),
  )

/** K: any hour, also before and after everything. */
export const anyKnownAt: fc.Arbitrary<string> = fc.oneof(
  at,
  drawOne('2020-04-01T00:00:00.000Z', '2020-07-01T00:00:00.000Z'),
)

/** Part of the logs' time, or all of it. */
export const anyPeriod = drawOne(
  { from: '2020-04-01' as LocalDay, to: '2020-06-01' as LocalDay },
  { from: '2020-05-01' as LocalDay, to: '2020-06-01' as LocalDay },
)
