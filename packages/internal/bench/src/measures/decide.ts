import { isLeft } from 'fp-ts/lib/Either.js'
import { nationalDefaultPolicy, type LedgerEvent } from '@zhiyuan/domain'
import { record } from '@zhiyuan/domain/hours'
import { order } from '@zhiyuan/domain/requests'
import type { CommandHandler, Load, Moment, StreamRead } from '@zhiyuan/kernel'
import { servedOrder } from '../log/served-order.ts'
import type { Measure, Prepared } from '../measure.ts'
import { measureRate } from '../scratch.ts'

/** The streams that a handler may read. */
type World = Readonly<Record<string, ReadonlyArray<object>>>

const city = '131081'
const township = '131081204'
const village = '131081204201'
const people = Array.from({ length: 20 }, (_, index) => `v${index}`)

const story = servedOrder({
  order: '1',
  requester: 'r1',
  volunteers: ['v0', 'v1'],
  township,
  village,
  rating: 5,
  days: ['2020-05-01', '2020-05-02', '2020-05-04'],
  minutes: [105, 120],
}).map(({ data }) => data as object as LedgerEvent)

const world: World = {
  'order-o1': story.filter(({ type }) => type === 'OrderPlaced'),
  'units-131081': [
    { type: 'UnitOpened', unitId: city, level: 'city', parent: null, name: city, code: city },
    { type: 'UnitOpened', unitId: township, level: 'township', parent: city, name: township, code: township },
    { type: 'UnitOpened', unitId: village, level: 'village', parent: township, name: village, code: village },
  ],
  'policy-131081': [{ type: 'PolicyAdopted', ...nationalDefaultPolicy }],
  [`team-d-${township}-hr`]: [
    {
      type: 'TeamFounded',
      teamId: `d-${township}-hr`,
      unitId: township,
      bodyId: township,
      kind: 'squad',
      name: 'HR',
      leader: 'v0',
      specialties: { main: 'hardship-relief', others: [] },
      open: { levels: ['city', 'township', 'village'], units: [] },
      foundedAt: '2020-01-01T00:00:00.000Z',
    },
    ...people.map((person) => ({
      type: 'MemberJoined',
      unitId: township,
      by: person,
      teamId: `d-${township}-hr`,
      person,
      joinedAt: '2020-01-01T00:00:00.000Z',
    })),
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
          ageSource: 'officer',
          outside: false,
        },
      ],
    ]),
  ),
}

const moment = (person: string | null): Moment =>
  ({
    now: '2020-05-04T09:00:00.000Z',
    occurredAt: '2020-05-04T09:00:00.000Z',
    log: 'bench',
    jurisdiction: city,
    actor:
      person === null
        ? { type: 'process', process: 'attendance-records', cause: 'c.0' }
        : { type: 'person', person, role: 'volunteer', unit: township },
  }) as unknown as Moment

/** A decider with its types set aside: the slices' own codecs check the commands. */
interface Plain {
  readonly fold: { readonly initial: unknown; readonly evolve: (state: unknown, event: unknown) => unknown }
  readonly handlers: Readonly<Record<string, CommandHandler<unknown, unknown, unknown, unknown>>>
}

const foldEvents = ({ fold }: Plain, events: ReadonlyArray<unknown>): unknown =>
  events.reduce((state, event) => fold.evolve(state, event), fold.initial)

/** Every state that a handler reads, folded once. The runtime keeps them in the same way. */
const statesAtHand = (): Load => {
  const known = new Map<string, unknown>()
  return <A>({ stream, initial, resume }: StreamRead<A>): A => {
    if (!known.has(stream)) known.set(stream, resume(initial, world[stream] ?? []))
    return known.get(stream) as A
  }
}

/** Decides with states at hand and folds the events: one command without its I/O. */
const runTurn = (plain: Plain, command: { readonly type: string }, at: Moment) => {
  const handler = plain.handlers[command.type]
  if (handler === undefined) throw new Error(`no handler answers ${command.type}`)
  const load = statesAtHand()
  return (from: unknown): unknown => {
    let plan = handler.plan(command, from, at)
    while (plan.type === 'read') plan = plan.next(load)
    if (isLeft(plan.decision)) throw new Error(JSON.stringify(plan.decision.left))
    return plan.decision.right.reduce((next, event) => plain.fold.evolve(next, event), from)
  }
}

const repeat = (count: number, each: () => unknown) => ({
  round: async () => ({
    value: await measureRate(count, () => {
      for (let index = 0; index < count; index++) each()
    }),
    floor: null,
  }),
  done: () => Promise.resolve(),
})

/** Twenty volunteers fill an order, again and again. */
const takeSeat = (): Promise<Prepared> => {
  const plain = order.decider as unknown as Plain
  const find = (wanted: string) => story.find(({ type }) => type === wanted)
  const open = foldEvents(plain, [{ ...find('OrderPlaced'), seats: 20 }, find('OrderOffered'), find('OrderAccepted')])
  const command = { type: 'TakeSeat', orderId: 'o1', round: 1, risksSeen: true }
  const turns = people.map((person) => runTurn(plain, command, moment(person)))
  let state = open
  let next = 0
  return Promise.resolve(
    repeat(400_000, () => {
      if (next === turns.length) {
        state = open
        next = 0
      }
      state = (turns[next++] as (from: unknown) => unknown)(state)
    }),
  )
}

/** One more record for a volunteer who has 155. */
const submitRecord = (): Promise<Prepared> => {
  const plain = record.decider as unknown as Plain
  const submitted = story.find((event) => event.type === 'RecordSubmitted')
  const at = (index: number) => new Date(Date.UTC(2020, 0, 1, 6) + index * 86_400_000 * 0.5)
  const makeSegments = (index: number) => [
    { start: at(index).toISOString(), end: new Date(at(index).getTime() + 105 * 60_000).toISOString() },
  ]
  const records = Array.from({ length: 155 }, (_, index) => ({
    ...submitted,
    recordId: `o.o${index + 10}.1`,
    source: { type: 'order', orderId: `o${index + 10}`, round: 1 },
    segments: makeSegments(index),
  }))
  const state = foldEvents(plain, records)
  const command = {
    type: 'SubmitRecord',
    volunteer: 'v0',
    recordId: 'o.o1.1',
    source: { type: 'order', orderId: 'o1', round: 1 },
    segments: makeSegments(200),
    minutes: 105,
    grade: 'system',
    content: 'hardship-relief',
    bodyId: township,
    teamId: `d-${township}-hr`,
    confirmer: null,
    tellers: [],
  }
  const turn = runTurn(plain, command, moment(null))
  return Promise.resolve(repeat(20_000, () => turn(state)))
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
