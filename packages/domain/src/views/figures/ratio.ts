/** Ratios of integers: no decision depends on a floating-point number (S10). */

/** The ratio of `n` to `d`. Where `d` is 0 there is no data, which is neither 0 nor met. */
export interface Ratio {
  readonly n: number
  readonly d: number
}

/** Rounds the ratio times `scale` half up to hundredths: `scale` is 100 for percent, 1 for the plain value. Null without data. */
export const roundHundredths = ({ n, d }: Ratio, scale: number): number | null =>
  d === 0 ? null : Math.floor((200 * scale * n + d) / (2 * d))

/** Whether the ratio reaches a target in percent. It multiplies across, so that no fraction is rounded. */
export const reachesPercent = ({ n, d }: Ratio, percent: number): boolean => d > 0 && n * 100 >= percent * d

/** The exact median: of an even number of values, the mean of the middle two. */
export const computeMedian = (values: ReadonlyArray<number>): Ratio => {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half]
  if (upper === undefined) return { n: 0, d: 0 }
  return sorted.length % 2 === 1 ? { n: upper, d: 1 } : { n: (sorted[half - 1] ?? upper) + upper, d: 2 }
}
