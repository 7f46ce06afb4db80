/** Small random logs for the laws of views and figures: each need, order, record and person has a possible history. */
import * as fc from 'fast-check'
import type { LocalDay } from '@zhiyuan/kernel'
import { completeTerms } from '../policy.ts'
import { test1 } from '../presets/policies.ts'
import { mergeEvents } from '../slices/people/humans/humans.fixture.ts'
import type { StarEvent } from '../slices/recognition/star/star.codec.ts'
import { units } from '../fixtures/people.ts'
import { at, day, drawOne, everywhere, hour, lastHour, persons, type History } from './log.draw.arbitrary.ts'
import { buildPlainLog, worldLines, type Log, type LogLine } from './log.fixture.ts'
import { record } from './log.records.arbitrary.ts'
import { need, order } from './log.requests.arbitrary.ts'

const { C, T1, V1, T2 } = units

const homes = (person: string): fc.Arbitrary<History> =>
  fc
    .record({
      registered: drawOne(...everywhere),
      moved: fc.option(drawOne(...everywhere)),
      from: day,
      outside: fc.boolean(),
    })
    .map((to) => [
      { type: 'VolunteerRegistered', person, home: to.registered, homeFrom: '2020-01-01', outside: to.outside },
      ...(to.moved === null ? [] : [{ type: 'HomeMoved', person, home: to.moved, from: to.from, outside: false }]),
    ])

/** a, x, c, y and d are heads of rosters; b or e may be merged into another person, and that one into a third. */
const merges: fc.Arbitrary<History> = drawOne<ReadonlyArray<readonly [string, string]>>(
  [],
  [['b', 'a']],
  [
    ['e', 'b'],
    ['b', 'c'],
  ],
)
  .chain((pairs) => drawOne<boolean>(false, true).map((isTakenBack) => ({ pairs, isTakenBack })))
  .map(({ pairs, isTakenBack }) => {
    const events = mergeEvents(...pairs)
    const last = events.at(-1)
    if (last === undefined || !isTakenBack) return events
    const { person, joining: leaving, there: staying } = last
    const reason = { code: 'two-people', text: null }
    return [...events, { type: 'RegistrationsSplit', person, leaving, staying, by: 'admin', reason }]
  })

const reviews: fc.Arbitrary<History> = fc.array(
  fc.record({
    type: fc.constant('ReviewNoted'),
    volunteer: drawOne(...persons),
    orderId: drawOne('o1', 'o2'),
    round: fc.constant(1),
    rating: fc.integer({ min: 1, max: 5 }),
    reviewer: drawOne('r1', ...persons),
    orderVersion: fc.nat(20),
  }),
  { maxLength: 4 },
)

const starEvents: ReadonlyArray<StarEvent['type']> = [
  'StarGranted',
  'StarPutUnderExamination',
  'StarUpheld',
  'StarLowered',
  'StarRevoked',
]
const stars: fc.Arbitrary<History> = fc.array(
  fc.record({ type: drawOne(...starEvents), volunteer: drawOne(...persons), level: fc.integer({ min: 1, max: 3 }) }),
  { maxLength: 4 },
)

/** A later policy may count fewer grades. */
const policies: fc.Arbitrary<History> = drawOne<History>(
  [],
  [
    {
      type: 'PolicyAdopted',
      ...test1,
      adoptedAt: '2020-04-01T00:00:00.000Z',
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

/** Gives each event of a history an instant, in order. */
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
  merges,
  reviews,
  stars,
  policies,
  populations,
]

/** A log in the order of its instants, after the events of the sample world. */
export const anyLog: fc.Arbitrary<Log> = fc
  .tuple(...histories.map((history) => history.chain(timed)))
  .map((all) =>
    buildPlainLog([
      ...worldLines,
      ...all.flat().sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)),
    ]),
  )

/** K: any hour, also one before or after all events. */
export const anyKnownAt: fc.Arbitrary<string> = fc.oneof(
  at,
  drawOne('2020-04-01T00:00:00.000Z', '2020-07-01T00:00:00.000Z'),
)

/** Part of the logs' time, or all of it. */
export const anyPeriod = drawOne(
  { from: '2020-04-01' as LocalDay, to: '2020-06-01' as LocalDay },
  { from: '2020-05-01' as LocalDay, to: '2020-06-01' as LocalDay },
)
