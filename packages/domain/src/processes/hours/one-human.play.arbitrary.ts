/** Histories of people who submit, verify, rule and merge in any interleaving, over the real slices and processes, and what the oracle says. */
import * as fc from 'fast-check'
import {
  minutesBetween,
  msPerMinute,
  plusMillis,
  project,
  type Instant,
  type PersonId,
  type Plain,
  type Process,
  type StreamName,
  type Typed,
} from '@zhiyuan/kernel'
import { startLoop, type Loop, type PlainActor, type Said } from '@zhiyuan/testing'

import { test1 } from '../../presets/policies.ts'
import { people, timer } from '../../fixtures/people.ts'
import { scene, world } from '../../fixtures/world.ts'
import {
  countedRecords,
  isCounting,
  record,
  type RecordCommand,
  type RecordState,
  type ServiceRecord,
} from '../../slices/hours/record/index.ts'
import { attended, orderO1, reason } from '../../slices/hours/record/record.fixture.ts'
import {
  findSurvivor,
  humans,
  listRegistrations,
  type Humans,
  type HumansCommand,
} from '../../slices/people/humans/index.ts'
import type { LedgerEvent } from '../../ledger.ts'
import { starTable } from '../../views/star-certification/figures.ts'
import { volunteers } from '../../views/volunteers/project.ts'
import type { VolunteerRow } from '../../views/volunteers/row.ts'
import type { points, PointsCommand } from '../../slices/recognition/points/index.ts'
import type { creditPoints } from '../recognition/credit-points.ts'
import { type Ref, type State, type Status } from './one-human.oracle.fixture.ts'
import { recheckOverlaps, type MergedRow } from './recheck-overlaps.ts'

type Command = RecordCommand | HumansCommand | PointsCommand

const registrations = ['a', 'b', 'c', 'e'] as const as unknown as ReadonlyArray<PersonId>

/** One thing that somebody does; what it is about is picked among what is there. */
export interface Deed {
  readonly what: 'submit' | 'verify' | 'clear' | 'end' | 'merge' | 'deliver' | 'write'
  /** Decided now, and written when somebody writes: what comes between is not seen. */
  readonly late: boolean
  readonly one: number
  readonly other: number
  readonly minute: number
}
type Weights = ReadonlyArray<readonly [weight: number, what: Deed['what']]>
/** Much is recorded and verified, under registrations that nobody knows to be one human. */
const before: Weights = [
  [5, 'submit'],
  [5, 'verify'],
]
const among: Weights = [
  [8, 'submit'],
  [8, 'verify'],
  [6, 'clear'],
  [3, 'end'],
  [3, 'merge'],
  [4, 'deliver'],
  [1, 'write'],
]
const drawDeed = (weights: Weights): fc.Arbitrary<Deed> =>
  fc.record({
    what: fc.oneof(...weights.map(([weight, what]) => ({ weight, arbitrary: fc.constant(what) }))),
    late: fc.boolean(),
    one: fc.nat(1000),
    other: fc.nat(1000),
    minute: fc.nat(20),
  })

/** Deeds in any order, of at least so many. */
export const drawHistory = (least: number): fc.Arbitrary<ReadonlyArray<Deed>> =>
  fc
    .tuple(
      fc.array(drawDeed(before), { minLength: least, maxLength: 30, size: 'max' }),
      fc.array(drawDeed(among), { minLength: least, maxLength: 30, size: 'max' }),
    )
    .map((parts) => parts.flat())

const midnight = '2020-04-29T00:00:00.000Z' as Instant
const instant = (minute: number): Instant => plusMillis(midnight, minute * msPerMinute)
const countMinute = (at: Instant | undefined): number => minutesBetween(midnight, at ?? midnight)

const named = ({ volunteer, recordId }: ServiceRecord) => ({ volunteer, recordId })
const recordName = ({ volunteer, recordId }: Pick<ServiceRecord, 'volunteer' | 'recordId'>): Ref =>
  `${volunteer}/${recordId}`
const statuses: Readonly<Record<ServiceRecord['status'], Status>> = {
  submitted: 'waiting',
  held: 'waiting',
  returned: 'waiting',
  verified: 'counting',
  'correction-requested': 'counting',
  suspended: 'suspended',
  voided: 'voided',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
}

