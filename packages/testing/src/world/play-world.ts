/** Plays a drawn history: scenes of many people, mixed, with what processes and clocks do in between. */
import * as E from 'fp-ts/lib/Either.js'
import { Instant, type Typed } from '@zhiyuan/kernel'
import { startLoop, type Loop, type PendingCommand, type Pick } from '../loop.ts'
import type { ActingWorld, Deed, Race, Step } from './acting-world.ts'
import { decodeOrThrow } from '../words.ts'
import { openAtOnce, type Opening, type Wishes } from './wishes.ts'

/** A deed as it was done, with what came of it. */
export interface Done {
  readonly at: string
  readonly deed: Deed
  readonly outcome: E.Either<Typed, ReadonlyArray<Typed>>
}

/** Hears of a history while it is played. */
export interface WorldListener {
  readonly done?: (done: Done) => void
  /** A process's command was sent. */
  readonly sent?: (pending: PendingCommand, outcome: Done['outcome']) => void
  /** Nothing waits to be sent. */
  readonly rested?: () => void
}

/** Picks by a linear congruential sequence: the same seed picks the same. */
const makePick = (seed: number): (<T>(from: ReadonlyArray<T>) => T) => {
  let state = seed
  return (from) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    const picked = from[(state >>> 8) % from.length]
    if (picked === undefined) throw new Error('nothing to pick from')
    return picked
  }
}

/** The places of what may be sent next: a process sends its commands one after the other. */
const listNext = (waiting: ReadonlyArray<PendingCommand>): ReadonlyArray<number> =>
  waiting.flatMap(({ process }, index) =>
    waiting.findIndex((one) => one.process === process) === index ? [index] : [],
  )

/** The last process first. */
const lastFirst: Pick = (waiting) => listNext(waiting).at(-1) ?? 0

const readInstant = (until: string): Instant => decodeOrThrow(Instant, until, { name: 'an instant', at: '$.until' })
const minutesLater = (now: string, minutes: number): string =>
  new Date(Date.parse(now) + minutes * 60_000).toISOString()

/** A scene whose honest deeds were refused so often in a row is given up: another has changed what it relied on. */
const givenUpAfter = 2

/** So often a scene may wait in one turn; one that waits for ever has no deed. */
const mostWaits = 1000

