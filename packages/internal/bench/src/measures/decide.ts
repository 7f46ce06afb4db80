import { isLeft } from 'fp-ts/lib/Either.js'
import { nationalHabits, order, record, type LedgerEvent } from '@zhiyuan/domain'
import type { Fact, Moment } from '@zhiyuan/kernel'
import { servedOrder } from '../log/served-order.ts'
import type { Measure, Prepared } from '../measure.ts'
import { rateOf } from '../scratch.ts'

/** Streams, as far as a step may ask for them. */
type World = Readonly<Record<string, ReadonlyArray<object>>>

const [city, township, village] = ['131081', '131081204', '131081204201']
const people = Array.from({ length: 20 }, (_, index) => `v${index}`)

const story = servedOrder({
  ...{ order: '1', requester: 'r1', volunteers: ['v0', 'v1'], township, village, rating: 5 },
  ...{ days: ['2020-05-01', '2020-05-02', '2020-05-04'], minutes: [105, 120] },
}).map(({ data }) => data as object as LedgerEvent)

const world: World = {
  'order-o1': story.filter(({ type }) => type === 'OrderPlaced'),
  'units-131081': [
    { type: 'UnitOpened', unitId: city, level: 'city', parent: null, name: city, code: city },
    { type: 'UnitOpened', unitId: township, level: 'township', parent: city, name: township, code: township },
    { type: 'UnitOpened', unitId: village, level: 'village', parent: township, name: village, code: village },
  ],
  'policy-131081': [{ type: 'PolicyAdopted', ...nationalHabits }],
  [`team-d-${township}-hr`]: [
    {
      ...{ type: 'TeamFounded', teamId: `d-${township}-hr`, unitId: township, bodyId: township, kind: 'squad' },
      ...{ name: 'HR', leader: 'v0', specialties: { main: 'hardship-relief', others: [] } },
      open: { levels: ['city', 'township', 'village'], units: [] },
    },
    ...people.map((person) => ({ type: 'MemberJoined', teamId: `d-${township}-hr`, person })),
  ],
  ...Object.fromEntries(
    people.map((person) => [
      `volunteer-${person}`,
      [
        {
          type: 'VolunteerRegistered',
          person,
          number: `no-${person}`,
          ageBand: 'adult',
          home: village,
          homeFrom: '2020-01-01',
        },
      ],
    ]),
  ),
}

const moment = (person: string | null): Moment =>
  ({
    now: '2020-05-04T09:00:00.000Z',
    occurredAt: '2020-05-04T09:00:00.000Z',
    jurisdiction: city,
    actor:
      person === null
        ? { type: 'process', process: 'attendance-records', cause: 'c.0' }
        : { type: 'person', person, role: 'volunteer', unit: township },
  }) as unknown as Moment

/** A decider with its types set aside: what is measured is told by the slices' own words. */
interface Plain {
  readonly fold: { readonly initial: unknown; readonly evolve: (state: unknown, event: unknown) => unknown }
  readonly steps: Readonly<
    Record<
      string,
      {
        readonly needs: (command: unknown, state: unknown, moment: Moment) => Readonly<Record<string, Fact<unknown>>>
        readonly decide: (
          command: unknown,
          facts: unknown,
          moment: Moment,
        ) => (
          state: unknown,
        ) =>
          | { readonly _tag: 'Left'; readonly left: unknown }
          | { readonly _tag: 'Right'; readonly right: ReadonlyArray<unknown> }
      }
    >
  >
}

const after = ({ fold }: Plain, events: ReadonlyArray<unknown>): unknown =>
  events.reduce((state, event) => fold.evolve(state, event), fold.initial)

/** Decides with facts at hand, and takes the events in: a step of the loop without its I/O. */
const stepOf = (plain: Plain, command: { readonly type: string }, at: Moment, state: unknown) => {
  const step = plain.steps[command.type]
  if (step === undefined) throw new Error(`nobody answers ${command.type}`)
  const needs = Object.entries(step.needs(command, state, at))
  const facts = Object.fromEntries(
    needs.map(([name, fact]) => [name, fact.resume(fact.initial, world[fact.stream] ?? [])]),
  )
  return (from: unknown): unknown => {
    const answer = step.decide(command, facts, at)(from)
    if (isLeft(answer)) throw new Error(JSON.stringify(answer.left))
    return answer.right.reduce((next, event) => plain.fold.evolve(next, event), from)
  }
}

const repeated = (count: number, each: () => unknown) => ({
  round: async () => ({
    value: await rateOf(count, () => {
      for (let index = 0; index < count; index++) each()
    }),
    floor: null,
  }),
  done: () => Promise.resolve(),
})

/** Twenty volunteers fill an order, again and again. */
const takeSeat = (): Promise<Prepared> => {
  const plain = order.decider as unknown as Plain
  const [placed, offered, accepted] = ['OrderPlaced', 'OrderOffered', 'OrderAccepted'].map((type) =>
    story.find((event) => event.type === type),
  )
  const open = after(plain, [{ ...placed, seats: 20 }, offered, accepted])
  const command = { type: 'TakeSeat', orderId: 'o1', round: 1, risksSeen: true }
  const steps = people.map((person) => stepOf(plain, command, moment(person), open))
  let [state, next] = [open, 0]
  return Promise.resolve(
    repeated(400_000, () => {
      if (next === steps.length) [state, next] = [open, 0]
      state = (steps[next++] as (from: unknown) => unknown)(state)
    }),
  )
}

/** One more record for somebody who has 155. */
const submitRecord = (): Promise<Prepared> => {
  const plain = record.decider as unknown as Plain
  const submitted = story.find((event) => event.type === 'RecordSubmitted')
  const at = (index: number) => new Date(Date.UTC(2020, 0, 1, 6) + index * 86_400_000 * 0.5)
  const segmentsAt = (index: number) => [
    { start: at(index).toISOString(), end: new Date(at(index).getTime() + 105 * 60_000).toISOString() },
  ]
  const records = Array.from({ length: 155 }, (_, index) => ({
    ...submitted,
    recordId: `o${index + 10}.1`,
    source: { type: 'order', orderId: `o${index + 10}`, round: 1 },
    segments: segmentsAt(index),
  }))
  const state = after(plain, records)
  const command = {
    ...{ type: 'SubmitRecord', volunteer: 'v0', recordId: 'o1.1', source: { type: 'order', orderId: 'o1', round: 1 } },
    ...{ segments: segmentsAt(200), minutes: 105, grade: 'system', content: 'hardship-relief' },
    ...{ bodyId: township, teamId: `d-${township}-hr`, confirmer: null },
  }
  const step = stepOf(plain, command, moment(null), state)
  return Promise.resolve(repeated(20_000, () => step(state)))
}

export const decisions: ReadonlyArray<Measure> = [
  {
    name: 'decide + evolve, TakeSeat on an order of 20 seats',
    unit: 'commands/s',
    floor: '–',
    target: { kind: 'atLeast', bound: 500_000 },
    rounds: 5,
    prepare: takeSeat,
  },
  {
    name: 'decide + evolve, SubmitRecord for a volunteer with 155 records',
    unit: 'commands/s',
    floor: '–',
    target: null,
    rounds: 5,
    prepare: submitRecord,
  },
]
