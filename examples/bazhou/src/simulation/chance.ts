import { createHash } from 'node:crypto'

/** Chance from a seed and words: the same words give the same draw, in any order of drawing. */
export interface Chance {
  /** A number in [0, 1). */
  readonly draw: (...words: ReadonlyArray<string | number>) => number
  /** A whole number from `min` to `max`. */
  readonly between: (min: number, max: number, ...words: ReadonlyArray<string | number>) => number
  readonly happens: (probability: number, ...words: ReadonlyArray<string | number>) => boolean
  readonly pick: <A>(from: ReadonlyArray<A>, ...words: ReadonlyArray<string | number>) => A | undefined
}

export const seededDraws = (seed: string): Chance => {
  const draw: Chance['draw'] = (...words) =>
    createHash('sha256')
      .update(JSON.stringify([seed, ...words]))
      .digest()
      .readUIntBE(0, 6) /
    2 ** 48
  const between: Chance['between'] = (min, max, ...words) => min + Math.floor(draw(...words) * (max - min + 1))
  return {
    draw,
    between,
    happens: (probability, ...words) => draw(...words) < probability,
    pick: (from, ...words) => from[between(0, from.length - 1, ...words)],
  }
}
