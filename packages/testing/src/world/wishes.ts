/** What is drawn of a history, before any of it is played. */
import * as fc from 'fast-check'
import type { ActingWorld } from './acting-world.ts'

/** Draws of one scene: which kind, and a seed for what it picks. */
export interface Opening {
  readonly kind: number
  readonly seed: number
}

/** One turn: which of the open scenes goes on, and what happens before and after. */
export interface Turn {
  readonly slot: number
  /** Minutes that pass first. */
  readonly pause: number
  /** Who tries the deed before the one whose turn it is; null where no one does. */
  readonly stranger: number | null
  /** Which of the waiting process commands are sent afterwards; all of them, the oldest first, where it is null. */
  readonly sent: ReadonlyArray<number> | null
}

/** A history as it is drawn. What comes of it depends on the world. */
export interface Wishes {
  readonly openings: ReadonlyArray<Opening>
  readonly turns: ReadonlyArray<Turn>
}

/** How many scenes are open beside each other. */
export const openAtOnce = 3
/** Scenes of a history; where they all have ended, they begin anew under other ids. */
const openings = 16

/** Mostly nothing. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })

const drawTurn = (strangers: number): fc.Arbitrary<Turn> =>
  fc.record({
    slot: fc.nat(openAtOnce - 1),
    pause: fc.oneof(
      { weight: 40, arbitrary: fc.nat(2) },
      { weight: 1, arbitrary: fc.integer({ min: 30, max: 9 * 24 * 60 }) },
    ),
    stranger: strangers === 0 ? fc.constant(null) : seldom(fc.nat(strangers - 1)),
    sent: seldom(fc.array(fc.nat(20), { maxLength: 3 })),
  })

/** Draws histories of that many turns. */
export const drawWishes = ({ scenes, strangers }: ActingWorld, turns: number): fc.Arbitrary<Wishes> => {
  const opening = fc.record({ kind: fc.noBias(fc.nat(Math.max(0, scenes.length - 1))), seed: fc.nat(0xffff) })
  return fc.record({
    openings: fc.array(opening, { minLength: openings, maxLength: openings, size: 'max' }),
    turns: fc.array(drawTurn(strangers.length), { minLength: turns, maxLength: turns, size: 'max' }),
  })
}