/** Names the scene in what it throws. */
const inScene = <T>(name: string, act: () => T): T => {
  try {
    return act()
  } catch (cause) {
    throw new Error(`scene ${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

interface OpenScene {
  readonly name: string
  readonly left: ReadonlyArray<Step>
  readonly refused: number
}

/** The scenes of one history: those that are open, and what is left of each. */
const openScenes = ({ scenes }: ActingWorld, openings: ReadonlyArray<Opening>) => {
  const open: (OpenScene | undefined)[] = Array.from({ length: openAtOnce })
  let begun = 0
  const begin = (now: string): OpenScene => {
    const { kind, seed } = openings[begun % openings.length] ?? { kind: 0, seed: 0 }
    begun++
    const cast = { id: String(begun), now, pick: makePick(seed + begun) }
    const scene = scenes[kind % scenes.length]
    if (scene === undefined) throw new Error('the world has no scenes')
    const { name } = scene
    return { name, left: inScene(name, () => scene.write(cast)), refused: 0 }
  }
  /** The next step of a slot's scene, which begins where the last one has ended. */
  const next = (slot: number, now: string): { readonly name: string; readonly step: Step | undefined } => {
    const scene = open[slot]
    const { name, left, refused } =
      scene === undefined || scene.left.length === 0 || scene.refused >= givenUpAfter ? begin(now) : scene
    open[slot] = { name, left: left.slice(1), refused }
    return { name, step: left[0] }
  }
  const note = (slot: number, accepted: boolean): void => {
    const scene = open[slot]
    if (scene !== undefined) open[slot] = { ...scene, refused: accepted ? 0 : scene.refused + 1 }
  }
  return { next, note }
}

/** Opens the world's ledger as its set-up leaves it. */
export const openWorld = (world: ActingWorld, onSent?: WorldListener['sent']): Loop<Typed> => {
  // Commands of slices that are not known here: each is decoded when it is sent.
  const loop = startLoop({ ...world, world: {}, onSent }) as Loop<Typed>
  for (const beat of world.setUp) {
    if ('until' in beat) loop.restUntil(beat.until)
    else loop.does(beat.actor, beat.command)
  }
  return loop
}

/**
 * What happened in a history, told without the scenes that it came of: a deed, an instant until which all waited, or process commands that were
 * sent: all, in their order or the last process first, or some.
 */
export type Act =
  | { readonly type: 'deed'; readonly deed: Deed }
  | { readonly type: 'wait'; readonly until: string }
  | { readonly type: 'rest'; readonly order: 'oldest' | 'last-first' }
  | { readonly type: 'send'; readonly picks: ReadonlyArray<number> }

/** Lets acts happen in a ledger, one after the other. A deed answers whether it was accepted. */
const actor = (loop: Loop<Typed>, start: string, { done, rested }: Omit<WorldListener, 'sent'>) => {
  let now = loop.log().at(-1)?.recordedAt ?? start
  const deliverNext = (pick: number): void => {
    const next = listNext(loop.waiting())
    if (next.length > 0) loop.deliver(next[pick % next.length])
  }
  const act = (one: Act): boolean => {
    switch (one.type) {
      case 'deed': {
        const { deed } = one
        const outcome = loop.send(deed.actor, deed.command, deed.occurredAt)
        done?.({ at: now, deed, outcome })
        return E.isRight(outcome)
      }
      case 'wait':
        if (one.until <= now) return true
        now = one.until
        loop.restUntil(one.until)
        rested?.()
        return true
      case 'rest':
        loop.rest(one.order === 'oldest' ? undefined : lastFirst)
        rested?.()
        return true
      case 'send':
        one.picks.forEach(deliverNext)
        return true
    }
  }
  return { act, now: () => now }
}

/** Plays wishes in a ledger that was opened; at the end nothing waits to be sent. Each act is handed over before it happens. */
export const playWorld = (
  world: ActingWorld,
  loop: Loop<Typed>,
  { openings, turns }: Wishes,
  listener: Omit<WorldListener, 'sent'> & { readonly acts?: (act: Act) => void } = {},
): void => {
  const scenes = openScenes(world, openings)
  const { act, now } = actor(loop, world.scene.now, listener)
  const perform = (one: Act): boolean => {
    listener.acts?.(one)
    return act(one)
  }
  const nextDeed = (slot: number): Deed | Race | null => {
    for (let waits = 0; waits < mostWaits; waits++) {
      const { name, step } = scenes.next(slot, now())
      const look = { now: now(), state: loop.state, log: loop.log() }
      const beat = typeof step === 'function' ? inScene(name, () => step(look)) : (step ?? null)
      if (beat === null || !('until' in beat)) return beat
      inScene(name, () => readInstant(beat.until))
      perform({ type: 'wait', until: beat.until })
    }
    throw new Error('the scenes only wait')
  }
  const doDeed = (slot: number, deed: Deed): void => {
    scenes.note(slot, perform({ type: 'deed', deed }))
  }
  for (const { slot, pause, stranger, sent } of turns) {
    if (pause > 0) perform({ type: 'wait', until: minutesLater(now(), pause) })
    let beat = nextDeed(slot)
    for (; beat !== null && 'actor' in beat && beat.atOnce === true; beat = nextDeed(slot)) doDeed(slot, beat)
    if (beat === null) continue
    const tries = stranger === null ? undefined : world.strangers[stranger]
    for (const deed of 'race' in beat ? beat.race : [beat]) {
      if (tries !== undefined) perform({ type: 'deed', deed: { ...deed, actor: tries } })
      doDeed(slot, deed)
    }
    if ('race' in beat) perform({ type: 'rest', order: 'last-first' })
    else perform(sent === null ? { type: 'rest', order: 'oldest' } : { type: 'send', picks: sent })
  }
  perform({ type: 'rest', order: 'oldest' })
}

/** Lets the same happen once more, in another ledger of the world; each act is told when it begins. */
export const replayActs = (
  world: ActingWorld,
  loop: Loop<Typed>,
  acts: ReadonlyArray<Act>,
  listener: Omit<WorldListener, 'sent'>,
  begins: (act: Act) => void = () => undefined,
): void => {
  const { act } = actor(loop, world.scene.now, listener)
  for (const one of [...acts, { type: 'rest', order: 'oldest' } as const]) {
    begins(one)
    act(one)
  }
}
