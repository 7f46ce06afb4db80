/** A world of people who act: what a history of a whole ledger is drawn from. */
import type { Envelope, StreamName, Typed } from '@zhiyuan/kernel'
import type { AnySlice } from '@zhiyuan/runtime'
import type { LoopScene } from '../loop/memory-log.ts'
import type { LoopProcess } from '../loop/pending.ts'
import type { PlainActor, SaidEvent } from '../words.ts'

/** What a person does: a command, and when the fact happened where that is not now. */
export interface Deed {
  readonly actor: PlainActor
  /** Judged by the codec of its slice when it is sent. */
  readonly command: SaidEvent
  readonly occurredAt?: string
  /** The next deed of its scene follows before any other is done, and before any process has acted on this one unless it waits. */
  readonly atOnce?: boolean
}

/** What people may look at before they act. */
export interface Look {
  readonly now: string
  readonly state: (slice: AnySlice, stream: StreamName) => unknown
  /** Every event so far, in the order in which they were written. */
  readonly log: ReadonlyArray<Envelope<Typed>>
}

/** An instant until which people wait. */
export interface Wait {
  readonly until: string
}

/** Deeds of one moment: what processes want after them is sent only afterwards, and the last of it first. */
export interface Race {
  readonly race: ReadonlyArray<Deed>
}

/** What is done next; nothing where what people look at leaves nothing to do. */
export type Beat = Deed | Race | Wait | null

/** A beat that is known beforehand, or that depends on what is seen when its turn comes. */
export type Step = Beat | ((look: Look) => Beat)

/** What one scene of a history is written from. */
export interface Cast {
  /** Differs from that of every other scene of the history: ids are made of it. */
  readonly id: string
  /** When the scene begins. */
  readonly now: string
  /** One of the list; which one is drawn. */
  readonly pick: <T>(from: ReadonlyArray<T>) => T
}

/**
 * A few people's steps on one matter, honest or not. Scenes of a history run beside each other, their steps mixed: what one relied on may
 * have been changed by another, and then its steps are refused.
 */
export interface SceneKind {
  readonly name: string
  readonly write: (cast: Cast) => ReadonlyArray<Step>
}

/** Slices and processes, how their world began, and what people may do there. An embedder adds slices, processes and scenes of their own. */
export interface ActingWorld {
  readonly slices: ReadonlyArray<AnySlice>
  readonly processes: ReadonlyArray<LoopProcess>
  readonly scene: LoopScene
  /** Deeds and waits before every history; each deed is accepted. */
  readonly setUp: ReadonlyArray<Deed | Wait>
  readonly scenes: ReadonlyArray<SceneKind>
  /** Who may try what another was about to do. */
  readonly strangers: ReadonlyArray<PlainActor>
}
