/**
 * Stars in integers (W1), the score and its gate (W11, O9).
 *
 * Choice: a level is judged by itself, from its own threshold; the highest level reached counts. Thresholds rise, so a reached one implies all below.
 * Choice: "what is missing names both" is minutes of any grade up to T, and minutes of other grades than `manual` up to the share, rounded up to whole minutes.
 * Choice: a review replaces a farther one in the same round, never a nearer one. Of two reviewers of one nearness the first stays.
 * Choice: a reviewer replaces the own review within 24 h of the own FIRST one in that round, and only in the last round. 24 h themselves are too late,
 * as is the end of the reopening window, because the lifecycles name every clock but an answer half-open.
 * Choice: an `own team` review replaces a farther one as any review of the requester does (O9), and where it is final the round has no review for the
 * score. What it replaced is not final and does not count.
 * Choice: the score is a matter of what is known at K: reviews sent by K, minutes counted at K. The order of the two makes no difference.
 * Choice: a round without a review is left out of the mean, it is no zero.
 */
export interface ShareTerms {
  readonly p: number
  readonly q: number
}

export interface StarMinutes {
  /** Counted minutes that are not `manual`. */
  readonly other: number
  readonly manual: number
}

export const reaches = ({ other, manual }: StarMinutes, threshold: number, { p, q }: ShareTerms): boolean =>
  other + manual >= threshold && q * other >= (q - p) * threshold

/** The highest level reached, 0 where there is none. Thresholds are minutes in rising order. */
export const findLevel = (minutes: StarMinutes, thresholds: readonly number[], share: ShareTerms): number =>
  thresholds.reduce((level, threshold, index) => (reaches(minutes, threshold, share) ? index + 1 : level), 0)

export interface MissingMinutes {
  readonly any: number
  readonly other: number
}

export const findMissing = (minutes: StarMinutes, threshold: number, { p, q }: ShareTerms): MissingMinutes => ({
  any: Math.max(0, threshold - minutes.other - minutes.manual),
  other: Math.max(0, Math.ceil(((q - p) * threshold) / q) - minutes.other),
})

export type Nearness = 'requester' | 'contact' | 'proxy'

export interface RoundReview {
  readonly round: string
  readonly reviewer: string
  readonly nearness: Nearness
  readonly isOwnTeam: boolean
  /** 1 to 5. */
  readonly stars: number
  readonly at: number
}

export interface ReviewedRound {
  readonly round: string
  /** The end of the reopening window; null while the round was never closed. */
  readonly windowEnds: number | null
  /** The instant at which the next round began; null for the last one. */
  readonly nextBegan: number | null
}

export interface CountedMinutes {
  readonly round: string
  readonly human: string
  readonly minutes: number
}

const ranks: Readonly<Record<Nearness, number>> = { requester: 0, contact: 1, proxy: 2 }

/** The final review of a round as known at K; null where there is none. */
export const findFinalReview = (
  round: ReviewedRound,
  reviews: readonly RoundReview[],
  replaceHours: number,
  known: number,
): RoundReview | null => {
  const first = new Map<string, number>()
  let final: RoundReview | null = null
  for (const review of [...reviews].sort((a, b) => a.at - b.at)) {
    if (review.round !== round.round || review.at > known) continue
    if (round.windowEnds !== null && review.at >= round.windowEnds) continue
    const firstAt = first.get(review.reviewer)
    if (firstAt === undefined) first.set(review.reviewer, review.at)
    const isReplacement = firstAt !== undefined
    const isInTime = firstAt === undefined || review.at < firstAt + replaceHours * 3_600_000
    const isLastRound = round.nextBegan === null || review.at < round.nextBegan
    if (isReplacement && !(isInTime && isLastRound)) continue
    const isNearer = final === null || ranks[review.nearness] < ranks[final.nearness]
    if (isNearer || final?.reviewer === review.reviewer) final = review
  }
  return final?.isOwnTeam === true ? null : final
}

export interface Score {
  readonly sum: number
  readonly rounds: number
}

/** The score of a human: the final reviews of the rounds in which the human has counted minutes. */
export const findScore = (
  human: string,
  rounds: readonly ReviewedRound[],
  reviews: readonly RoundReview[],
  counted: readonly CountedMinutes[],
  terms: { readonly replaceHours: number; readonly known: number },
): Score => {
  const finals = rounds
    .filter(({ round }) => counted.some((one) => one.round === round && one.human === human && one.minutes > 0))
    .map((round) => findFinalReview(round, reviews, terms.replaceHours, terms.known))
    .filter((review) => review !== null)
  return { sum: finals.reduce((sum, { stars }) => sum + stars, 0), rounds: finals.length }
}

/** The gate in hundredths: 350 for 3.50. Without a review it stands open. */
export const isGateOpen = ({ sum, rounds }: Score, gateHundredths: number): boolean =>
  rounds === 0 || sum * 100 >= gateHundredths * rounds
