import type { Instant } from '@zhiyuan/kernel'
import { test1, testCalendar } from './presets.ts'
import { manualClock, seededRandomness, type ManualClock, type Ports } from '@zhiyuan/runtime'
import type { LedgerEvent } from '@zhiyuan/domain'
import { openLedger, type Ledger, type Outcome, type Rejection } from '@zhiyuan/ledger'
import { actors } from './people.ts'
import { findGiver, giver, organisation, populations, rosters, teams, volunteers } from './given.ts'
import type { StoryCommand } from './command.ts'
import type { Deed, Row } from './row.ts'

export type Stores = Omit<Ports, 'clock' | 'random'>

export interface Stage {
  readonly ledger: Ledger
  readonly clock: ManualClock
}

type Words = Readonly<Record<string, unknown>>

export const begin = '2020-04-01T01:00:00.000Z' as Instant

/** Opens a ledger of the story's county over the stores. */
export const open = async (
  stores: Stores,
  now: Instant,
  log = 'golden',
): Promise<Stage & { readonly ports: Ports }> => {
  const clock = manualClock(now)
  const ports = { ...stores, clock, random: seededRandomness('golden') }
  const create = { administrator: giver.person, unit: giver.unit }
  return { ledger: await openLedger({ ports, log, jurisdiction: '131081', create }), clock, ports }
}

/** Sends the commands that come before the story. */
export const stage = async (stores: Stores, log?: string): Promise<Stage> => {
  const { ledger, clock } = await open(stores, begin, log)
  const given: ReadonlyArray<StoryCommand> = [
    ...organisation,
    ...test1,
    ...testCalendar,
    ...populations,
    ...rosters,
    ...teams,
    ...volunteers,
  ]
  for (const command of given) {
    const outcome = await ledger.sendUnknown(command, { actor: findGiver(command) })
    if (!outcome.ok) throw new Error(`given: ${JSON.stringify(command)} → ${JSON.stringify(outcome.rejection)}`)
  }
  await ledger.settle()
  return { ledger, clock }
}

/** Puts texts into the vault and the ids of holds into a command of the story. */
const ready = async ({ ledger }: Stage, command: StoryCommand): Promise<Words> => {
  const { $hold, ...plain }: Words = command
  const held =
    $hold === undefined ? null : await ledger.openHolds(String(plain['volunteer']), String(plain['recordId']))
  const texts = async (u: unknown): Promise<unknown> => {
    if (Array.isArray(u)) return Promise.all(u.map(texts))
    if (typeof u !== 'object' || u === null) return u
    if ('$text' in u) return (await ledger.keep([String(u.$text)]))[0]
    const entries = await Promise.all(Object.entries(u).map(async ([key, value]) => [key, await texts(value)] as const))
    return Object.fromEntries(entries)
  }
  return {
    ...((await texts(plain)) as Words),
    ...(held === null ? {} : { holdId: held[0] }),
  }
}

type Events = ReadonlyArray<LedgerEvent>
/** The outcome of a command. */
export type Result = Events | 'silent' | { readonly refused: Rejection }

/** The outcome of a deed, and the events that processes wrote before they came to rest. */
export interface Told {
  readonly results: ReadonlyArray<Result>
  readonly followed: Events
  /** What timers wrote that were due before a person's deed. It is empty: the story tells of each timer as a deed of its own. */
  readonly untold: Events
  /** Commands of processes that were refused meanwhile, by type of rejection. */
  readonly refused: ReadonlyArray<string>
}

const describeResult = (outcome: Outcome): Result =>
  !outcome.ok
    ? { refused: outcome.rejection }
    : outcome.events.length === 0
      ? 'silent'
      : outcome.events.map(({ data }) => data)

const whole = 100_000

/** A diary notes what other streams say (A16): the story tells what it finds, and not its notes. */
const notes: ReadonlyArray<LedgerEvent['type']> = ['SeatNoted', 'SeatDropped', 'PresenceNoted']
const isTold = ({ type }: LedgerEvent): boolean => !notes.includes(type)

/** Settles, and gives the events and the refusals of that settle. */
const settleStage = async ({ ledger }: Stage): Promise<Pick<Told, 'followed' | 'refused'>> => {
  const { position } = await ledger.read(null, whole)
  const { refused } = await ledger.settle()
  const { events } = await ledger.read(position, whole)
  return { followed: events.map(({ data }) => data).filter(isTold), refused: Object.keys(refused) }
}

const act = async (on: Stage, deed: Exclude<Deed, { readonly who: 'timer' }>): Promise<ReadonlyArray<Result>> => {
  const actor = actors[deed.who]
  if ('command' in deed) return [describeResult(await on.ledger.sendUnknown(await ready(on, deed.command), { actor }))]
  const outcomes = await on.ledger.sendAllUnknown(deed.together.map((command) => ({ command, by: { actor } })))
  return outcomes.map(describeResult)
}

/** Timers that are due are worked off first; a deed of the timer does nothing else. */
const perform = async (on: Stage, deed: Deed): Promise<Told> => {
  on.clock.set(deed.at as Instant)
  const due = await settleStage(on)
  if (deed.who === 'timer') return { results: [due.followed], followed: [], untold: [], refused: due.refused }
  const results = await act(on, deed)
  const { followed, refused } = await settleStage(on)
  return { results, followed, untold: due.followed, refused: [...due.refused, ...refused] }
}

/** Plays one row and gives the outcome of each deed. */
export const play = async (on: Stage, { deeds }: Row): Promise<ReadonlyArray<Told>> => {
  const told: Told[] = []
  for (const deed of deeds) told.push(await perform(on, deed))
  return told
}