const asOracle = (one: ServiceRecord): State['records'][number] => ({
  registration: one.volunteer,
  id: one.recordId,
  start: countMinute(one.segments[0]?.start),
  end: countMinute(one.segments.at(-1)?.end),
  recordedAt: countMinute(one.recordedAt),
  status: statuses[one.status],
  held: one.holds
    .filter(({ kind, cleared }) => kind === 'overlap' && cleared === null)
    .flatMap(({ because }) => because.map(recordName)),
})

const listRuled = (one: ServiceRecord): State['ruled'] =>
  one.holds
    .filter(({ kind, cleared }) => kind === 'overlap' && cleared !== null)
    .flatMap(({ because }) => because.map((other): readonly [Ref, Ref] => [recordName(one), recordName(other)]))

/** What is put into a play: the real slice and process, or a planted fault. */
export interface Parts {
  readonly records: typeof record
  readonly process: Process<MergedRow, LedgerEvent, Typed>
  readonly past: Readonly<Record<`${string}-${string}`, ReadonlyArray<Typed>>>
  /** What rests on records, where a law speaks of it. */
  readonly beside: {
    readonly slices: ReadonlyArray<typeof points>
    readonly processes: ReadonlyArray<typeof creditPoints>
  }
}
export const real: Parts = {
  records: record,
  process: recheckOverlaps,
  past: {},
  beside: { slices: [], processes: [] },
}

/** A county in which it is played, and what it looks like to the oracle and in the figures. */
export interface Play {
  readonly loop: Loop<Command>
  readonly act: (deed: Deed) => void
  /** Somebody's command on a stream, after what waits to be written there. */
  readonly say: (stream: StreamName, actor: PlainActor, command: Plain<Command>) => Said
  /** Does what waits, in an order drawn from the deeds, and tells how many commands it took. */
  readonly rest: () => number
  readonly state: () => State
  /** Minutes of each human as the table of stars and the deciders have them. */
  readonly figures: () => ReadonlyMap<string, readonly [table: number, decided: number]>
}

