/** The people of the simulation, and what they know. */
import type { Instant } from '@zhiyuan/kernel'
import type { LedgerEvent } from '@zhiyuan/domain'
import type { Team } from '../world/teams.ts'
import type { Agenda } from './agenda.ts'
import type { Chance } from './chance.ts'

/** The class that the mapping gave a request. */
export interface Sorted {
  readonly class: string
  readonly refer: string | null
}

/** Two volunteers who are taken for one. */
export interface Pair {
  readonly person: string
  readonly survivor: string
  readonly township: string
}

/** Where each scene plays; null before it has begun. */
export interface Scenes {
  urged: string | null
  later: { readonly orderId: string; readonly day: Instant } | null
  pair: Pair | null
}

export interface Cast {
  readonly chance: Chance
  readonly agenda: Agenda
  readonly teams: ReadonlyMap<string, Team>
  readonly homeOf: ReadonlyMap<string, string>
  /** When each volunteer has promised to serve: a volunteer is never in two places at once. */
  readonly promised: Map<string, ReadonlyArray<Interval>>
  readonly scenes: Scenes
  /** By order and round: who signs a paper list there. */
  readonly signing: Map<string, string>
  /** By need id. */
  readonly sorted: ReadonlyMap<string, Sorted>
  /** The unit whose approver looks at a body's records. */
  readonly approvingUnit: (body: string) => string
  /** The unit above that of a body; the city for its own bodies. */
  readonly unitAbove: (body: string) => string
  /** The unit whose recorder writes down for a body. */
  readonly recordingUnit: (body: string) => string
}

export interface Interval {
  readonly start: Instant
  readonly end: Instant
}

type Of<T extends LedgerEvent['type']> = Extract<LedgerEvent, { readonly type: T }>
export type Happened<T extends LedgerEvent['type']> = { readonly now: Instant; readonly event: Of<T> }
