/** What the scenes of the county are written in. The shapes are those of `ActingWorld` in `@zhiyuan/testing`, which plays them. */
import {
  plusMillis,
  type Envelope,
  type Instant,
  type Plain,
  type PlainByType,
  type StreamName,
  type Typed,
} from '@zhiyuan/kernel'
import type { LedgerCommand } from '../ledger.ts'
import type { LedgerSlice } from '../slices.ts'

type Command = Plain<LedgerCommand>

/** A person in a role at a unit. All are made up. */
export interface CountyActor {
  readonly type: 'person'
  readonly person: string
  readonly role: string
  readonly unit: string
}

/** What a person does: a command, and when the fact happened where that is not now. */
export interface CountyDeed {
  readonly actor: CountyActor
  readonly command: Command
  readonly occurredAt?: string
  /** The next deed of its scene follows before any other is done, and before any process has acted on this one unless it waits. */
  readonly atOnce?: boolean
}

/** What people may look at before they act. */
export interface CountyLook {
  readonly now: string
  readonly state: (slice: LedgerSlice, stream: StreamName) => unknown
  readonly log: ReadonlyArray<Envelope<Typed>>
}

/** An instant until which people wait. */
export interface CountyWait {
  readonly until: string
}

/** Deeds of one moment: what processes want after them is sent only afterwards, and the last of it first. */
export interface CountyRace {
  readonly race: ReadonlyArray<CountyDeed>
}

/** What is done next; nothing where what people see leaves nothing to do. */
export type CountyBeat = CountyDeed | CountyRace | CountyWait | null

/** A beat that is known beforehand, or that depends on what is seen when its turn comes. */
export type CountyStep = CountyBeat | ((look: CountyLook) => CountyBeat)

/** What one scene of a history is written from. */
export interface CountyCast {
  /** Differs from that of every other scene of the history: ids are made of it. */
  readonly id: string
  /** When the scene begins. */
  readonly now: string
  /** One of the list; which one is drawn. */
  readonly pick: <T>(from: ReadonlyArray<T>) => T
}

/** A few people's steps on one matter, honest or not. */
export interface CountyScene {
  readonly name: string
  readonly write: (cast: CountyCast) => ReadonlyArray<CountyStep>
}

/** One deed after the other. */
export const deed = <T extends LedgerCommand['type']>(
  actor: CountyActor,
  type: T,
  fields: Omit<PlainByType<LedgerCommand>[T], 'type'>,
  occurredAt?: string,
): CountyDeed => ({
  actor,
  // The fields are those of the command of that type: the compiler does not put the two together for a type that it does not know.
  command: { type, ...fields } as unknown as Command,
  ...(occurredAt !== undefined && { occurredAt }),
})

const hour = 3_600_000
/** The instant so many hours later. Instants of the county are those of its ledger, or were made by this. */
export const addHours = (instant: string, hours: number): string => plusMillis(instant as Instant, hours * hour)
/** An hour of the day, by UTC, so many days after that of an instant. */
export const findDay = (instant: string, days: number, hourOfDay: number): string =>
  addHours(`${instant.slice(0, 10)}T00:00:00.000Z`, 24 * days + hourOfDay)
export const interval = (start: string, hours: number) => ({ start, end: addHours(start, hours) })
export const why = (code = 'because') => ({ reason: { code, text: null } })
export const words = (id: string) => ({ id, commitment: '0'.repeat(64) })