export const createPlay = ({ records: slice, process, past, beside }: Parts = real): Play => {
  const begins = { ...scene, now: instant(60 * 24) }
  const county = { ...world, ...orderO1, ...past }
  const loop = startLoop({
    slices: [slice, humans, ...beside.slices],
    processes: [process, ...beside.processes],
    world: county,
    scene: begins,
  })
  const rows = new Map<string, VolunteerRow>()
  const late = new Map<string, () => void>()
  let [step, seen, picked] = [0, 0, 0]

  const humansNow = (): Humans => loop.state(humans, 'humans-131081') as Humans
  const readRecords = (person: PersonId): RecordState => loop.state(slice, `record-${person}`) as RecordState
  const all = (): ReadonlyArray<ServiceRecord> => registrations.flatMap((one) => [...readRecords(one).records.values()])

  const writeLate = (stream: string): void => {
    late.get(stream)?.()
    late.delete(stream)
  }
  const say: Play['say'] = (stream, actor, command) => {
    writeLate(stream)
    return loop.send(actor, command)
  }
  const send = (stream: StreamName, isLate: boolean, actor: PlainActor, command: Plain<Command>): void => {
    if (!isLate) say(stream, actor, command)
    else {
      writeLate(stream)
      late.set(stream, loop.sendLate(actor, command))
    }
  }
  const about = (isLate: boolean, one: ServiceRecord, command: Plain<RecordCommand>): void =>
    send(`record-${one.volunteer}`, isLate, people.approverV2, command)
  const pick = <A>(from: ReadonlyArray<A>, n: number): A | undefined => from[n % Math.max(1, from.length)]
  const why = () => ({ reason: reason(`step-${step}`) })

  /** What a hold suspended comes first: it is rare. */
  const listHeld = (): ReadonlyArray<ServiceRecord> => {
    const suspended = all().filter(({ status }) => status === 'suspended')
    return suspended.length > 0 ? suspended : all().filter(({ status }) => status === 'held')
  }

  const act = ({ what, late: isLate, one, other, minute }: Deed): void => {
    step += 1
    picked = one
    loop.at(instant(60 * 24 + step))
    const found = pick(what === 'clear' ? listHeld() : all(), one)
    const person = pick(registrations, one) ?? ('a' as PersonId)
    switch (what) {
      case 'submit': {
        const minutes = 1 + (other % 5)
        const said = attended(`S.${step}`, person, '04-29 00:00', '04-29 00:00', minutes)
        const segments = [{ start: instant(minute), end: instant(minute + minutes) }]
        return send(`record-${person}`, isLate, timer, { ...said, segments })
      }
      case 'verify':
        return found === undefined ? undefined : about(isLate, found, { type: 'VerifyRecord', ...named(found) })
      case 'clear':
        return found === undefined ? undefined : clear(isLate, found, other % 2 === 0)
      case 'end':
        return found === undefined ? undefined : end(isLate, found)
      case 'merge':
        return send('humans-131081', isLate, people.admin, {
          type: 'MergeRegistrations',
          person,
          survivor: pick(registrations, other) ?? person,
        })
      case 'deliver':
        if (other % 4 > 0) return deliver(one, isLate)
        rest()
        return
      case 'write': {
        const stream = pick([...late.keys()], one)
        return stream === undefined ? undefined : writeLate(stream)
      }
    }
  }

  /** What counts is suspended and voided at once; what waits is rejected. */
  const end = (isLate: boolean, one: ServiceRecord): void => {
    if (isCounting(one)) about(false, one, { type: 'SuspendRecord', ...named(one), ...why() })
    const waits = one.status === 'submitted' || one.status === 'held'
    about(isLate, one, { type: waits ? 'RejectRecord' : 'VoidRecord', ...named(one), ...why() })
  }

  /** Sometimes the records that it gave way to are ended first, so that it may count again. */
  const clear = (isLate: boolean, one: ServiceRecord, endsFirst: boolean): void => {
    const hold = one.holds.find(({ cleared }) => cleared === null)
    if (hold === undefined) return
    const stronger = all().filter((other) => hold.because.some((ref) => recordName(other) === recordName(ref)))
    if (endsFirst) stronger.filter(isCounting).forEach((other) => end(false, other))
    about(isLate, one, { type: 'ClearHold', ...named(one), holdId: hold.holdId, ...why() })
  }

  const deliver = (n: number, isLate: boolean): void => {
    const waiting = loop.waiting()
    const index = n % Math.max(1, waiting.length)
    const processCommand = waiting[index]
    if (processCommand === undefined) return
    const { type, volunteer } = processCommand.command as Typed & { readonly volunteer: string }
    const stream = `${type.endsWith('Points') ? 'points' : 'record'}-${volunteer}`
    writeLate(stream)
    if (isLate) late.set(stream, loop.deliverLate(index))
    else loop.deliver(index)
  }

  const rest = (): number => {
    for (const stream of [...late.keys()]) writeLate(stream)
    let commands = 0
    // Without an end it is judged by the number.
    for (; loop.waiting().length > 0 && commands < 10_000; commands += 1) {
      picked = (picked * 48_271 + 11) % 2_147_483_647
      loop.deliver(picked % loop.waiting().length)
    }
    return commands
  }

  const state = (): State => ({
    registrations: registrations.map((id) => ({ id, human: findSurvivor(humansNow(), id) })),
    records: all().map(asOracle),
    ruled: all().flatMap(listRuled),
  })

  const figures = (): ReturnType<Play['figures']> => {
    for (const envelope of loop.log().slice(seen)) project(volunteers)(rows, envelope as never)
    seen = loop.log().length
    const question = { knownAt: '2020-12-31T00:00:00.000Z' as Instant, policy: test1 as never }
    const table = new Map(
      starTable([...rows.values()], humansNow(), question).map((one) => [one.volunteer, one.minutes]),
    )
    return new Map(
      registrations
        .filter((one) => findSurvivor(humansNow(), one) === one)
        .map((one) => {
          const decided = countedRecords(listRegistrations(humansNow(), one).map(readRecords))
          return [one, [table.get(one) ?? 0, decided.reduce((sum, { minutes }) => sum + minutes, 0)]] as const
        }),
    )
  }
  return { loop, act, say, rest, state, figures }
}
