import type { Instant } from '@zhiyuan/kernel'
import { test1, testCalendar } from './presets.ts'
import { manualClock, seededRandomness, type ManualClock, type Ports } from '@zhiyuan/runtime'
import { openLedger, type Ledger, type Outcome } from '../index.ts'
import { actors, type Who } from './people.ts'
import { giver, organisation, populations, rosters, teams, volunteers } from './given.ts'
import type { Deed, Row } from './row.ts'

export type Stores = Omit<Ports, 'clock' | 'random'>

export interface Stage {
  readonly ledger: Ledger
  readonly clock: ManualClock
}

type Command = Readonly<Record<string, unknown>>

const begin = '2020-04-01T01:00:00.000Z' as Instant

/** Opens a ledger over the stores and puts in place what the story is given. */
export const stage = async (stores: Stores): Promise<Stage> => {
  const clock = manualClock(begin)
  const ports = { ...stores, clock, random: seededRandomness('golden') }
  const ledger = openLedger({ ports, log: 'golden' as never, jurisdiction: '131081' as never })
  const given: ReadonlyArray<Command> = [
    ...organisation,
    ...test1,
    ...testCalendar,
    ...populations,
    ...rosters,
    ...teams,
    ...volunteers,
  ]
  for (const command of given) {
    const outcome = await ledger.send(command, { actor: giver })
    if (!outcome.ok) throw new Error(`given: ${JSON.stringify(command)} → ${JSON.stringify(outcome.rejection)}`)
  }
  await ledger.settle()
  return { ledger, clock }
}

/** Puts texts into the vault and the ledger's own knowledge (rankings, hold ids) into a command of the story. */
const ready = async ({ ledger }: Stage, command: Command): Promise<Command> => {
  const { $ranking, $hold, ...plain } = command
  const ranked = typeof $ranking === 'string' ? await ledger.rankTeams($ranking) : null
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
    ...((await texts(plain)) as Command),
    ...(ranked === null ? {} : { ranking: ranked.ranking }),
    ...(held === null ? {} : { holdId: held[0] }),
  }
}

/** What came of a deed, in the words of the story. */
export type Result = ReadonlyArray<string> | 'silent' | { readonly refused: unknown }

const resultOf = (outcome: Outcome): Result =>
  !outcome.ok
    ? { refused: outcome.rejection }
    : outcome.events.length === 0
      ? 'silent'
      : outcome.events.map(({ type }) => type)

const typesSince = async ({ ledger }: Stage, known: number): Promise<ReadonlyArray<string>> => {
  const { events } = await ledger.read(null, 100_000)
  return events.slice(known).map(({ type }) => type)
}

const countOf = async ({ ledger }: Stage): Promise<number> => (await ledger.read(null, 100_000)).events.length

const send = async (on: Stage, who: Who, command: Command): Promise<Result> =>
  resultOf(await on.ledger.send(await ready(on, command), { actor: actors[who] }))

const perform = async (on: Stage, deed: Deed): Promise<ReadonlyArray<Result>> => {
  on.clock.set(deed.at as Instant)
  const known = await countOf(on)
  await on.ledger.settle()
  if (deed.who === 'timer') return [await typesSince(on, known)]
  if ('command' in deed) return [await send(on, deed.who, deed.command)]
  const actor = actors[deed.who]
  const outcomes = await on.ledger.sendAll(deed.together.map((command) => ({ command, by: { actor } })))
  return outcomes.map(resultOf)
}

/** Plays one row and says what came of each deed; processes have come to rest afterwards. */
export const play = async (on: Stage, { deeds }: Row): Promise<ReadonlyArray<Result>> => {
  const results: Result[] = []
  for (const deed of deeds) {
    results.push(...(await perform(on, deed)))
    await on.ledger.settle()
  }
  return results
}
